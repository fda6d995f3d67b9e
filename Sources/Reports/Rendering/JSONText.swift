import FoundationEssentials
import PortfolioModel

/// JSON as every verb prints it: keys sorted, two spaces, a final line feed.
package enum JSONText {
  /// - Throws: what the value's own encoding throws; the types of this module throw nothing.
  package static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return escaped(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n"
  }

  /// The same JSON without characters that a terminal obeys or hides; they stand in strings only.
  private static func escaped(_ json: String) -> String {
    guard json.unicodeScalars.contains(where: HiddenCharacter.isHidden) else { return json }
    var result = ""
    for scalar in json.unicodeScalars {
      guard HiddenCharacter.isHidden(scalar) else {
        result.unicodeScalars.append(scalar)
        continue
      }
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      }
    }
    return result
  }
}
