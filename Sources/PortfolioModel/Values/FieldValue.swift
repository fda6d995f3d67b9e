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
  package var isProse: Bool { text?.utf8.contains(UInt8(ascii: "\n")) ?? false }

  package static func lines(_ lines: [String]) -> FieldValue { .list(lines.map { .text($0) }) }
}

extension String {
  /// Whether both strings have the same bytes. String's == also equates composed and decomposed
  /// characters.
  package func hasSameBytes(as other: String) -> Bool {
    // Strings that differ even when composed and decomposed characters count as equal are told apart
    // fast.
    guard utf8.count == other.utf8.count, self == other else { return false }
    let isSame = utf8.withContiguousStorageIfAvailable { bytes in
      other.utf8.withContiguousStorageIfAvailable { bytes.elementsEqual($0) }
    }
    return isSame.flatMap { $0 } ?? utf8.elementsEqual(other.utf8)
  }

  /// The rest of a string after a beginning that it has, cut by bytes.
  package func rest(after beginning: String) -> String {
    String(Substring(utf8.dropFirst(beginning.utf8.count)))
  }

  /// Compares by UTF-8 bytes, so that the order is the same everywhere.
  package func precedesBytewise(_ other: String) -> Bool {
    let precedes = utf8.withContiguousStorageIfAvailable { bytes in
      other.utf8.withContiguousStorageIfAvailable { bytes.lexicographicallyPrecedes($0) }
    }
    return precedes.flatMap { $0 } ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}
