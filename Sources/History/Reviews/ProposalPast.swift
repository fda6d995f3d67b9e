package import Diagnostics
import Git
package import PortfolioModel
package import Records

/// What the history says of a proposal, beside what its files say.
package struct ProposalPast: Sendable {
  /// What speaks against it: reviews and states that someone wrote who may not, and a text that two
  /// proposals share, so that reviews would count for both.
  package internal(set) var findings: [Finding] = []
  /// By path in the folder, the days of the commits that brought the files as they ought to be; none
  /// of what is not committed, and of what came with a whole portfolio.
  package internal(set) var days: [String: CalendarDate] = [:]

  /// The same of reviews, by the stem of the file.
  package var reviewDays: [String: CalendarDate] {
    var result: [String: CalendarDate] = [:]
    for (path, day) in days where path.hasPrefix(ProposalHistory.reviews) {
      result[ProposalHistory.reviewStem(of: path)] = day
    }
    return result
  }
}

extension ProposalPast {
  /// Reads what the history says of a proposal.
  ///
  /// - Parameter worktree: What stands there now, where that is what counts.
  package init(
    of entry: ProposalEntry, in graph: ProposalsGraph, worktree: Snapshot? = nil,
    by verifier: any SignatureVerifier, _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) {
    let text = ObjectID(hex: entry.content)
    let folder =
      worktree.map {
        graph.committedName(
          of: entry.folder, text, inWorktree: Set($0.proposals.map(\.folder)))
      } ?? entry.folder
    var history = try ProposalHistory(of: folder, in: graph, source)
    if let worktree { history = history.appending(worktree, entry.folder) }
    let reviews = ReviewHistory(history, verifier: verifier, verifiesAll: !entry.isClosed)
    self.init(findings: reviews.findings, days: reviews.days)
    if !entry.isClosed, let text, let original = graph.original(of: text, in: folder) {
      findings.append(
        Finding(
          .repeatedProposal, .proposal(entry.number), .root,
          "proposal \(entry.label) has the very text that \(original.folder) had in commit "
            + "\(graph.nodes[original.node].commit.id.hex.prefix(10)), and reviews of the one "
            + "would count for the other",
          help: [
            "give it a text of its own: \(run: .propose(.updateRationale(entry.number)))"
          ]))
    }
  }
}

extension ReviewSignatures {
  /// What the signatures of a proposal's reviews and settlements come to by the keys of a base.
  package init(of entry: ProposalEntry, on base: Portfolio, by verifier: any SignatureVerifier) {
    self.init(
      of: entry.reviews, settledBy: entry.resolutions, on: base, by: verifier, blobID: blobID)
  }
}

extension Commit {
  /// The UTC day of its committer date, which whoever makes it asserts.
  package var day: CalendarDate? {
    isDated ? CalendarDate(secondsSince1970: Int(committer.seconds)) : nil
  }
}
