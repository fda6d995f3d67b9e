import PortfolioModel

/// Values of fields in a reader's words.
extension DiffReport {
  /// A value on one line, standards by their brief names.
  func words(_ value: FieldValue) -> String {
    switch value {
    case .text(let text):
      return Level(rawValue: text)?.phrase ?? Factor(rawValue: text)?.phrase
        ?? Identifier(text).flatMap(knownName) ?? text.oneLine
    case .list(let items):
      let isLong = items.contains { $0.fields.map { $0.entries.count > 1 } ?? false }
      return items.map(words).joined(separator: isLong ? "; " : ", ")
    case .fields(let fields): return words(fields)
    }
  }

  func knownName(_ id: Identifier) -> String? {
    (input.to.standards[id] ?? input.from.standards[id])?.briefName
  }

  private func words(_ fields: Fields) -> String {
    func word(_ name: String, _ lead: String = "") -> String {
      fields[name].map { lead + words($0) } ?? ""
    }
    if fields["regions"] != nil { return rating(fields) }
    if fields["level"] != nil { return word("level") + (word("trend", ", ")) }
    if fields["external"] != nil { return word("external") }
    if let relation = fields.text("relation") {
      return "\(RelationKind(rawValue: relation)?.phrase ?? relation) \(word("target"))"
        + word("note", ": ")
    }
    if let decision = decision(fields) { return decision.map(\.text).joined() }
    if fields["url"] != nil {
      return word("label") + (word("url", fields["label"] == nil ? "" : " "))
    }
    if fields["text"] != nil { return "“\(word("text"))”" + word("on", " on ") }
    return fields.entries.map { "\($0.name.spaced) \(words($0.value))" }.listed
  }

  /// "combined moderate, US high, elsewhere low", with its note.
  private func rating(_ fields: Fields) -> String {
    let combined = fields.text("combined").map { ["combined \($0)"] } ?? []
    let regions = fields.fields("regions")?.entries.map { entry in
      let level = entry.value.fields.map { words($0) } ?? words(entry.value)
      return "\(region(entry.name)) \(level)"
    }
    return (combined + (regions ?? [])).listed + (fields.text("note").map { " (“\($0)”)" } ?? "")
  }
}
