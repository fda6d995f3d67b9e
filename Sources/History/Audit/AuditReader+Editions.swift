import Diagnostics
import Git
import PortfolioModel
import Records

extension AuditReader {
  /// Adds what a commit that names an edition makes of the portfolio's description, and where the
  /// edition's tag is.
  func addEdition(
    _ evidence: inout AuditEvidence, _ commit: Commit, _ changes: [TreeChange],
    _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) {
    guard let id = AuditTrailers(commit.message).editions.first else { return }
    evidence.tagged = try source.editionTags().first {
      $0.name.hasSameBytes(as: Layout.editionTags + id)
    }?.commit
    guard let file = changes.first(where: { $0.path.hasSameBytes(as: Layout.portfolioFile) })?.new
    else { return }
    evidence.description = try source.description(of: file)
    guard let base = evidence.description?.editions.last?.base else { return }
    evidence.baseEditions = []
    do throws(Refusal) {
      guard let id = ObjectID(hex: base) else { return }
      evidence.baseEditions = AuditTrailers(try source.commit(id).message).editions
    } catch {
      // A commit that is not there is none of an edition.
    }
  }
}

extension VersionSource where Self: ~Copyable {
  /// The portfolio's description in a file; nil where it can't be read.
  func description(of file: TreeFile) throws(Refusal) -> PortfolioDescription? {
    guard case .bytes(let bytes) = try content(of: file, at: Layout.portfolioFile) else {
      return nil
    }
    return RecordFile(bytes, path: Layout.portfolioFile, schema: .portfolio).fields
      .flatMap { PortfolioDescription(fields: $0) }
  }
}
