package import Diagnostics
import Files
import Git
import History
import PortfolioModel
import Records
package import Store

/// Commits reviewed proposals: one commit each, all of them or none.
package struct CommitProposals: Sendable {
  package struct Outcome: Sendable {
    package struct Commit: Sendable {
      package let number: Int
      package let title: String
      /// 40 hexadecimal digits; in a rehearsal the commit on which it would be made.
      package let id: String
      /// The files that it writes, below the prefix.
      package let paths: [String]
    }

    package let branch: String
    package let commits: [Commit]
    /// Files that someone changed meanwhile; they were kept as they are.
    package let kept: [String]
    /// Whether there is no committee, so that one approval was enough.
    package let assumesNoCommittee: Bool
  }

  /// What the proposals are planned for.
  package enum Purpose: Sendable {
    /// To be accepted, where no ballot is in the way.
    case acceptance
    /// To be voted on: nothing else may be in the way of their acceptance.
    case ballot
    /// To be accepted with the ballot whose result these files are.
    case closing([(path: String, text: String?)])

    /// Whether the proposals are accepted now.
    var accepts: Bool { if case .ballot = self { false } else { true } }
  }

  package let numbers: [Int]
  package let surroundings: Surroundings
  let purpose: Purpose

  package init(
    _ numbers: [Int], _ surroundings: Surroundings, for purpose: Purpose = .acceptance
  ) {
    self.numbers = Set(numbers).sorted()
    self.surroundings = surroundings
    self.purpose = purpose
  }

  /// - Throws: `Refusal` that says all that is missing; then nothing was changed.
  package func run(in workspace: borrowing Workspace) throws(Refusal) -> Outcome {
    var plans: [CommitPlan] = []
    var assumes = false
    let published = try workspace.publish("commit", surroundings) {
      (tip, committer) throws(Refusal) in
      (plans, assumes) = try self.plans(workspace, tip: tip, on: committer.day)
      let publication = publication(of: plans, workspace.prefix)
      try workspace.refuseTouched(publication.paths, tip: tip)
      return publication
    }
    return Outcome(
      branch: published.branch,
      commits: zip(plans, published.ids).map { plan, id in
        Outcome.Commit(
          number: plan.entry.number, title: Abridgement.byBlob.quoted(plan.proposal.title),
          id: id.hex, paths: plan.files.map(\.path))
      }, kept: published.kept, assumesNoCommittee: assumes)
  }

  private func publication(of plans: [CommitPlan], _ prefix: String) -> Publication {
    Publication(
      "proposal " + plans.map(\.entry.label).joined(separator: ", "),
      plans.map { CommitProposals.commit($0, prefix) })
  }

  /// The commit that accepts a proposal.
  static func commit(_ plan: CommitPlan, _ prefix: String) -> Publication.Commit {
    Publication.Commit(
      "proposal \(plan.entry.label)", message: CommitMessage.of(plan),
      files: plan.files.map { (prefix + $0.path, $0.text.map { Array($0.utf8) }) })
  }
}
