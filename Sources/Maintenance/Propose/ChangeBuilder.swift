package import PortfolioModel
import Records

/// Turns typed requests into changes with their `from` values, against a base.
package struct ChangeBuilder {
  private let base: Portfolio
  package private(set) var list: ChangeList
  /// What can't be said so, each with what to type.
  package private(set) var problems: [Refusal] = []

  package init(_ base: Portfolio, _ list: ChangeList = ChangeList()) {
    self.base = base
    self.list = list
  }

  package mutating func add(_ request: ProposeRequest, today: CalendarDate) {
    for text in request.sets { set(text, request) }
    for text in request.inserts { changeList(text, request, inserts: true) }
    for text in request.drops { changeList(text, request, inserts: false) }
    for text in request.confirms { confirm(text, request) }
    for id in request.delists { delist(id, request) }
    for text in request.criteria { setCriterion(text) }
    for id in request.dropOverrides { dropOverride(id) }
    addContinuations(request)
    list.qualify(request.standards, place: request.place, exception: request.exception)
    addOverride(request)
    if request.writesTransitions { addTransitions(request, today: today) }
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
      refuse("there is an override '\(id)' already", "name the new one: '--override-id ID'")
    } else {
      list.put(Change(SubjectID(.override, id), .add(fields)))
    }
  }

  /// As ``subjects(_:_:)``, the standards as the changes so far leave them, added ones included.
  mutating func subjectsAfter(
    _ text: String, _ request: ProposeRequest, _ after: Portfolio
  ) -> ([Standard], String) {
    let head = text.prefix { $0 != "@" }
    guard let colon = head.firstIndex(of: ":"), let id = Identifier(String(text[..<colon])),
      let standard = after.standards[id]
    else {
      let (standards, rest) = subjects(text, request)
      return (standards.map { after.standards[$0.id] ?? $0 }, rest)
    }
    return ([standard], String(text[text.index(after: colon)...]))
  }

  mutating func refuse(_ message: String, _ help: String...) {
    problems.append(Refusal(.usage, message, help: help))
  }

  // MARK: - Fields

  private mutating func set(_ text: String, _ request: ProposeRequest) {
    for (standard, field, value) in assignments(text, request) {
      if field == "category" {
        let from = FieldValue.text(standard.category.rawValue)
        put(FieldChange("category", from: from, to: .text(value)), standard)
        continue
      }
      guard let (path, kind) = resolve(field, standard) else { continue }
      let current = standard.fields.value(at: path)
      let to = value.isEmpty ? nil : parsed(value, kind, field)
      guard value.isEmpty || to != nil else { continue }
      let isRevised = list.hasChange(of: path.description, on: standard.id)
      guard current != to || isRevised else {
        refuse(
          "\(field) of \(standard.briefName) is \(value) already",
          "a rating that was reassessed unchanged: '--confirm \(field)'")
        continue
      }
      put(FieldChange(path.description, from: current, to: to), standard)
      if field == "group", value == Group.legacy.rawValue { turnSuccession(standard) }
      if field == "brief-name" { keepFormerName(standard) }
    }
  }

  private mutating func changeList(_ text: String, _ request: ProposeRequest, inserts: Bool) {
    for (standard, field, value) in assignments(text, request) {
      guard let (path, kind) = resolve(field, standard) else { continue }
      guard kind.isList, let items = parsed(value, kind, field)?.list else {
        refuse("\(field) is no list", "use '--set \(field)=VALUE'")
        continue
      }
      let change =
        inserts
        ? FieldChange(path.description, insert: items)
        : FieldChange(path.description, drop: items)
      put(change, standard)
    }
  }

  private mutating func confirm(_ text: String, _ request: ProposeRequest) {
    let (standards, word) = subjects(text, request)
    guard let factor = Factor(rawValue: word) else {
      refuse("'\(word)' is not a factor", "the factors are: \(Vocabulary.factor.words.listed)")
      return
    }
    for standard in standards {
      // What is confirmed is not changed: a change of this rating goes.
      let path = FieldPath(["assessment", factor.rawValue])
      let value = standard.fields.value(at: path)
      if list.hasChange(of: path.description, on: standard.id) {
        put(FieldChange(path.description, from: value, to: value), standard)
      }
      list.confirm([factor], of: SubjectID(.standard, standard.id))
    }
  }

  private mutating func put(_ change: FieldChange, _ standard: Standard) {
    list.set([change], of: SubjectID(.standard, standard.id))
  }

  /// A move to legacy turns an announced succession into one that holds.
  private mutating func turnSuccession(_ standard: Standard) {
    let announced = standard.fields.list(RelationKind.willBeSupersededBy.rawValue)
    let held = announced.filter { target in
      guard let id = target.text.flatMap(Identifier.init) else { return false }
      return base.standards[id]?.group == .preferred
        || list.changes.contains { $0.subject == SubjectID(.standard, id) && $0.prefers }
    }
    guard !held.isEmpty else { return }
    put(FieldChange(RelationKind.willBeSupersededBy.rawValue, drop: held), standard)
    put(FieldChange(RelationKind.supersededBy.rawValue, insert: held), standard)
    let notes = standard.fields.list("relation-notes").filter { note in
      guard let values = note.fields, let target = values["target"] else { return false }
      return values.text("relation") == RelationKind.willBeSupersededBy.rawValue
        && held.contains(target)
    }
    guard !notes.isEmpty else { return }
    let turned = notes.compactMap { note -> FieldValue? in
      guard var values = note.fields else { return nil }
      values["relation"] = .text(RelationKind.supersededBy.rawValue)
      return .fields(values)
    }
    put(FieldChange("relation-notes", insert: turned, drop: notes), standard)
  }

  private mutating func keepFormerName(_ standard: Standard) {
    guard !standard.formerNames.contains(where: standard.briefName.hasSameBytes) else { return }
    put(FieldChange("formerly", insert: [.text(standard.briefName)]), standard)
  }

  // MARK: - Listing

  private mutating func delist(_ id: Identifier, _ request: ProposeRequest) {
    guard let standard = known(id) else { return }
    guard let because = request.because else {
      refuse("delisting \(standard.briefName) needs a reason", "add '--because REASON'")
      return
    }
    list.put(
      Change(
        SubjectID(.standard, id),
        .delist(
          Delisting(
            because: because, replacedBy: request.replacedBy, group: standard.group,
            assessment: standard.fields.fields("assessment") ?? Fields())),
        exception: request.exception))
  }

  private mutating func addContinuations(_ request: ProposeRequest) {
    for text in request.continues {
      let halves = text.split(separator: ":", maxSplits: 1).map { Identifier(String($0)) }
      guard halves.count == 2, let new = halves[0], let old = halves[1] else {
        refuse("'\(text)' does not say what continues what", "write '--continues NEW:OLD'")
        continue
      }
      let known = list.changes.first { $0.subject == SubjectID(.standard, new) }?.continues ?? []
      list.qualify([new], continues: known + (known.contains(old) ? [] : [old]))
    }
  }

  private mutating func dropOverride(_ id: Identifier) {
    guard base.overrides[id] != nil else {
      let names = base.overridesInOrder.map(\.id.text)
      refuse("there is no override '\(id)'", "the ledger holds: \(names.listed)")
      return
    }
    list.put(Change(SubjectID(.override, id), .remove))
  }

  // MARK: - Parsing

  /// The standards and the rest of `[ID:]REST`.
  mutating func subjects(_ text: String, _ request: ProposeRequest) -> ([Standard], String) {
    let head = text.prefix { $0 != "=" && $0 != "@" }
    if let colon = head.firstIndex(of: ":") {
      let rest = String(text[text.index(after: colon)...])
      guard let id = Identifier(String(text[..<colon])) else {
        refuse("'\(text[..<colon])' is not an id", "'rspmaint list' shows the ids")
        return ([], rest)
      }
      return (known(id).map { [$0] } ?? [], rest)
    }
    if request.standards.isEmpty {
      refuse("'\(text)' names no standard", "name it first: 'rspmaint propose ID --set \(text)'")
    }
    var found: [Standard] = []
    for id in request.standards { if let standard = known(id) { found.append(standard) } }
    return (found, text)
  }

  private mutating func assignments(
    _ text: String, _ request: ProposeRequest
  ) -> [(Standard, field: String, value: String)] {
    guard text.contains("=") else {
      refuse("'\(text)' gives no value", "write 'FIELD=VALUE'; 'FIELD=' removes the field")
      return []
    }
    let (standards, rest) = subjects(text, request)
    guard let sign = rest.firstIndex(of: "=") else { return [] }
    let value = String(rest[rest.index(after: sign)...])
    return standards.map { ($0, String(rest[..<sign]), value) }
  }

  /// The standard as the changes so far leave it: the base's, for `from` is what the base says.
  mutating func known(_ id: Identifier) -> Standard? {
    guard let standard = base.standards[id] else {
      if !problems.contains(where: { $0.message == unknown(id) }) {
        refuse(unknown(id), base.hint(for: id))
      }
      return nil
    }
    return standard
  }

  private func unknown(_ id: Identifier) -> String { "'\(id)' is not in the portfolio" }

  private mutating func resolve(
    _ field: String, _ standard: Standard
  ) -> (FieldPath, FieldKind)? {
    let address = FieldAddress(.standard)
    guard let path = address.path(of: field, in: standard.fields),
      let kind = address.fieldKind(at: path)
    else {
      let names = Schema.standard.fields.map(\.name) + Vocabulary.factor.words + ["category"]
      refuse(
        "a record has no field '\(field)'",
        Nearest.match(for: field, in: names).map { "did you mean '\($0)'?" }
          ?? "the fields are: \(names.listed)")
      return nil
    }
    return (path, kind)
  }

  private mutating func parsed(_ text: String, _ kind: FieldKind, _ field: String) -> FieldValue? {
    do {
      let value = try FieldText.value(text, of: kind)
      if let problem = kind.problems(in: value, at: FieldPath(field)).first {
        problems.append(Refusal(.usage, problem.message, help: problem.help))
        return nil
      }
      return value
    } catch {
      refuse("\(field): \(error.message)", "lists are written '[A, B]'")
      return nil
    }
  }
}

extension Change {
  /// Whether the change makes a standard preferred.
  fileprivate var prefers: Bool {
    switch action {
    case .set(let fields):
      fields.contains { $0.field == "group" && $0.to?.text == Group.preferred.rawValue }
    case .add(let content): content.text("group") == Group.preferred.rawValue
    default: false
    }
  }
}
