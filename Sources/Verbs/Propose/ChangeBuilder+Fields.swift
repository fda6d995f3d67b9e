import Diagnostics
import PortfolioModel
import Records

extension ChangeBuilder {
  /// Sets a field of each standard that the text is about: `[ID:]FIELD=VALUE`.
  mutating func set(_ text: String, _ request: ProposeRequest) {
    for (record, field, value) in assignments(text, request) {
      if field == "category" {
        setCategory(of: record, value)
        continue
      }
      guard let (path, kind) = resolve(field, record) else { continue }
      let current = record.fields.value(at: path)
      guard !value.isEmpty || mayBeRemoved(path, field, of: record) else { continue }
      let to = value.isEmpty ? nil : parsed(value, kind, field)
      guard value.isEmpty || to != nil else { continue }
      guard agrees(record, path, to) else { continue }
      let isRevised = list.hasChange(of: path.description, on: record.id)
      guard current != to || isRevised else {
        let help: [Hint]? = path.factor.map {
          ["a rating that was reassessed unchanged: \(option: .confirm, $0.rawValue)"]
        }
        let word =
          value.isEmpty ? "absent" : Abridgement.byBlob.quoted(FieldValue.text(value).inlineBare)
        refuse(.refused, "\(field) of \(record.briefName) is \(word) already", help ?? [])
        continue
      }
      guard keepsTheRest(of: record, path, to, typed: value, request) else { continue }
      put(FieldChange(path.description, from: current, to: to), record)
      guard !record.isAdded else { continue }
      if field == "group", value == Group.legacy.rawValue { turnSuccession(record) }
      if field == "brief-name" { keepFormerName(record) }
    }
  }

  /// Whether a record can be without a field.
  private mutating func mayBeRemoved(_ path: FieldPath, _ field: String, of record: Record) -> Bool
  {
    let before = record.content
    var after = before
    guard after.replace(nil, at: path) else { return true }
    let lacked = NewStandard.missing(in: before, basis.description)
    let lost = NewStandard.missing(in: after, basis.description).filter { !lacked.contains($0) }
    guard !lost.isEmpty else { return true }
    refuse(
      .refused, "\(field) of \(record.briefName) can't be removed: a record needs it",
      lost.map { "give it a value: \(NewStandard.advice(on: $0, basis.description))" })
    return false
  }

  private mutating func setCategory(of record: Record, _ value: String) {
    let to: FieldValue? = value.isEmpty ? nil : .text(value)
    guard to == nil || parsed(value, .word(.category), "category") != nil,
      agrees(record, FieldPath("category"), to)
    else { return }
    put(FieldChange("category", from: record.category, to: to), record)
  }

  /// Confirms a rating as it is; a change of it goes.
  mutating func confirm(_ text: String, _ request: ProposeRequest) {
    let (records, word) = subjects(text, request)
    guard let factor = Factor.named(word) else {
      refuse("'\(word)' is not a factor", "the factors are: \(Vocabulary.factor.words.listed)")
      return
    }
    for record in records {
      guard !record.isAdded else {
        refuse(
          "\(record.briefName) is new: it has no rating to confirm",
          "rate it: \(option: .set, "\(record.id):\(factor.shortName)=LEVEL")")
        continue
      }
      guard !sets(factor, of: record) else {
        refuse(
          "\(factor.rawValue) of \(record.briefName) is set and confirmed",
          "do one of the two: only a rating that stays as it is can be confirmed")
        continue
      }
      let path = FieldPath(["assessment", factor.rawValue])
      let value = record.fields.value(at: path)
      if list.hasChange(of: path.description, on: record.id) {
        put(FieldChange(path.description, from: value, to: value), record)
      }
      confirm(factor, of: record)
    }
  }

  /// A move to legacy turns an announced succession into one that holds.
  private mutating func turnSuccession(_ standard: Record) {
    let announced = standard.fields.list(RelationKind.willBeSupersededBy.rawValue)
    let held = announced.filter { target in
      guard let id = target.text.flatMap(Identifier.init) else { return false }
      return basis.standards[id]?.group == .preferred
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

  private mutating func keepFormerName(_ standard: Record) {
    guard !standard.fields.lines("formerly").contains(where: standard.briefName.hasSameBytes) else {
      return
    }
    put(FieldChange("formerly", insert: [.text(standard.briefName)]), standard)
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
