/// A name as the least distinguishing file systems compare it: case, composed or decomposed
/// letters, invisible characters, and spaces and full stops at the end make no difference.
/// Full-width letters equal plain ones.
package struct FoldedName: Hashable, Sendable {
  /// Compared as a String, for which composed and decomposed letters are equal.
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

  /// Whether this begins with another name or equals it.
  package func hasPrefix(_ other: FoldedName) -> Bool { text.hasPrefix(other.text) }

  /// Full-width forms of ASCII are at a fixed distance from the plain ones.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  /// Folds by the upper-case letter, as several lower-case letters can share one.
  private static func folded(_ scalar: Unicode.Scalar) -> String {
    scalar.properties.uppercaseMapping.unicodeScalars.reduce("") { text, capital in
      text + capital.properties.lowercaseMapping
    }
  }
}
