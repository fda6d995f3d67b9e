package import Git
import PortfolioModel
package import Records

extension Repository {
  /// A blob's text; nil where it is larger than a record may be.
  package func text(_ id: ObjectID) throws(RepositoryProblem) -> [UInt8]? {
    let size = try size(ofBlob: id)
    return size <= Limits.record ? try blob(id, ofSize: size) : nil
  }

  /// The content of a tree's file at a path below the prefix.
  package func content(
    of file: TreeFile, at path: String
  ) throws(RepositoryProblem) -> FileContent {
    switch file.mode {
    case .symlink: return .notAFile("a symbolic link")
    case .gitlink: return .notAFile("a submodule")
    case .file, .executable:
      // A text at several paths is read, and counted against the budget, once for each.
      let size = try size(ofBlob: file.id)
      guard size <= Layout.limit(of: path) else { return .tooLarge }
      let isChangelog = path.hasSameBytes(as: Layout.changelogFile)
      return .bytes(try blob(file.id, isOnlyCompared: isChangelog, ofSize: size))
    }
  }
}
