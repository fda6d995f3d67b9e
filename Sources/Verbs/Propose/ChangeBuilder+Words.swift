import Diagnostics
import PortfolioModel
import Records

extension ChangeBuilder {
  /// The id of the standard that a text names by the whole of a name; what has the form of an id is
  /// one, whether there is a record or not.
  mutating func identifier(named text: String) -> Identifier? {
    do throws(Refusal) {
      return try basis.standard(named: text, by: .whole)
    } catch {
      if let id = Identifier(text) { return id }
      refuse(.usage, error.message, details: error.details, error.help)
      return nil
    }
  }

  /// The records and the rest of `[STANDARD:]REST`.
  mutating func subjects(_ text: String, _ request: ProposeRequest) -> ([Record], String) {
    let head = text.prefix { $0 != "=" && $0 != "@" }
    if let colon = head.firstIndex(of: ":") {
      let rest = String(text[text.index(after: colon)...])
      let found = identifier(named: String(text[..<colon])).flatMap { record($0) }
      return (found.map { [$0] } ?? [], rest)
    }
    usesStandards = true
    if request.standards.isEmpty, request.adds == nil {
      refuse(
        "'\(text)' names no standard",
        "name it first: \(run: .propose(.set(text)))")
    }
    var found: [Record] = []
    for id in named { if let record = record(id) { found.append(record) } }
    return (found, text)
  }

  /// The records, the field and the value of `[ID:]FIELD=VALUE`.
  mutating func assignments(
    _ text: String, _ request: ProposeRequest
  ) -> [(Record, field: String, value: String)] {
    guard text.contains("=") else {
      refuse("'\(text)' gives no value", "write 'FIELD=VALUE'; 'FIELD=' removes the field")
      return []
    }
    let (records, rest) = subjects(text, request)
    guard let sign = rest.firstIndex(of: "=") else { return [] }
    let value = String(rest[rest.index(after: sign)...])
    return records.map { ($0, String(rest[..<sign]), value) }
  }

  /// Where a field stands in a record, and what it may hold.
  mutating func resolve(
    _ field: String, _ record: Record
  ) -> (FieldPath, FieldKind)? {
    let address = FieldAddress(.standard)
    let name = basis.description.field(named: field)
    guard let path = address.path(of: name, in: record.fields),
      let kind = address.fieldKind(at: path)
    else {
      let names = Schema.standard.fields.map(\.name) + Vocabulary.factor.words + ["category"]
      refuse(
        "a record has no field '\(field)'",
        Nearest.match(for: field, in: names + Factor.allCases.map(\.shortName)).map {
          "did you mean '\($0)'?"
        }
          ?? "the fields are: \(names.listed)")
      return nil
    }
    return (path, kind)
  }

  /// The value of a kind that a text stands for.
  mutating func parsed(_ text: String, _ kind: FieldKind, _ field: String) -> FieldValue? {
    do {
      let value = try FieldText.value(text, of: kind)
      let faults = kind.problems(in: value, at: FieldPath(field))
      for fault in faults { refuse(.refused, fault.message, fault.help) }
      return faults.isEmpty ? value : nil
    } catch {
      refuse("\(field): \(error.message)", "lists are written '[A, B]'")
      return nil
    }
  }
}
