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
}
