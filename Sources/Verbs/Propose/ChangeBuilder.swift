package import Diagnostics
package import PortfolioModel
package import Records

/// Turns typed requests into changes with their `from` values, against a base.
package struct ChangeBuilder {
  private let base: Portfolio
  /// The files that the base was read from, where these are known.
  let snapshot: Snapshot?
  package private(set) var list: ChangeList
  /// The requests that can't become changes, each with what to type instead.
  package private(set) var problems: [Refusal] = []
  /// What this call sets, to find two that contradict each other.
  var settings: [Setting] = []
  /// The standards that this call changes field by field.
  private(set) var changedHere: Set<Identifier> = []
  /// The standards that the call names.
  private(set) var named: [Identifier] = []
  /// Whether the call changes the standards that it names.
  var usesStandards = false
  /// Whether each record that is added has all that a record needs.
  private(set) var isWhole = true
  /// Whether the call drops a rating by region, or a part of one, with --drop-regions.
  var dropsRegions = false

  package init(
    _ base: Portfolio, _ list: ChangeList = ChangeList(), readFrom snapshot: Snapshot? = nil
  ) {
    self.base = base
    self.snapshot = snapshot
    self.list = list
  }

  package mutating func add(_ request: ProposeRequest, today: CalendarDate) {
    named = []
    for text in request.standards { named += identifier(named: text).map { [$0] } ?? [] }
    addRecord(request)
    for text in request.sets { set(text, request) }
    for text in request.inserts { changeList(text, request, inserts: true) }
    for text in request.drops { changeList(text, request, inserts: false) }
    for text in request.confirms { confirm(text, request) }
    for delisting in request.delistings { delist(delisting, request) }
    delistNamed(request)
    for rename in request.renames { self.rename(rename) }
    for text in request.criteria { setCriterion(text) }
    for id in request.dropOverrides { dropOverride(id) }
    for id in request.confirmOverrides { confirmOverride(id, request) }
    isWhole = hasWholeAdditions()
    guard isWhole else { return }
    addContinuations(request)
    list.qualify(named, place: place(request))
    addException(request)
    addOverrides(request)
    if request.writesTransitions { addTransitions(request, today: today) }
    refuseUnused(request)
  }

  /// The base, as the extensions see it.
  var basis: Portfolio { base }

  /// The base with the changes so far.
  var result: Portfolio {
    Proposal.provisional(list.changes).map { Application($0, to: base).portfolio } ?? base
  }

  mutating func setFields(_ changes: [FieldChange], of subject: SubjectID) {
    list.set(changes, of: subject)
  }

  mutating func grant(_ id: Identifier, _ fields: Fields) {
    if base.overrides[id] != nil {
      refuse("there is an override '\(id)' already", "name the new one: \(option: .overrideID)")
    } else {
      list.put(Change(SubjectID(.override, id), .add(fields)))
    }
  }

  /// As ``subjects(_:_:)``, the standards as the changes so far leave them, added ones included.
  mutating func subjectsAfter(
    _ text: String, _ request: ProposeRequest, _ after: Portfolio
  ) -> ([Standard], String) {
    let head = text.prefix { $0 != "@" }
    guard let colon = head.firstIndex(of: ":"),
      let id = identifier(named: String(text[..<colon])), let standard = after.standards[id]
    else {
      let (records, rest) = subjects(text, request)
      return (records.compactMap { standard(of: $0, in: after) }, rest)
    }
    return ([standard], String(text[text.index(after: colon)...]))
  }

  mutating func refuse(_ message: String, _ help: Hint...) { refuse(.usage, message, help) }

  /// Notes a request that can't become a change.
  mutating func refuse(
    _ kind: Refusal.Kind, about option: AdvisedOption? = nil, _ message: String,
    details: [String] = [], _ help: [Hint]
  ) {
    problems.append(Refusal(kind, about: option, message, details: details, help: help))
  }

  mutating func refuse(_ refusal: Refusal) { problems.append(refusal) }

  /// Begins a record that is added; what the call says of no other standard is about it.
  mutating func begin(_ id: Identifier, _ content: Fields) {
    named.append(id)
    usesStandards = true
    list.put(Change(SubjectID(.standard, id), .add(content)))
  }

  mutating func put(_ change: FieldChange, _ record: Record) {
    changedHere.insert(record.id)
    list.set([change], of: SubjectID(.standard, record.id))
  }

  mutating func put(_ change: Change) { list.put(change) }

  mutating func qualify(_ id: Identifier, continues: [Identifier]) {
    list.qualify([id], continues: continues)
  }

  mutating func qualify(_ ids: [Identifier], exception: String) {
    list.qualify(ids, exception: exception)
  }

  mutating func rename(_ subject: SubjectID, to id: Identifier) { list.rename(subject, to: id) }

  mutating func confirmEntry(_ subject: SubjectID) { list.confirmOverride(subject) }

  mutating func confirm(_ factor: Factor, of record: Record) {
    list.confirm([factor], of: SubjectID(.standard, record.id))
  }

  /// The standard of an id as the base has it: `from` is what the base says.
  mutating func known(_ id: Identifier) -> Standard? {
    if let standard = base.standards[id] { return standard }
    let refusal = snapshot?.unreadRecord(id) ?? base.absence(of: id.text)
    problems.append(
      Refusal(
        refusal.kind == .noInput ? .usage : refusal.kind, refusal.message,
        details: refusal.details, help: refusal.help))
    return nil
  }
}
