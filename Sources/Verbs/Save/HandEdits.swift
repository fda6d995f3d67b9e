import Diagnostics
import PortfolioModel
package import Records

/// What differs in the worktree from the last commit, and was not saved.
package struct HandEdits: Sendable {
  /// Paths below the prefix, of files below `Proposals/` that are asked for.
  package let chosen: [String]
  /// All others, below both folders.
  package let others: [String]
  /// The numbers of the proposals whose files were chosen.
  package let numbers: [Int]

  let saved: Snapshot
  let worktree: Snapshot

  /// - Parameter number: The proposal that is asked for; nil for all that is below `Proposals/`.
  package init(of number: Int?, from saved: Snapshot, to worktree: Snapshot) {
    self.saved = saved
    self.worktree = worktree
    let paths = saved.files.changes(to: worktree.files)
    chosen = paths.filter {
      $0.hasPrefix(Layout.proposalsStart)
        && (number == nil || Layout.number(ofProposalAt: $0) == number)
    }
    let others = Set(paths).subtracting(chosen)
    self.others = paths.filter(others.contains)
    numbers = Set(chosen.compactMap(Layout.number(ofProposalAt:))).sorted()
  }

  /// The files as they are to be saved; nil for one that was removed.
  ///
  /// - Throws: `Refusal` for what is no file, or can't be read.
  func files() throws(Refusal) -> [(path: String, bytes: [UInt8]?)] {
    var files: [(path: String, bytes: [UInt8]?)] = []
    var odd: [String] = []
    for path in chosen {
      let bytes = worktree.files.bytes(path)
      if bytes == nil, worktree.files[path] != nil { odd.append(path) }
      files.append((path, bytes))
    }
    guard odd.isEmpty else {
      throw Refusal(
        .data, "\(odd.listed) can't be read, so nothing was saved", help: [worktree.validating])
    }
    return files
  }

  /// Refuses what only verbs write of a ballot or a survey.
  func refuseBallots() throws(Refusal) {
    let paths = chosen.filter { Layout.schema(ofBallotAt: $0) != nil }
    guard paths.isEmpty else {
      throw Refusal(
        .refused, "only verbs write the files of a ballot: \(paths.listed)",
        help: ["put back what was saved of it"])
    }
    let surveyed = chosen.filter { path in
      if case .survey = Layout.role(of: path) { true } else { false }
    }
    guard surveyed.isEmpty else {
      throw Refusal(
        .refused, "only verbs write the files of a survey: \(surveyed.listed)",
        help: ["put back what was saved of it"])
    }
  }

  /// Refuses where a proposal is closed, or would be accepted by hand.
  func refuseClosed() throws(Refusal) {
    var refusals: [Refusal] = []
    for number in numbers {
      if let entry = saved.proposal(number), entry.isClosed {
        refusals.append(
          Refusal(
            .refused, "proposal \(entry.label) is \(entry.status.word) and never changes again",
            help: ["put back what was saved of it; a new proposal changes what it did"]))
      } else if let entry = worktree.proposal(number), entry.status == .accepted {
        refusals.append(
          Refusal(
            .refused, "proposal \(entry.label) is accepted in its state, and not by a commit",
            help: ["put back its state, then: \(line: .commit(number))"]))
      }
    }
    if let refusal = Refusal(all: refusals) { throw refusal }
  }
}
