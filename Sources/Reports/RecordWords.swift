package import PortfolioModel

/// The fields of a file in words: a line for each value, which says all by itself what it is of.
///
/// Items of lists are named by what they hold and not by their number, so that one that comes or goes
/// changes no other line.
package struct RecordWords {
  private let fields: Fields

  package init(_ fields: Fields) { self.fields = fields }

  package var text: String { RecordWords.lines(fields, []).map { $0 + "\n" }.joined() }

  /// Steps that say nothing to a reader.
  private static let silent = ["assessment", "regions"]

  private static func lines(_ fields: Fields, _ above: [String]) -> [String] {
    fields.entries.flatMap { entry in
      let isSilent = silent.contains { $0.hasSameBytes(as: entry.name) }
      return lines(entry.value, isSilent ? above : above + [entry.name.spaced])
    }
  }

  private static func lines(_ value: FieldValue, _ place: [String]) -> [String] {
    switch value {
    case .text(let text) where value.isProse:
      let lines = text.utf8.split(separator: UInt8(ascii: "\n")).map {
        "  " + DisplayText.line(String(Substring($0)))
      }
      return [label(place) + ":"] + lines
    case .text(let text): return [label(place) + ": " + DisplayText.line(text)]
    case .fields(let fields): return lines(fields, place)
    case .list(let items): return items.flatMap { lines(item: $0, place) }
    }
  }

  private static func lines(item: FieldValue, _ place: [String]) -> [String] {
    guard case .fields(let fields) = item else { return lines(item, place) }
    if let change = change(fields) { return [label(place) + " " + change] }
    guard let name = fields.entries.first(where: { $0.value.text != nil }) else {
      return lines(fields, place)
    }
    let text = name.value.text ?? ""
    var rest = fields
    rest[name.name] = nil
    let named = place.dropLast() + [(place.last.map { $0 + " " } ?? "") + text.oneLine]
    return rest.entries.isEmpty
      ? [label(place) + ": " + DisplayText.line(text)]
      : lines(rest, Array(named))
  }

  /// "group: from preferred to emerging", of a change of a field; nil of anything else.
  private static func change(_ fields: Fields) -> String? {
    guard let field = fields.text("field") else { return nil }
    let phrases = ["from", "to", "drop", "insert"].compactMap { word in
      fields[word].map { "\(word) \(phrase($0))" }
    }
    return "\(DisplayText.line(field)): \(phrases.joined(separator: " "))"
  }

  /// A value on one line.
  private static func phrase(_ value: FieldValue) -> String {
    switch value {
    case .text(let text): DisplayText.line(text.oneLine)
    case .list(let items): items.map(phrase).listed
    case .fields(let fields):
      fields.entries.map { "\($0.name.spaced) \(phrase($0.value))" }.listed
    }
  }

  /// "Site deployment, us"
  private static func label(_ place: [String]) -> String {
    let text = DisplayText.line(place.listed)
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
