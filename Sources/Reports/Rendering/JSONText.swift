import FoundationEssentials

/// JSON as every verb prints it: keys sorted, two spaces, a final line feed.
package enum JSONText {
  /// - Throws: what the value's own encoding throws; the types of this module throw nothing.
  package static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
