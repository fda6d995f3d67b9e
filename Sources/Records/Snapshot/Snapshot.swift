package import Diagnostics
package import PortfolioModel

/// Everything under `Portfolio/` and `Proposals/` in a worktree or a commit, read and checked file
/// by file.
package struct Snapshot: Sendable {
  package internal(set) var files: PortfolioFiles
  /// Nil where `portfolio.yml`, `criteria.yml` or a `committee.yml` can't be read.
  package internal(set) var portfolio: Portfolio?
  /// In the order of numbers, then of folders.
  package internal(set) var proposals: [ProposalEntry]
  /// In the order of ids.
  package let ballots: [BallotEntry]
  /// In the order of ids.
  package let surveys: [SurveyEntry]
  /// The findings on single files; the rules for the whole portfolio come later.
  package let fileDiagnostics: [Diagnostic]
  /// The files that were read, by path.
  package internal(set) var records: [String: RecordFile]
  /// The ids of standards whose records could not be read.
  package let unread: Set<Identifier>

  package func proposal(_ number: Int) -> ProposalEntry? {
    let place = place(number)
    return place < proposals.count && proposals[place].number == number ? proposals[place] : nil
  }

  /// Whether several folders have a number.
  package func isTwin(_ number: Int) -> Bool {
    let next = place(number) + 1
    return next < proposals.count && proposals[next].number == number
  }

  /// A snapshot with some files replaced, by path below the prefix; nil removes a file.
  package func replacing(_ changes: [String: [UInt8]?]) -> Snapshot {
    let prefix = files.prefix
    var next = self
    let taken = changes.map { path, bytes in
      TakenFile(
        path: path, found: bytes.map { (FileText($0, at: path, prefix: prefix), entry: nil) })
    }
    if next.take(taken, revision: files.revision) != nil { return next }
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
