import Diagnostics

/// What the one rule set says of a proposal on a base: by the base's criteria, and by the new ones
/// where the proposal changes them.
package struct ProposalJudgement: Sendable {
  package let proposal: Proposal
  package let base: Portfolio
  package let result: Portfolio
  package let moves: [Move]
  package private(set) var findings: [Finding]
  /// What stands against the result as a whole, for comparison with what follows upon it.
  package let resultFindings: Set<Finding>
  /// Whether no error stands against the proposal, nor would if it were open.
  package private(set) var isSound = true

  /// `isDraft`: a draft may be incomplete, so its errors weigh as warnings.
  ///
  /// `baseFindings`: what ``Portfolio/comparableFindings(on:)`` says of the base, where that is known.
  package init(
    _ proposal: Proposal, on base: Portfolio, today: CalendarDate, isDraft: Bool,
    baseFindings: Set<Finding>? = nil
  ) {
    self.proposal = proposal
    self.base = base
    let application = Application(proposal, to: base)
    result = application.portfolio
    moves = Move.all(from: base, to: result, proposal)
    findings = application.findings
    let found = result.findings(on: today)
    resultFindings = Set(found.map(\.withoutHelp))
    findings += moveFindings() + natureFindings() + confirmationFindings(on: today)
    findings += ownFindings(
      among: found, besides: baseFindings ?? base.comparableFindings(on: today))
    isSound = !findings.contains { $0.severity == .error }
    if isDraft {
      findings = findings.map { $0.severity == .error ? $0.with(severity: .warning) : $0 }
    }
  }

  /// Whether no error stands against the proposal.
  package var isValid: Bool { !findings.contains { $0.severity == .error } }

  // MARK: - The result

  /// What the result has that the base had not; the base's own findings are not the proposal's.
  private func ownFindings(
    among found: [Finding], besides before: Set<Finding>
  ) -> [Finding] {
    var new = found.filter { !before.contains($0.withoutHelp) || isConfirmed($0) }
    // A summary of the whole portfolio is no consequence of one proposal.
    new.removeAll { $0.rule == .standardsWithoutUseCase }
    if result.criteria != base.criteria { new += missesUnderOldRules(besides: new) }
    return new.map { finding in
      let isOwnFault = ProposalJudgement.faultsOfKeeping.contains(finding.rule)
      return Finding(
        finding.rule, severity: isOwnFault ? .error : finding.severity,
        .proposal(proposal.number), place(of: finding),
        standard: finding.standard, finding.message, help: finding.help)
    }
  }

  /// A proposal that changes criteria may not list by the new rules what the old ones refuse.
  private func missesUnderOldRules(besides new: [Finding]) -> [Finding] {
    var judged = result
    judged.criteria = base.criteria
    let known = Set(new.map(\.withoutHelp))
    let before = Set(Judge(base).findings().map(\.withoutHelp))
    return Judge(judged).findings().filter {
      $0.rule == .criterionMissed && !before.contains($0.withoutHelp)
        && !known.contains($0.withoutHelp)
    }
  }

  /// The change that most likely brought a finding about.
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
  /// The findings of a day for comparison with those of another portfolio.
  package func comparableFindings(on today: CalendarDate) -> Set<Finding> {
    Set(findings(on: today).map(\.withoutHelp))
  }
}

extension Finding {
  /// The finding for comparison: what to type may differ.
  fileprivate var withoutHelp: Finding {
    Finding(
      rule, severity: severity, subject, path, key: isAboutKey, standard: standard, message)
  }
}
