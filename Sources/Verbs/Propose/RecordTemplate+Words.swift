import PortfolioModel

extension RecordTemplate {
  /// What a field holds, in words for who fills it in.
  static func words(on field: Field) -> String {
    if let relation = RelationKind(rawValue: field.name) {
      return "\(relation.phrase): ids, or {external: NAME} for what is outside the portfolio"
    }
    switch field.name {
    case "brief-name": return "the name by which it is called, on one line"
    case "formal-name": return "the name that its developers gave it"
    case "formerly": return "brief names that it had before"
    case "clause": return "its clause in the publication"
    case "scope": return "what it is for, in a sentence"
    case "relation-notes": return "a note on one of the relations above"
    case "sdo": return "who develops it, as a list: [DEVELOPER, DEVELOPER]"
    case "reference": return "where it stands in its developer's publication"
    case "conforms-to": return "what it conforms to: names of the portfolio's references"
    case "facets": return "the values of the portfolio's facets that it is about"
    case "implemented-by": return "what implements it"
    case "tooling-note": return "a note on the tools"
    case "tools": return "tools, each with a link"
    case "footnotes": return "footnotes of the table, each on the factors that it qualifies"
    case "description": return "more about it, a sentence on a line"
    case "notes": return "what editors should know"
    default: return field.kind.phrase
    }
  }

  /// The field with a value of its form.
  static func example(_ field: Field) -> String {
    let name = field.name
    if let relation = RelationKind(rawValue: name) { return "\(relation.rawValue): [ID]" }
    switch name {
    case "formerly": return "\(name): [NAME]"
    case "conforms-to": return "\(name): [NAME]"
    case "facets": return "\(name): {FACET: [VALUE]}"
    case "implemented-by": return "\(name): [NAME]"
    case "relation-notes": return "\(name): [{relation: used-with, target: ID, note: TEXT}]"
    case "tools": return "\(name): [{label: NAME, url: 'https://…'}]"
    case "footnotes": return "\(name): [{on: [tooling], text: TEXT}]"
    default: return "\(name): TEXT"
    }
  }
}
