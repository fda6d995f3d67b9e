import Diagnostics
import PortfolioModel
import Records

extension ChangeBuilder {
  /// The standards and the rest of `[ID:]REST`.
  mutating func subjects(_ text: String, _ request: ProposeRequest) -> ([Standard], String) {
    let head = text.prefix { $0 != "=" && $0 != "@" }
    if let colon = head.firstIndex(of: ":") {
      let rest = String(text[text.index(after: colon)...])
      guard let id = Identifier(String(text[..<colon])) else {
        refuse("'\(text[..<colon])' is not an id", "\(run: .verb(.list)) shows the ids")
        return ([], rest)
      }
      return (known(id).map { [$0] } ?? [], rest)
    }
    usesStandards = true
    if request.standards.isEmpty {
      refuse(
        "'\(text)' names no standard",
        "name it first: \(run: .propose(.set(text)))")
    }
    var found: [Standard] = []
    for id in request.standards { if let standard = known(id) { found.append(standard) } }
    return (found, text)
  }

  /// The standards, the field and the value of `[ID:]FIELD=VALUE`.
  mutating func assignments(
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

  /// Where a field stands in a record, and what it may hold.
  mutating func resolve(
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

  /// The value of a kind that a text stands for.
  mutating func parsed(_ text: String, _ kind: FieldKind, _ field: String) -> FieldValue? {
    do {
      let value = try FieldText.value(text, of: kind)
      let faults = kind.problems(in: value, at: FieldPath(field))
      for fault in faults { refuse(.usage, fault.message, fault.help) }
      return faults.isEmpty ? value : nil
    } catch {
      refuse("\(field): \(error.message)", "lists are written '[A, B]'")
      return nil
    }
  }
}
