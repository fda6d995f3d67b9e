import PortfolioModel

/// Writes XML: text and attributes are escaped here, and nowhere else.
enum XMLText {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  /// Text as it may stand in an element or an attribute. Characters that are not seen, of which XML
  /// allows but a few, are spelled out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in HiddenCharacter.spelledOut(in: text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
