package import Diagnostics
package import PortfolioModel

/// All that the reviewers' report is made of.
package struct DiffInput: Sendable {
  /// One proposal that the report covers.
  package struct Covered: Sendable {
    package let proposal: Proposal
    package let status: ProposalStatus?
    package let standing: ReviewStanding?
    /// Whether nothing keeps it from being committed.
    package let isReady: Bool
    /// What it waits for, in one sentence.
    package let sentence: Hint
    /// Who reviewed it, where it was accepted: members by id, others by name and address.
    package let reviewers: [String]

    package init(
      _ proposal: Proposal, _ status: ProposalStatus?, _ standing: ReviewStanding?, isReady: Bool,
      sentence: Hint, reviewers: [String] = []
    ) {
      self.proposal = proposal
      self.status = status
      self.standing = standing
      self.isReady = isReady
      self.sentence = sentence
      self.reviewers = reviewers
    }
  }

  /// What stands before a ballot's id where one side is what was voted on.
  package static let ballot = "ballot "

  /// What each side is: a commit's full id, `worktree`, proposals on one of them, or a ballot's texts.
  package let base: String
  package let head: String
  /// The day the report is made for.
  package let today: CalendarDate
  package let from: Portfolio
  package let to: Portfolio
  package internal(set) var differences: [Difference]
  /// The tables that print otherwise.
  package let changedTables: [ChangedTable]
  /// By difference: what identifies the change across runs.
  package let fingerprints: [Difference: String]
  package internal(set) var moves: [Move]
  package internal(set) var consequences: [Consequence]
  /// By consequence: what identifies it across runs.
  package let consequenceFingerprints: [Consequence: String]
  package let proposals: [Covered]
  package let conflicts: [ProposalConflict]
  package let findings: [Diagnostic]
  /// Standards whose record can't be read on one side, so that nothing is said of them.
  package let unread: [Identifier]
  /// What an earlier report held, where only what is new or gone since then is wanted.
  package internal(set) var since: Since?
  /// How many changes the earlier report held already.
  var unchangedSince = 0
  /// What the earlier report held and this one does not.
  var goneSince: [Since.Change] = []
  var consequencesGone: [String] = []
  /// What readers call a side, by ``base`` or ``head``: the names of editions.
  package var names: [String: String] = [:]
  /// What voters are asked, where the report goes to them; nil for a report to reviewers.
  var asked: AskedVote?

  package init(
    base: String, head: String, today: CalendarDate, from: Portfolio, to: Portfolio,
    differences: [Difference], changedTables: [ChangedTable],
    fingerprints: [Difference: String], moves: [Move],
    consequences: [Consequence], consequenceFingerprints: [Consequence: String],
    proposals: [Covered], conflicts: [ProposalConflict], findings: [Diagnostic],
    unread: [Identifier]
  ) {
    self.base = base
    self.head = head
    self.today = today
    self.from = from
    self.to = to
    self.differences = differences
    self.changedTables = changedTables
    self.fingerprints = fingerprints
    self.moves = moves
    self.consequences = consequences
    self.consequenceFingerprints = consequenceFingerprints
    self.proposals = proposals
    self.conflicts = conflicts
    self.findings = findings
    self.unread = unread
  }

  /// Whether there is no portfolio to compare with: all is new, so nothing is worth a mark.
  var isFromNothing: Bool { from.standards.isEmpty }

  func name(of id: Identifier) -> String {
    to.standards[id]?.briefName ?? from.name(of: id)
  }

  func differences(of kind: Difference.Kind, _ subject: SubjectKind) -> [Difference] {
    differences.filter { $0.kind == kind && $0.subject.kind == subject }
  }

  /// The input of a part of the report: some of the differences, and their moves.
  func narrowed(to differences: [Difference]) -> DiffInput {
    var input = self
    input.differences = differences
    let moving = Set(
      differences.filter {
        $0.subject.kind == .standard && ($0.kind != .set || $0.field == "group")
      }
      .map(\.subject.id))
    input.moves.removeAll { !moving.contains($0.standard) }
    return input
  }

  /// By standard, its first move.
  func movesByStandard() -> [Identifier: Move] {
    Dictionary(moves.map { ($0.standard, $0) }) { first, _ in first }
  }

  /// By difference, the numbers of the proposals that make it; what comes along with a change, as the
  /// basis of a criterion does, is made by the proposals that change something beside it.
  func proposalNumbers() -> [Difference: [Int]] {
    let touches = proposals.map { covered in
      (
        number: covered.proposal.number,
        bySubject: Dictionary(grouping: covered.proposal.touches.map(\.touch), by: \.subject)
      )
    }
    let renamings = proposals.flatMap(\.proposal.renamings)
    func numbers(_ difference: Difference, _ field: FieldPath?) -> [Int] {
      // A proposal names a standard as it was before.
      let old = renamings.first { SubjectID(.standard, $0.new) == difference.subject }?.old
      let subjects = [difference.subject] + (old.map { [SubjectID(.standard, $0)] } ?? [])
      return touches.filter { one in
        subjects.flatMap { one.bySubject[$0] ?? [] }.contains { touch in
          guard let field, !touch.path.isRoot else { return true }
          return touch.path.overlaps(field)
        }
      }.map(\.number)
    }
    return Dictionary(
      differences.map { difference in
        let field = difference.field.map { FieldPath($0) }
        let own = numbers(difference, field)
        guard own.isEmpty, let parent = field?.parent, !parent.isRoot else {
          return (difference, own)
        }
        return (difference, numbers(difference, parent))
      }
    ) { first, _ in first }
  }

  func category(of id: Identifier) -> Category? {
    (to.standards[id] ?? from.standards[id])?.category
  }
}
