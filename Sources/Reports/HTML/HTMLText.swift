/// Text between tags and in attributes.
package enum HTMLText {
  /// The text with every character escaped that markup gives a meaning to, and hidden characters
  /// spelled out.
  package static func escaped(_ text: String) -> String {
    let needsEscape = text.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
        UInt8(ascii: "'"), 0x80..., 0..<0x20, 0x7F:
        true
      default: false
      }
    }
    guard needsEscape else { return text }
    var result = ""
    for scalar in DisplayText.escaped(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
