/// A name as the file systems that tell the fewest names apart have it: without regard to case, to
/// how letters are put together, to characters that are not seen, and to spaces and full stops at
/// the end. Wide letters count as plain ones.
package struct FoldedName: Hashable, Sendable {
  /// Compared as text, so that a letter with its mark is one with the letter that has it.
  private let text: String

  package init(_ name: String) {
    var folded = ""
    for scalar in name.unicodeScalars where !scalar.properties.isDefaultIgnorableCodePoint {
      folded += FoldedName.folded(FoldedName.narrow(scalar))
    }
    while let last = folded.utf8.last, last == UInt8(ascii: ".") || last == UInt8(ascii: " ") {
      folded.unicodeScalars.removeLast()
    }
    text = folded
  }

  /// Whether this begins as another, or is it.
  package func hasPrefix(_ other: FoldedName) -> Bool { text.hasPrefix(other.text) }

  /// Wide forms of ASCII stand apart by a fixed number.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  /// By way of the capital, as several small letters can have one and the same.
  private static func folded(_ scalar: Unicode.Scalar) -> String {
    scalar.properties.uppercaseMapping.unicodeScalars.reduce("") { text, capital in
      text + capital.properties.lowercaseMapping
    }
  }
}
