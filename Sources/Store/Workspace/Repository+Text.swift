package import Git
import PortfolioModel

extension Repository {
  /// A blob's bytes, or nil where they are more than a record may have.
  package func text(_ id: ObjectID) throws(RepositoryProblem) -> [UInt8]? {
    try size(ofBlob: id) <= Limits.record ? try blob(id) : nil
  }
}
