import Diagnostics

/// A proposal applied to a portfolio; every verb uses this.
package struct Application: Sendable {
  /// The portfolio with all changes that were possible.
  package private(set) var portfolio: Portfolio
  /// The findings on changes that were not possible.
  package private(set) var findings: [Finding] = []
  /// In what the portfolio differs from the base.
  package private(set) var change = PortfolioChange()
  let proposal: Proposal
  private let base: Portfolio
  /// The records whose positions were set besides those that the proposal names.
  private var renumbered: Set<Identifier> = []

  package init(_ proposal: Proposal, to base: Portfolio) {
    self.proposal = proposal
    self.base = base
    portfolio = base
    findings += OverlapCheck(proposal).findings()
    for change in proposal.changes { apply(change) }
    for change in proposal.changes { checkNames(change) }
    // The other changes name the standard as the base does.
    for change in proposal.changes { rename(change) }
    change = change(isRenamed: !proposal.renamings.isEmpty)
  }

  /// What was changed; a renaming changes whatever names the standard.
  private func change(isRenamed: Bool) -> PortfolioChange {
    guard !isRenamed else { return PortfolioChange(from: base, to: portfolio) }
    let subjects = Set(proposal.changes.map(\.subject))
      .union(renumbered.map { SubjectID(.standard, $0) })
    return PortfolioChange(from: base, to: portfolio, among: subjects)
  }

  private var refresh: Hint { "\(line: .refresh(proposal.number))" }

  /// Whether every change was possible.
  package var isComplete: Bool { !findings.contains { $0.severity == .error } }

  private mutating func report(
    _ rule: RuleID, _ change: Change, _ step: String? = nil, index: Int? = nil, _ message: String,
    help: @autoclosure @escaping @Sendable () -> [Hint] = []
  ) {
    var path = change.path
    if let step { path = path.appending(step) }
    if let index { path = path.appending(index) }
    findings.append(
      Finding(
        rule, .proposal(proposal.number), path,
        standard: change.subject.kind == .standard ? change.subject.id : nil, message,
        help: help()))
  }

  private mutating func apply(_ change: Change) {
    switch change.action {
    case .add(let content): add(content, change)
    case .set(let changes): set(changes, change)
    case .remove: remove(change)
    case .delist(let delisting): delist(delisting, change)
    case .rename: break
    case .confirm(let factors): confirm(factors, change)
    case .confirmOverride:
      if portfolio.overrides[change.subject.id] == nil { unknown(change) }
    }
  }

  private mutating func add(_ content: Fields, _ change: Change) {
    let subject = change.subject
    let isTaken = portfolio.fields(of: subject) != nil
    let claim = subject.kind == .standard ? portfolio.claim(on: subject.id) : nil
    guard !isTaken, claim == nil else {
      report(
        .subjectExists, change, subject.kind.rawValue,
        "\(subject.kind.rawValue) '\(subject.id)' "
          + (isTaken ? "exists already" : "\(claim ?? ""); ids are never reused"),
        help: [isTaken ? "change it with 'set'" : "choose another id"])
      return
    }
    var fields = content
    let category = fields.text("category").flatMap(Category.init)
    switch subject.kind {
    case .standard:
      fields["category"] = nil
      if fields["position"] == nil { fields["position"] = .text("1") }
    case .override where fields["origin"] == nil && fields["paraphrase"] == nil:
      fields["origin"] = .text(String(proposal.number))
    case .member, .body: fields.prepend("id", .text(subject.id.text))
    default: break
    }
    guard put(fields, change, category: category, at: change.path.appending("add")) else { return }
    if subject.kind == .standard { place(change, change.place ?? .last) }
  }

  /// Checks the standards that splits and mergers name. It comes last, as the same proposal may add
  /// them.
  private mutating func checkNames(_ change: Change) {
    let (base, portfolio) = (base, portfolio)
    for id in change.continues where base.standards[id] == nil && base.delisted[id] == nil {
      report(
        .unknownSubject, change, "continues", "'\(id)' is not in the portfolio",
        help: [base.hint(for: id)])
    }
    guard case .delist(let delisting) = change.action else { return }
    for id in delisting.replacedBy where portfolio.standards[id] == nil {
      report(
        .unknownSubject, change, "delist", "'\(id)' is not in the portfolio",
        help: [portfolio.hint(for: id)])
    }
  }

  private mutating func rename(_ change: Change) {
    guard case .rename(let new) = change.action else { return }
    guard portfolio.standards[change.subject.id] != nil else { return unknown(change) }
    let renaming = Renaming(change.subject.id, to: new)
    if let problem = obstacle(to: renaming, in: portfolio) {
      return report(problem.rule, change, "rename", problem.message, help: problem.help)
    }
    portfolio = portfolio.following([renaming])
  }

  private mutating func remove(_ change: Change) {
    guard portfolio.fields(of: change.subject) != nil else { return unknown(change) }
    _ = portfolio.set(nil, of: change.subject)
  }

  private mutating func confirm(_ factors: [Factor], _ change: Change) {
    guard let standard = portfolio.standards[change.subject.id] else { return unknown(change) }
    for factor in factors where standard.assessment[factor] == nil {
      report(
        .unknownField, change, "confirm",
        "\(standard.briefName) has no rating of \(factor.phrase) to confirm",
        help: ["confirm what is rated"])
    }
  }

  private mutating func delist(_ delisting: Delisting, _ change: Change) {
    let id = change.subject.id
    guard let standard = portfolio.standards[id] else { return unknown(change) }
    let refresh = refresh
    if delisting.group != standard.group
      || FieldValue.fields(delisting.assessment) != standard.fields["assessment"]
    {
      report(
        .staleChange, change, "delist",
        "the delisting of \(standard.briefName) was judged on another group or assessment",
        help: [refresh])
      return
    }
    var fields = Fields([
      Fields.Entry("category", .text(standard.category.rawValue)),
      Fields.Entry("proposal", .text(String(proposal.number))),
      Fields.Entry("because", .text(delisting.because)),
    ])
    if !delisting.replacedBy.isEmpty {
      fields["replaced-by"] = .lines(delisting.replacedBy.map(\.text))
    }
    for entry in standard.fields.entries { fields[entry.name] = entry.value }
    portfolio.delisted[id] = DelistedStandard(id: id, fields: fields)
    portfolio.standards[id] = nil
  }

  private mutating func set(_ changes: [FieldChange], _ change: Change) {
    guard let before = portfolio.fields(of: change.subject) else { return unknown(change) }
    var edit = SubjectEdit(
      change.subject, before, category: portfolio.standards[change.subject.id]?.category)
    let refresh = refresh
    for (index, fieldChange) in changes.enumerated() {
      if let problem = edit.apply(fieldChange) {
        report(
          problem.rule, change, "set", index: index, problem.message,
          help: problem.help.map { $0.isEmpty ? refresh : $0 })
      }
    }
    let content = change.subject.kind == .criteria ? withBasis(edit.fields, before) : edit.fields
    guard put(content, change, category: edit.category, at: change.path) else { return }
    let moves = edit.fields["group"] != before["group"] || edit.movesCategory
    if change.place != nil || moves { place(change, change.place ?? .last) }
  }

  private mutating func place(_ change: Change, _ place: Place) {
    if let ids = portfolio.renumber(putting: change.subject.id, at: place) {
      renumbered.formUnion(ids)
    } else {
      report(
        .unknownPlace, change, "place",
        "the place names a record that is not in the group", help: ["name one of the group"])
    }
  }

  /// Sets the content of a subject, or reports why it does not fit the subject's schema.
  private mutating func put(
    _ fields: Fields, _ change: Change, category: Category?, at path: FieldPath
  ) -> Bool {
    let schema = change.subject.kind.schema
    let ordered = schema.ordered(fields)
    var problems = schema.problems(in: ordered)
    if change.subject.kind == .criteria, problems.isEmpty {
      problems = Criteria.problems(in: ordered)
    }
    for problem in problems {
      findings.append(
        Finding(
          problem.rule, .proposal(proposal.number), path.appending(problem.path),
          standard: change.subject.kind == .standard ? change.subject.id : nil,
          "\(change.subject.kind.rawValue) \(change.subject.id): \(problem.message)",
          help: problem.help))
    }
    if change.subject.kind == .standard, category == nil {
      report(.missingKey, change, "add", "an added record needs 'category'")
      return false
    }
    guard problems.isEmpty else { return false }
    if change.subject.kind == .body, portfolio.committee == nil {
      report(
        .unknownSubject, change, "add", "body \(change.subject.id): there is no committee to vote",
        help: ["first add members, by a proposal of its own"])
      return false
    }
    let isPut = portfolio.set(ordered, of: change.subject, category: category)
    if change.subject.kind == .member, fields["keys"] != nil, let committee = portfolio.committee {
      for problem in Committee.keyProblems(in: committee.fields) {
        findings.append(
          Finding(
            problem.rule, .proposal(proposal.number), path,
            "member \(change.subject.id): \(problem.message)", help: problem.help))
      }
    }
    if !isPut, change.subject.kind == .member {
      findings.append(
        Finding(
          .invalidPerson, .proposal(proposal.number), path,
          "member \(change.subject.id): 'name' and 'email' are not a name and an address that "
            + "git can write",
          help: ["write both without '<', '>' and outer spaces, and the address without spaces"]))
    }
    return isPut
  }

  private mutating func unknown(_ change: Change) {
    let subject = change.subject
    let (base, refresh) = (base, refresh)
    let renamed = subject.kind == .standard ? base.standard(formerly: subject.id) : nil
    report(
      .unknownSubject, change, subject.kind.rawValue,
      "\(subject.kind.rawValue) '\(subject.id)' is not in the portfolio",
      help: [renamed.map { "it is \($0.id) now: \(refresh)" } ?? base.hint(for: subject)])
  }
}
