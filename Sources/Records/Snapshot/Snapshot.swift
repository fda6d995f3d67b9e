package import Diagnostics
package import PortfolioModel

/// Everything under `Portfolio/` and `Proposals/` at one place, read and checked file by file.
package struct Snapshot: Sendable {
  package let files: PortfolioFiles
  /// Nil where `portfolio.yml`, `criteria.yml` or a `committee.yml` can't be read.
  package let portfolio: Portfolio?
  package let proposals: [ProposalEntry]
  /// The findings on single files, before any rule that looks at the whole.
  package let fileDiagnostics: [Diagnostic]
  /// The files that were read, by path.
  package let records: [String: RecordFile]
  /// Ids whose records could not be read.
  package let unread: Set<Identifier>

  package func proposal(_ number: Int) -> ProposalEntry? {
    proposals.numbered(number)
  }

  /// The same files with others in their place; nil removes one.
  package func replacing(_ changes: [String: [UInt8]?]) -> Snapshot {
    var files = files
    for (path, bytes) in changes { files[path] = bytes.map { .bytes($0) } }
    return Snapshot(reading: files, after: self)
  }
}

extension Snapshot {
  /// The same files with others in their place, as texts.
  package func replacing(_ changes: [(path: String, text: String?)]) -> Snapshot {
    var bytes: [String: [UInt8]?] = [:]
    for (path, text) in changes { bytes.updateValue(text.map { Array($0.utf8) }, forKey: path) }
    return replacing(bytes)
  }
}
