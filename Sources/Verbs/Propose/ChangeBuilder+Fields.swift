import Diagnostics
import PortfolioModel
import Records

extension ChangeBuilder {
  /// Sets a field of each standard that the text is about: `[ID:]FIELD=VALUE`.
  mutating func set(_ text: String, _ request: ProposeRequest) {
    for (standard, field, value) in assignments(text, request) {
      if field == "category" {
        let from = FieldValue.text(standard.category.rawValue)
        guard agrees(standard, FieldPath(field), .text(value)) else { continue }
        put(FieldChange("category", from: from, to: .text(value)), standard)
        continue
      }
      guard let (path, kind) = resolve(field, standard) else { continue }
      let current = standard.fields.value(at: path)
      let to = value.isEmpty ? nil : parsed(value, kind, field)
      guard value.isEmpty || to != nil else { continue }
      guard agrees(standard, path, to) else { continue }
      let isRevised = list.hasChange(of: path.description, on: standard.id)
      guard current != to || isRevised else {
        let help: [Hint]? = path.factor.map {
          ["a rating that was reassessed unchanged: \(option: .confirm, $0.rawValue)"]
        }
        let word =
          value.isEmpty ? "absent" : Abridgement.byBlob.quoted(FieldValue.text(value).inlineBare)
        refuse(.usage, "\(field) of \(standard.briefName) is \(word) already", help ?? [])
        continue
      }
      guard keepsTheRest(of: standard, path, to, typed: value, request) else { continue }
      put(FieldChange(path.description, from: current, to: to), standard)
      if field == "group", value == Group.legacy.rawValue { turnSuccession(standard) }
      if field == "brief-name" { keepFormerName(standard) }
    }
  }

  /// Confirms a rating as it is; a change of it goes.
  mutating func confirm(_ text: String, _ request: ProposeRequest) {
    let (standards, word) = subjects(text, request)
    guard let factor = Factor.named(word) else {
      refuse("'\(word)' is not a factor", "the factors are: \(Vocabulary.factor.words.listed)")
      return
    }
    for standard in standards {
      guard !sets(factor, of: standard) else {
        refuse(
          "\(factor.rawValue) of \(standard.briefName) is set and confirmed",
          "do one of the two: only a rating that stays as it is can be confirmed")
        continue
      }
      let path = FieldPath(["assessment", factor.rawValue])
      let value = standard.fields.value(at: path)
      if list.hasChange(of: path.description, on: standard.id) {
        put(FieldChange(path.description, from: value, to: value), standard)
      }
      confirm(factor, of: standard)
    }
  }

  /// A move to legacy turns an announced succession into one that holds.
  private mutating func turnSuccession(_ standard: Standard) {
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

  private mutating func keepFormerName(_ standard: Standard) {
    guard !standard.formerNames.contains(where: standard.briefName.hasSameBytes) else { return }
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
