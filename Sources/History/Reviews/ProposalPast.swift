package import Diagnostics
import Git
package import PortfolioModel
package import Records

/// The history of a proposal, as far as it matters besides the proposal's present files.
package struct ProposalPast: Sendable {
  /// The findings: reviews and states written by people who may not, and a text that two proposals
  /// share, so that reviews would count for both.
  package internal(set) var findings: [Finding] = []
  /// The days of the commits that brought the rightful versions of the files, by path in the
  /// folder. Files that are not committed, or came with the import of a whole portfolio, have none.
  package internal(set) var days: [String: CalendarDate] = [:]

  /// The same days for reviews, by the stem of the file.
  package var reviewDays: [String: CalendarDate] {
    var result: [String: CalendarDate] = [:]
    for (path, day) in days where path.hasPrefix(ProposalHistory.reviews) {
      result[ProposalHistory.reviewStem(of: path)] = day
    }
    return result
  }
}

extension ProposalPast {
  /// Reads the history of a proposal.
  ///
  /// - Parameter worktree: The worktree's files, where these are judged as the last version.
  package init(
    of entry: ProposalEntry, in graph: ProposalsGraph, worktree: Snapshot? = nil,
    by verifier: any SignatureVerifier, _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) {
    var rules = RulesReader()
    try self.init(of: entry, in: graph, worktree: worktree, by: verifier, &rules, source)
  }

  /// Does the same with rules that the histories of several proposals share.
  init(
    of entry: ProposalEntry, in graph: ProposalsGraph, worktree: Snapshot? = nil,
    by verifier: any SignatureVerifier, _ rules: inout RulesReader,
    _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) {
    let text = ObjectID(hex: entry.content)
    let folder =
      worktree.map {
        graph.committedName(
          of: entry.folder, text, inWorktree: Set($0.proposals.map(\.folder)))
      } ?? entry.folder
    let known = worktree.map { ProposalTexts(entry, in: $0) } ?? ProposalTexts()
    var history = try ProposalHistory(
      of: folder, in: graph, by: &rules, knowing: known, source)
    if let worktree { history = history.appending(worktree, entry.folder) }
    let reviews = ReviewHistory(history, verifier: verifier, verifiesAll: !entry.isClosed)
    self.init(findings: reviews.findings, days: reviews.days)
    if !entry.isClosed, let text, let original = graph.original(of: text, in: folder) {
      findings.append(
        Finding(
          .repeatedProposal, .proposal(entry.number), .root,
          "proposal \(entry.label) has the same text as \(original.folder) had in commit "
            + "\(graph.nodes[original.node].commit.id.hex.prefix(10)), so reviews of one "
            + "would count for the other",
          help: [
            "give it a text of its own: \(run: .propose(.updateRationale(entry.number)))"
          ]))
    }
  }
}

extension ReviewSignatures {
  /// Checks the signatures of a proposal's reviews and settlements with the keys of a base.
  package init(of entry: ProposalEntry, on base: Portfolio, by verifier: any SignatureVerifier) {
    self.init(
      of: entry.reviews, settledBy: entry.resolutions, on: base, by: verifier, blobID: blobID)
  }
}

extension Commit {
  /// The UTC day of its committer date, as asserted by whoever made the commit.
  package var day: CalendarDate? {
    isDated ? CalendarDate(secondsSince1970: Int(committer.seconds)) : nil
  }
}

extension CommitOutline {
  /// The same day.
  package var day: CalendarDate? {
    committed.flatMap { CalendarDate(secondsSince1970: Int($0)) }
  }
}
