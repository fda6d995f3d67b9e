/// How the name of an edition is written where only an id may stand.
package enum EditionName {
  /// The letters and digits of a name in lower case, other characters as single hyphens; nil where
  /// nothing is left of it, or too much: `ISO 21860:2027` is `iso-21860-2027`.
  package static func slug(of name: String) -> Identifier? {
    var words: [String] = [""]
    for byte in name.asciiLowercased.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        words[words.count - 1].append(Character(UnicodeScalar(byte)))
      default:
        words.append("")
      }
    }
    return Identifier(words.filter { !$0.isEmpty }.joined(separator: "-"))
  }
}
