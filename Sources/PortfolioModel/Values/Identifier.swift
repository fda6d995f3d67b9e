package import Diagnostics

/// The valid id of a record, override, use case, member or region: `[a-z0-9]+(-[a-z0-9]+)*`, at
/// most 64 characters, and not a name that Windows reserves for a device, as most ids name a file.
package struct Identifier: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let text: String

  /// Returns nil where the text is not an id.
  package init?(_ text: String) {
    guard Identifier.isValid(text) else { return nil }
    self.text = text
  }

  package static let maximumLength = 64

  package var description: String { text }

  package static func < (lhs: Identifier, rhs: Identifier) -> Bool {
    lhs.text.precedesBytewise(rhs.text)
  }

  private static func isValid(_ text: String) -> Bool {
    var bytes = text
    return bytes.withUTF8(isValid) && !isDevice(text)
  }

  private static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !bytes.isEmpty, bytes.count <= maximumLength else { return false }
    let hyphen = UInt8(ascii: "-")
    guard bytes.first != hyphen, bytes.last != hyphen else { return false }
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): continue
      case hyphen where bytes[index - 1] != hyphen: continue
      default: return false
      }
    }
    return true
  }

  /// Whether Windows reserves the name for a device, whatever its extension.
  package static func isDevice(_ text: String) -> Bool {
    switch text.utf8.count {
    case 3: text == "con" || text == "prn" || text == "aux" || text == "nul"
    case 4:
      (text.hasPrefix("com") || text.hasPrefix("lpt")) && ("0"..."9").contains(text.suffix(1))
    default: false
    }
  }

  /// The help for a text that is not an id.
  package static func help(insteadOf text: String) -> Hint {
    isDevice(text)
      ? "Windows takes '\(text)' for a device, and keeps no file of that name: write another, such "
        + "as '\(text)-1'"
      : "use a to z, 0 to 9 and single hyphens, at most \(maximumLength)"
  }

  /// Makes an id of any text: ASCII letters and digits in lower case, anything between them one
  /// hyphen.
  ///
  /// Returns nil where nothing is left.
  package init?(slugOf text: String, maximumLength: Int = Identifier.maximumLength) {
    var slug = ""
    for scalar in text.unicodeScalars {
      let lowered = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
      // A longer slug is cut below at the end of a word.
      guard slug.utf8.count <= maximumLength else { break }
      if lowered.isASCII, lowered.properties.isAlphabetic || ("0"..."9").contains(lowered) {
        slug.unicodeScalars.append(lowered)
      } else if !slug.isEmpty, !slug.hasSuffix("-") {
        slug += "-"
      }
    }
    while slug.utf8.count > maximumLength {
      guard let cut = slug.lastIndex(of: "-") else {
        slug = String(slug.prefix(maximumLength))
        break
      }
      slug = String(slug[..<cut])
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    self.init(slug)
  }
}
