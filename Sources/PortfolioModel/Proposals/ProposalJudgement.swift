import Diagnostics

/// The findings on a proposal on a base, by the base's criteria and, where the proposal changes the
/// criteria, by the new ones too.
package struct ProposalJudgement: Sendable {
  package let proposal: Proposal
  package let base: Portfolio
  /// The base with the standards renamed that the proposal renames, to compare the result with.
  let ground: Portfolio
  package let result: Portfolio
  package let moves: [Move]
  package private(set) var findings: [Finding]
  /// In what the result differs from the base.
  package let change: PortfolioChange
  /// The findings on whatever of the result the proposal may have changed findings of, in the order
  /// of the rules; all others are the base's too.
  package let reached: [Finding]
  let reach: Reach
  /// Whether the proposal has no errors, and would have none if it were open.
  package private(set) var isSound = true
  let judgeOfGround: Judge
  let judgeOfResult: Judge

  /// Judges on a portfolio of which nothing is known yet.
  package init(
    _ proposal: Proposal, on base: Portfolio, today: CalendarDate, isDraft: Bool
  ) {
    self.init(proposal, on: ProposalGround(base, today: today), isDraft: isDraft)
  }

  /// `isDraft`: whether it is a draft, which may be incomplete, so that its errors become warnings.
  package init(_ proposal: Proposal, on known: ProposalGround, isDraft: Bool) {
    self.proposal = proposal
    base = known.portfolio
    let application = Application(proposal, to: known.portfolio)
    result = application.portfolio
    change = application.change
    let renamings = known.portfolio.renamings(to: result, among: change.standards)
    let renamed = known.renaming(renamings)
    ground = renamed.ground.portfolio
    let after = renamed.ground.following(change, to: result)
    (judgeOfGround, judgeOfResult) = (renamed.ground.judge, after.judge)
    let differing = change.union(renamed.change)
    moves = Move.all(
      from: ground, by: judgeOfResult, renamings, [proposal], among: differing.standards)
    var reach = known.reach(of: differing, to: result)
    for change in proposal.changes where change.subject.kind == .override {
      reach.insert(.override(change.subject.id))
    }
    self.reach = reach
    reached = after.findings(within: reach)
    findings = application.findings
    findings += moveFindings() + natureFindings() + regionalFindings() + explainedMoveFindings()
    findings += confirmationFindings(on: known.today)
    findings += ownFindings(
      among: reached,
      besides: Set(renamed.ground.findings(within: reach)))
    isSound = !findings.contains { $0.severity == .error }
    if isDraft {
      findings = findings.map { $0.severity == .error ? $0.with(severity: .warning) : $0 }
    }
  }

  /// Whether the proposal has no errors.
  package var isValid: Bool { !findings.contains { $0.severity == .error } }

  // MARK: - The result

  /// The findings that the result has and the base does not.
  private func ownFindings(
    among found: [Finding], besides before: Set<Finding>
  ) -> [Finding] {
    var new = found.filter { !before.contains($0) || isConfirmed($0) }
    new.removeAll {
      isAboutBroughtMove($0) || $0.rule == .formalNameShared && !bringsFormalName
    }
    if result.criteria != base.criteria { new += missesUnderOldRules(besides: new) }
    return new.map { finding in
      let isOwnFault = ProposalJudgement.faultsOfKeeping.contains(finding.rule)
      return Finding(
        finding.rule, severity: isOwnFault ? .error : finding.severity,
        .proposal(proposal.number), place(of: finding),
        standard: finding.standard, finding.message, help: finding.help)
    }
  }

  /// Whether the proposal gives a standard its formal name; else names that are shared are not its
  /// doing, though others may share them than before.
  private var bringsFormalName: Bool {
    proposal.changes.contains { change in
      switch (change.subject.kind, change.action) {
      case (.standard, .add): true
      case (.standard, .set(let fields)): fields.contains { $0.field == "formal-name" }
      default: false
      }
    }
  }

  /// The misses by the old criteria: a proposal that changes the criteria may not list a standard
  /// that the old ones refuse.
  private func missesUnderOldRules(besides new: [Finding]) -> [Finding] {
    var judged = result
    judged.criteria = base.criteria
    let known = Set(new)
    let before = Set(judgeOfGround.findings())
    return Judge(judged).findings().filter {
      $0.rule == .criterionMissed && !before.contains($0)
        && !known.contains($0)
    }
  }

  /// The path of the change that most likely caused a finding.
  private func place(of finding: Finding) -> FieldPath {
    let kind: SubjectKind?
    let id: Identifier?
    switch finding.subject {
    case .standard(let standard): (kind, id) = (.standard, standard)
    case .delisted(let standard): (kind, id) = (.standard, standard)
    case .override(let override): (kind, id) = (.override, override)
    case .useCase(let useCase): (kind, id) = (.useCase, useCase)
    case .criteria: (kind, id) = (.criteria, nil)
    case .portfolio: (kind, id) = (.portfolio, nil)
    default: (kind, id) = (nil, nil)
    }
    let changes = proposal.changes
    let exact = changes.first { $0.subject.kind == kind && (id == nil || $0.subject.id == id) }
    let near = changes.first {
      $0.subject.kind == .standard && $0.subject.id == finding.standard
    }
    let rules = changes.first { $0.subject.kind == .criteria }
    return (exact ?? near ?? rules ?? changes.first)?.path ?? FieldPath("changes")
  }
}

extension Portfolio {
  /// The findings on a day, for comparison with those of another portfolio.
  package func comparableFindings(on today: CalendarDate) -> Set<Finding> {
    Set(findings(on: today))
  }
}
