import Diagnostics

/// A move of a standard between groups, onto the portfolio or off it.
package struct Move: Hashable, Sendable {
  package let standard: Identifier
  package let from: MoveOrigin
  package let to: MoveTarget
  /// A verdict for each required criterion of the group it leads to.
  package let verdicts: [Verdict]
  package let exception: String?

  /// The first override that waives a missed criterion of the new group.
  package var override: Identifier? { verdicts.compactMap(\.waivedBy).first }
}

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
    findings += moveFindings() + natureFindings()
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
    var new = found.filter { !before.contains($0.withoutHelp) }
    // A summary of the whole portfolio is no consequence of one proposal.
    new.removeAll { $0.rule == .standardsWithoutUseCase }
    if result.criteria != base.criteria { new += missesUnderOldRules(besides: new) }
    return new.map { finding in
      let isOwnFault = finding.rule == .overrideUnneeded
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

  // MARK: - Moves

  private func moveFindings() -> [Finding] {
    moves.compactMap { move in
      let change = proposal.changes.first {
        $0.subject == SubjectID(.standard, move.standard)
      }
      let path = change?.path ?? FieldPath("changes")
      let name = result.standards[move.standard] ?? base.standards[move.standard]
      let label = name?.briefName ?? move.standard.text
      let obstacle = obstacle(to: move)
      switch (obstacle, move.exception) {
      case (let obstacle?, nil):
        return Finding(
          .moveNotListed, .proposal(proposal.number), path, standard: move.standard,
          "\(label) can not go from \(move.from.rawValue) to \(move.to.rawValue): \(obstacle)",
          help: [
            "give a reason for the exception: '--exception REASON'",
            "'rspmaint criteria' lists the moves",
          ])
      case (nil, .some):
        return Finding(
          .exceptionUnneeded, .proposal(proposal.number), path.appending("exception"),
          standard: move.standard,
          "the move of \(label) from \(move.from.rawValue) to \(move.to.rawValue) is listed "
            + "and needs no exception", help: ["remove the exception"])
      default: return nil
      }
    }
  }

  /// Why the criteria do not allow a move, or nil where they do.
  private func obstacle(to move: Move) -> String? {
    guard let listed = base.criteria.move(from: move.from, to: move.to) else {
      return "the criteria list no such move"
    }
    guard let condition = listed.condition else { return nil }
    let replacements = result.delisted[move.standard]?.replacedBy ?? []
    guard let before = base.standards[move.standard] else { return nil }
    var holds = Judge(base).isMet(condition, for: before, replacements: replacements)
    if !holds, result.criteria != base.criteria || condition == .criterionMissed {
      // The reassessment or the new criteria of this very proposal may be what it misses.
      holds = missesOldGroup(move, before.group)
    }
    return holds ? nil : "it asks that \(condition.requirement)"
  }

  private func missesOldGroup(_ move: Move, _ group: Group) -> Bool {
    guard let after = result.standards[move.standard] else { return false }
    return Judge(result).verdicts(on: after, in: group, .required).contains { !$0.isMet }
  }

  // MARK: - Nature

  private func natureFindings() -> [Finding] {
    guard proposal.nature == .editorial else { return [] }
    return proposal.changes.flatMap { change -> [Finding] in
      let beyond: [String] =
        switch (change.subject.kind, change.action) {
        case (.standard, .set(let fields)):
          fields.map(\.field).filter { FieldChange.isSubstantial($0) }
        case (.standard, _): ["listing"]
        case (.override, _): ["overrides"]
        case (.criteria, _): ["criteria"]
        case (.member, _): ["committee"]
        case (.portfolio, .set(let fields)):
          fields.map(\.field).filter { FieldChange.isRule($0) }
        default: []
        }
      return beyond.map { what in
        Finding(
          .natureExceeded, .proposal(proposal.number), change.path,
          standard: change.subject.kind == .standard ? change.subject.id : nil,
          "an editorial proposal does not touch \(what)",
          help: ["make it 'nature: assessment', or 'correction' where it mends a mistake"])
      }
    }
  }
}

extension FieldChange {
  /// Whether the field of a record is a rating, the group, a relation or the category.
  package var isSubstantial: Bool { FieldChange.isSubstantial(field) }

  /// Whether the field of the portfolio's description says what has to be assessed, where, or how
  /// the groups are used.
  fileprivate static func isRule(_ field: String) -> Bool {
    ["edition", "regions", "categories", "usage"].contains(FieldPath(field).steps.first ?? "")
  }

  fileprivate static func isSubstantial(_ field: String) -> Bool {
    let head = FieldPath(field).steps.first ?? ""
    return Factor(rawValue: head) != nil || RelationKind(rawValue: head) != nil
      || ["assessment", "group", "category"].contains(head)
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

extension Move {
  /// Every move between two portfolios, in the order of ids; exceptions from the proposal.
  package static func all(
    from base: Portfolio, to result: Portfolio, _ proposals: Proposal...
  ) -> [Move] {
    all(from: base, to: result, proposals: proposals)
  }

  package static func all(
    from base: Portfolio, to result: Portfolio, proposals: [Proposal]
  ) -> [Move] {
    let judge = Judge(result)
    let ids = Set(base.standards.keys).union(result.standards.keys).sorted()
    return ids.compactMap { id in
      let (before, after) = (base.standards[id], result.standards[id])
      guard before?.group != after?.group else { return nil }
      let changes = proposals.flatMap(\.changes).filter { $0.subject == SubjectID(.standard, id) }
      return Move(
        standard: id, from: MoveOrigin(before?.group), to: MoveTarget(after?.group),
        verdicts: after.map { judge.verdicts(on: $0, in: $0.group, .required) } ?? [],
        exception: changes.compactMap(\.exception).first)
    }
  }
}
