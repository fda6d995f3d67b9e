/// A value in a file: text, a list, or fields. It is compared and hashed by its UTF-8 bytes.
package enum FieldValue: Sendable {
  /// A line, or prose that ends with one line feed.
  case text(String)
  case list([FieldValue])
  case fields(Fields)
}

extension FieldValue: Hashable {
  package static func == (lhs: FieldValue, rhs: FieldValue) -> Bool {
    switch (lhs, rhs) {
    case (.text(let left), .text(let right)): left.hasSameBytes(as: right)
    case (.list(let left), .list(let right)): left == right
    case (.fields(let left), .fields(let right)): left == right
    default: false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .text(var text): text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    case .list(let items): hasher.combine(items)
    case .fields(let fields): hasher.combine(fields)
    }
  }
}

extension FieldValue {
  package var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  package var list: [FieldValue]? {
    guard case .list(let items) = self else { return nil }
    return items
  }

  package var fields: Fields? {
    guard case .fields(let fields) = self else { return nil }
    return fields
  }

  /// Whether the value is empty, so that a file would not hold it.
  package var isEmpty: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .list(let items): items.isEmpty
    case .fields(let fields): fields.isEmpty
    }
  }

  /// Whether the value is text with a line feed.
  package var isProse: Bool { text?.hasLineFeed ?? false }

  package static func lines(_ lines: [String]) -> FieldValue { .list(lines.map { .text($0) }) }
}
