package import PortfolioModel

/// Writes a file's content in its canonical form: format 1 has exactly one text for each content.
package struct CanonicalText {
  private var text = ""

  private init() {}

  /// Returns the text of a file with its final line feed. The content is put into canonical order
  /// first.
  package static func of(_ fields: Fields, _ schema: Schema) -> String {
    var writer = CanonicalText()
    writer.writeBlock(schema.ordered(fields), schema, indent: 0, subject: nil)
    return writer.text
  }

  private mutating func writeBlock(
    _ fields: Fields, _ schema: Schema, indent: Int, subject: SubjectKind?, afterDash: Bool = false
  ) {
    var isFirst = afterDash
    // A change's subject determines how the values of its fields are written.
    let subject = SubjectKind.allCases.first { fields[$0.rawValue] != nil } ?? subject
    for entry in fields.entries {
      if !isFirst { writeIndent(indent) }
      isFirst = false
      text += key(entry.name, in: schema) + ":"
      let kind = self.kind(of: entry.name, in: fields, schema, subject)
      writeValue(entry.value, kind, indent: indent, subject: subject)
    }
  }

  /// The kind of a field; values in a change are written as the schema of its subject says.
  private func kind(
    of name: String, in fields: Fields, _ schema: Schema, _ subject: SubjectKind?
  ) -> FieldKind {
    let declared = schema.field(name)?.kind ?? .anything
    guard let subject else { return declared }
    switch name {
    case "add" where schema.name == Schema.change.name:
      return .fields(subject == .standard ? .addedStandard : subject.schema)
    case "from" where schema.name == Schema.fieldChange.name,
      "to" where schema.name == Schema.fieldChange.name:
      return kind(ofField: fields.text("field") ?? "", subject) ?? .anything
    case "insert" where schema.name == Schema.fieldChange.name,
      "drop" where schema.name == Schema.fieldChange.name:
      switch kind(ofField: fields.text("field") ?? "", subject) {
      case .list(let item): return .list(item)
      case .either(_, let list?, _): return list
      default: return declared
      }
    default: return declared
    }
  }

  private func kind(ofField field: String, _ subject: SubjectKind) -> FieldKind? {
    let address = FieldAddress(subject)
    return address.path(of: field, in: Fields()).flatMap(address.fieldKind)
  }

  /// Writes the text after a key's colon, including the line feed.
  private mutating func writeValue(
    _ value: FieldValue, _ kind: FieldKind, indent: Int, subject: SubjectKind?
  ) {
    switch value {
    case .text(let content) where value.isProse:
      text += " |\n"
      var lines = content.utf8.split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      if lines.last?.isEmpty == true { lines.removeLast() }
      for line in lines {
        if !line.isEmpty {
          writeIndent(indent + 2)
          text += String(decoding: line, as: UTF8.self)
        }
        text += "\n"
      }
    case .list(let items) where isBlockList(items, kind):
      text += "\n"
      for item in items { writeItem(item, itemKind(kind), indent: indent + 2, subject: subject) }
    case .fields(let fields) where !isFlow(fields, kind):
      text += "\n"
      writeEntries(fields, kind, indent: indent + 2, subject: subject)
    default: text += " " + flow(value, kind, inFlow: false, subject: subject) + "\n"
    }
  }

  /// Writes the entries of a mapping that is not on one line.
  private mutating func writeEntries(
    _ fields: Fields, _ kind: FieldKind, indent: Int, subject: SubjectKind?, afterDash: Bool = false
  ) {
    switch kind.forFields {
    case .fields(let schema):
      writeBlock(fields, schema, indent: indent, subject: subject, afterDash: afterDash)
    case .dictionary(_, let value, _):
      for (index, entry) in fields.entries.enumerated() {
        if index > 0 || !afterDash { writeIndent(indent) }
        text += key(entry.name) + ":"
        writeValue(entry.value, value, indent: indent, subject: subject)
      }
    default:
      for (index, entry) in fields.entries.enumerated() {
        if index > 0 || !afterDash { writeIndent(indent) }
        text += key(entry.name) + ":"
        writeValue(entry.value, .anything, indent: indent, subject: subject)
      }
    }
  }

  private mutating func writeItem(
    _ item: FieldValue, _ kind: FieldKind, indent: Int, subject: SubjectKind?
  ) {
    writeIndent(indent)
    text += "- "
    if case .fields(let fields) = item, !isFlow(fields, kind) {
      writeEntries(fields, kind, indent: indent + 2, subject: subject, afterDash: true)
    } else {
      text += flow(item, kind, inFlow: false, subject: subject) + "\n"
    }
  }

  private mutating func writeIndent(_ count: Int) { text += String(repeating: " ", count: count) }

  // MARK: - On one line

  /// Whether a list is written as a block, as lists of mappings are; others are on one line.
  private func isBlockList(_ items: [FieldValue], _ kind: FieldKind) -> Bool {
    switch itemKind(kind) {
    case .fields: true
    case .anything: items.contains { $0.text == nil }
    default: false
    }
  }

  private func itemKind(_ kind: FieldKind) -> FieldKind {
    switch kind {
    case .list(let item): item
    case .either(_, let list?, _): itemKind(list)
    default: .anything
    }
  }

  /// Whether a mapping is written `{…}`.
  private func isFlow(_ fields: Fields, _ kind: FieldKind) -> Bool {
    switch kind.forFields {
    case .fields(let schema) where schema.name == Schema.fieldChange.name:
      fields.entries.allSatisfy { $0.value.isLineOrLines }
    case .fields(let schema): schema.isFlow && FieldValue.fields(fields).isFreeOfProse
    case .dictionary(_, _, let isFlow): isFlow
    default: false
    }
  }

  private func flow(
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
  private func key(_ name: String, in schema: Schema) -> String {
    schema.field(name) == nil ? key(name) : name
  }

  private func key(_ name: String) -> String {
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
  /// The kind of a value of this kind that is a mapping.
  fileprivate var forFields: FieldKind {
    if case .either(_, _, let fields?) = self { return fields.forFields }
    return self
  }

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

extension FieldValue {
  fileprivate var isLineOrLines: Bool {
    switch self {
    case .text: !isProse
    case .list(let items): items.allSatisfy { $0.text != nil && !$0.isProse }
    case .fields: false
    }
  }

  fileprivate var isFreeOfProse: Bool {
    switch self {
    case .text: !isProse
    case .list(let items): items.allSatisfy(\.isFreeOfProse)
    case .fields(let fields): fields.entries.allSatisfy(\.value.isFreeOfProse)
    }
  }
}
