extension WordText {
  /// Without soft hyphens; line breaks in the file are spaces, and those around the text are dropped
  /// where the file does not ask to keep them.
  static func plain(_ element: XMLElement) -> String {
    var scalars: [Unicode.Scalar] = []
    for scalar in element.text.unicodeScalars where scalar != "\u{AD}" {
      scalars.append(["\n", "\r", "\t"].contains(scalar) ? " " : scalar)
    }
    if element.value("space", in: .xml) != "preserve" {
      while scalars.last == " " { scalars.removeLast() }
      scalars = Array(scalars.drop { $0 == " " })
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }

  /// The ticks and boxes of Wingdings, which are what forms have of symbols; others stay what they
  /// are.
  static func symbol(_ element: XMLElement) -> String {
    let font = element.value("font", in: .word) ?? ""
    guard let value = UInt32(element.value("char", in: .word) ?? "", radix: 16) else { return "" }
    return switch value & 0xFF {
    case _ where !font.utf8.starts(with: "Wingdings".utf8):
      Unicode.Scalar(value).map { String(Character($0)) } ?? ""
    case 0xFE: "\u{2611}"
    case 0xFD, 0x78: "\u{2612}"
    case 0xA8, 0x6F: "\u{2610}"
    case 0xFC: "\u{2713}"
    case 0xFB: "\u{2717}"
    default: Unicode.Scalar(value).map { String(Character($0)) } ?? ""
    }
  }
}
