package import Diagnostics
package import PortfolioModel

/// Everything under `Portfolio/` and `Proposals/` in a worktree or a commit, read and checked file
/// by file.
package struct Snapshot: Sendable {
  package let files: PortfolioFiles
  /// Nil where `portfolio.yml`, `criteria.yml` or a `committee.yml` can't be read.
  package let portfolio: Portfolio?
  package let proposals: [ProposalEntry]
  /// The findings on single files; the rules for the whole portfolio come later.
  package let fileDiagnostics: [Diagnostic]
  /// The files that were read, by path.
  package let records: [String: RecordFile]
  /// The ids of standards whose records could not be read.
  package let unread: Set<Identifier>

  package func proposal(_ number: Int) -> ProposalEntry? {
    // They are in the order of numbers.
    var (low, high) = (0, proposals.count)
    while low < high {
      let middle = (low + high) / 2
      if proposals[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < proposals.count && proposals[low].number == number ? proposals[low] : nil
  }

  /// A snapshot with some files replaced, by path below the prefix; nil removes a file.
  package func replacing(_ changes: [String: [UInt8]?]) -> Snapshot {
    var files = files
    for (path, bytes) in changes { files[path] = bytes.map { .bytes($0) } }
    return Snapshot(reading: files, after: self)
  }
}

extension Snapshot {
  /// A snapshot with some files replaced by texts; nil removes a file.
  package func replacing(_ changes: [(path: String, text: String?)]) -> Snapshot {
    var bytes: [String: [UInt8]?] = [:]
    for (path, text) in changes { bytes.updateValue(text.map { Array($0.utf8) }, forKey: path) }
    return replacing(bytes)
  }
}
