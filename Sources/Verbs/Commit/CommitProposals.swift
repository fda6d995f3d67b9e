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

  package let numbers: [Int]
  package let surroundings: Surroundings

  package init(_ numbers: [Int], _ surroundings: Surroundings) {
    self.numbers = Set(numbers).sorted()
    self.surroundings = surroundings
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
      plans.map { plan in
        Publication.Commit(
          "proposal \(plan.entry.label)",
          message: CommitMessage.of(plan.proposal, reviewers: plan.reviewers),
          files: plan.files.map { (prefix + $0.path, $0.text.map { Array($0.utf8) }) })
      })
  }
}
