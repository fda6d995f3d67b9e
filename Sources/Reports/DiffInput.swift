package import Diagnostics
package import PortfolioModel

/// All that the reviewers' report is made of.
package struct DiffInput: Sendable {
  /// One proposal that the report covers.
  package struct Covered: Sendable {
    package let proposal: Proposal
    package let status: ProposalStatus
    package let standing: ReviewStanding?
    /// What it waits for, in one sentence.
    package let sentence: String

    package init(
      _ proposal: Proposal, _ status: ProposalStatus, _ standing: ReviewStanding?,
      sentence: String
    ) {
      self.proposal = proposal
      self.status = status
      self.standing = standing
      self.sentence = sentence
    }
  }

  /// What each side is: a commit's full id, `worktree`, or proposals on one of them.
  package let base: String
  package let head: String
  package let from: Portfolio
  package let to: Portfolio
  package let differences: [Difference]
  /// By difference: what identifies the change across runs.
  package let fingerprints: [Difference: String]
  package let moves: [Move]
  package let proposals: [Covered]
  package let conflicts: [ProposalConflict]
  package let findings: [Diagnostic]

  package init(
    base: String, head: String, from: Portfolio, to: Portfolio, differences: [Difference],
    fingerprints: [Difference: String], moves: [Move], proposals: [Covered],
    conflicts: [ProposalConflict], findings: [Diagnostic]
  ) {
    self.base = base
    self.head = head
    self.from = from
    self.to = to
    self.differences = differences
    self.fingerprints = fingerprints
    self.moves = moves
    self.proposals = proposals
    self.conflicts = conflicts
    self.findings = findings
  }

  func name(of id: Identifier) -> String {
    to.standards[id]?.briefName ?? from.name(of: id)
  }

  func differences(of kind: Difference.Kind, _ subject: SubjectKind) -> [Difference] {
    differences.filter { $0.kind == kind && $0.subject.kind == subject }
  }
}
