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
  /// The findings on the result, for comparison with those of later proposals.
  package let resultFindings: Set<Finding>
  /// Whether the proposal has no errors, and would have none if it were open.
  package private(set) var isSound = true

  /// `isDraft`: whether it is a draft, which may be incomplete, so that its errors become warnings.
  ///
  /// `baseFindings`: the base's ``Portfolio/comparableFindings(on:)``, where they are known.
  package init(
    _ proposal: Proposal, on base: Portfolio, today: CalendarDate, isDraft: Bool,
    baseFindings: Set<Finding>? = nil
  ) {
    self.proposal = proposal
    self.base = base
    let application = Application(proposal, to: base)
    result = application.portfolio
    let renamings = base.renamings(to: result)
    ground = base.following(renamings)
    moves = Move.all(from: base, to: result, proposal)
    findings = application.findings
    let found = result.findings(on: today)
    resultFindings = Set(found.map(\.withoutHelp))
    findings += moveFindings() + natureFindings() + regionalFindings() + explainedMoveFindings()
    findings += confirmationFindings(on: today)
    findings += ownFindings(
      among: found,
      besides: renamings.isEmpty
        ? baseFindings ?? base.comparableFindings(on: today)
        : ground.comparableFindings(on: today))
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
    var new = found.filter { !before.contains($0.withoutHelp) || isConfirmed($0) }
    // A summary of the whole portfolio is not an effect of one proposal.
    new.removeAll {
      $0.rule == .standardsWithoutUseCase || isAboutBroughtMove($0)
        || $0.rule == .formalNameShared && !bringsFormalName
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
    let known = Set(new.map(\.withoutHelp))
    let before = Set(Judge(ground).findings().map(\.withoutHelp))
    return Judge(judged).findings().filter {
      $0.rule == .criterionMissed && !before.contains($0.withoutHelp)
        && !known.contains($0.withoutHelp)
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
    Set(findings(on: today).map(\.withoutHelp))
  }
}

extension Finding {
  /// The finding without its help, for comparison.
  fileprivate var withoutHelp: Finding {
    Finding(
      rule, severity: severity, subject, path, key: isAboutKey, standard: standard, message)
  }
}
