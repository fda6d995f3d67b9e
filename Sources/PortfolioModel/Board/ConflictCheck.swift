import Diagnostics

/// Finds unfinished proposals that can't both be committed as they are.
struct ConflictCheck: Sendable {
  /// A proposal and the values that each of its pairs needs.
  struct Side: Sendable {
    let number: Int
    let proposal: Proposal
    let judgement: ProposalJudgement
    let touches: [Touch]
    let touchesBySubject: [SubjectID: [Touch]]
    let predecessors: [ProposalEntry]
    /// In what the result differs from the base, all that it comes after included.
    let change: PortfolioChange
    /// The footprint of the proposal and all that it comes after, from the base.
    let footprint: Footprint

    /// - Parameter change: In what the result of the judgement differs from the base.
    init(
      _ judgement: ProposalJudgement, after predecessors: [ProposalEntry], on base: ProposalGround,
      _ change: PortfolioChange
    ) {
      proposal = judgement.proposal
      number = proposal.number
      self.judgement = judgement
      self.predecessors = predecessors
      self.change = change
      touches = proposal.touches.map(\.touch)
      touchesBySubject = Dictionary(grouping: touches, by: \.subject)
      footprint = Footprint(
        of: predecessors.compactMap(\.proposal) + [proposal], on: base, to: judgement.result,
        change)
    }

    func touched(with other: Side) -> [Touch] {
      touches.filter { touch in
        (other.touchesBySubject[touch.subject] ?? []).contains { $0.overlaps(touch) }
      }
    }

    func comes(after other: Side) -> Bool { predecessors.contains { $0.number == other.number } }
  }

  /// The most pairs that are judged together: each takes as long as a proposal alone.
  static let maximumPairs = 300

  private(set) var conflicts: [ProposalConflict] = []
  /// How many pairs may affect each other, and how many of these were not judged together.
  private(set) var pairs = 0
  var unjudged: Int { max(0, pairs - ConflictCheck.maximumPairs) }

  /// Of no proposals.
  init() {}

  /// - Parameter sides: The proposals that were judged, in the order of numbers.
  init(_ sides: [Side], on base: ProposalGround) {
    for pair in ConflictCheck.pairs(of: sides) {
      if let conflict = conflict(sides[pair.first], sides[pair.second], on: base) {
        conflicts.append(conflict)
      }
    }
  }

  private mutating func conflict(
    _ first: Side, _ second: Side, on base: ProposalGround
  ) -> ProposalConflict? {
    // Two folders with one number are another finding.
    guard first.number != second.number, !first.comes(after: second), !second.comes(after: first)
    else { return nil }
    let touched = first.touched(with: second)
    if !touched.isEmpty {
      return ProposalConflict(
        first: first.number, second: second.number, touched: touched.map(\.phrase), errors: [])
    }
    let errors = errorsTogether(first, second, on: base)
    guard !errors.isEmpty else { return nil }
    return ProposalConflict(first: first.number, second: second.number, touched: [], errors: errors)
  }

  /// The errors of the second after the first; empty where one of them has errors alone, or where
  /// they can't affect each other.
  private mutating func errorsTogether(
    _ first: Side, _ second: Side, on base: ProposalGround
  ) -> [String] {
    guard first.judgement.isSound, second.judgement.isSound,
      first.footprint.meets(second.footprint)
    else { return [] }
    pairs += 1
    guard pairs <= ConflictCheck.maximumPairs else { return [] }
    // The proposals that the second comes after are applied in either case.
    let applied = Set(first.predecessors.map(\.number))
    let missing = second.predecessors.filter { !applied.contains($0.number) }
    let ground = missing.compactMap(\.proposal).reduce(
      base.following(first.change, to: first.judgement.result)
    ) { $0.applying($1) }
    let together = ProposalJudgement(second.proposal, on: ground, isDraft: false)
    return together.findings.filter { $0.severity == .error }.map(\.message)
  }

  // MARK: - Findings

  func findings() -> [Finding] {
    unjudgedFindings()
      + conflicts.map { conflict in
        let (first, second) = (Proposal.label(conflict.first), Proposal.label(conflict.second))
        if conflict.touched.isEmpty {
          return Finding(
            .validOnlyApart, .proposal(conflict.second), .root,
            "proposals \(first) and \(second) are valid alone but not together: "
              + conflict.errors.listed,
            help: ["once one is accepted, the other can't be committed as it is"])
        }
        return Finding(
          .proposalsConflict, .proposal(conflict.second), .root,
          "proposals \(first) and \(second) both change \(conflict.touched.conjunction): "
            + "once one is accepted, the other becomes stale",
          help: ["let one come 'after' the other, or withdraw one"])
      }
  }

  /// The finding that there are more pairs than can be judged while somebody waits.
  private func unjudgedFindings() -> [Finding] {
    guard unjudged > 0 else { return [] }
    return [
      Finding(
        .conflictsUnknown, .portfolio, .root,
        "\(pairs) pairs of unfinished proposals may affect each other, but only "
          + "\(ConflictCheck.maximumPairs) of them were judged together",
        help: [
          "commit, reject or withdraw some: \(run: .verb(.status)) lists them; \(run: .commit(nil)) "
            + "judges what it commits in any case"
        ])
    ]
  }
}
