import PortfolioModel

extension CanonicalText {
  /// The text of a value on one line.
  ///
  /// - Parameter inFlow: Whether the value is inside `[…]` or `{…}`.
  func flow(
    _ value: FieldValue, _ kind: FieldKind, inFlow: Bool, subject: SubjectKind?
  ) -> String {
    switch value {
    case .text(let line): return scalar(line, kind, inFlow: inFlow)
    case .list(let items):
      let item = itemKind(kind)
      let texts = items.map { flow($0, item, inFlow: true, subject: subject) }
      return "[" + texts.joined(separator: ", ") + "]"
    case .fields(let fields):
      let entries = fields.entries.map { entry in
        let (name, valueKind): (String, FieldKind) =
          switch kind.forFields {
          case .fields(let schema):
            (key(entry.name, in: schema), self.kind(of: entry.name, in: fields, schema, subject))
          case .dictionary(_, let value, _): (key(entry.name), value)
          default: (key(entry.name), .anything)
          }
        return name + ": " + flow(entry.value, valueKind, inFlow: true, subject: subject)
      }
      return "{" + entries.joined(separator: ", ") + "}"
    }
  }

  /// The text of a key. Names that the schema declares are written as they are; other names are
  /// quoted where a line would be.
  func key(_ name: String, in schema: Schema) -> String {
    schema.field(name) == nil ? key(name) : name
  }

  func key(_ name: String) -> String {
    PlainText.isSafe(name, inFlow: true) ? name : quoted(name)
  }

  private func scalar(_ line: String, _ kind: FieldKind, inFlow: Bool) -> String {
    if kind.isWrittenPlain(line) { return line }
    return PlainText.isSafe(line, inFlow: inFlow) ? line : quoted(line)
  }

  private func quoted(_ line: String) -> String {
    var result = "\""
    for scalar in line.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}

extension FieldKind {
  /// Whether a text is written without quotes although YAML readers give it a type: numbers, dates
  /// and flags.
  fileprivate func isWrittenPlain(_ text: String) -> Bool {
    switch self {
    case .number: Int(text) != nil && textProblems(in: text, at: .root).isEmpty
    case .date: CalendarDate(text) != nil
    case .flag: text == "true"
    case .either(let kind?, _, _): kind.isWrittenPlain(text)
    default: false
    }
  }
}
