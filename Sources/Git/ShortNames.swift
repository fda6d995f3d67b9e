/// The short names that Windows also gives files: `PORTFO~1` is `Portfolio`.
///
/// The number depends on the other files in the folder, so every number is considered, and so is
/// the form of two letters and four digits that Windows uses when numbers run out.
struct ShortNames {
  /// For each stem of a short name, the first name that may have it.
  private var names: [String: String] = [:]

  init(of names: [String]) {
    for name in names {
      let (stem, end) = ShortNames.parts(name)
      guard !stem.isEmpty, !ShortNames.isShort(name, stem, end) else { continue }
      for count in 1...6 { add(String(stem.prefix(count)) + "~" + end, name) }
      add(String(stem.prefix(2)) + "####~" + end, name)
    }
  }

  private mutating func add(_ stem: String, _ name: String) {
    if names[stem] == nil { names[stem] = name }
  }

  /// The name whose short name a given name may be, or nil.
  func owner(of name: String) -> String? {
    guard let form = ShortNames.form(name) else { return nil }
    if let owner = names[form.stem + "~" + form.end] { return owner }
    let digits = form.stem.dropFirst(2)
    guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit) else { return nil }
    return names[String(form.stem.prefix(2)) + "####~" + form.end]
  }

  /// Whether a name is short itself, so that Windows gives it no other.
  private static func isShort(_ name: String, _ stem: String, _ end: String) -> Bool {
    let whole = end.isEmpty ? stem : stem + "." + end
    return stem.utf8.count <= 8 && capitals(name.utf8).utf8.elementsEqual(whole.utf8)
      && name.utf8.count == whole.utf8.count
  }

  /// The part before the tilde and the part after the full stop of a short name; nil for other
  /// names.
  private static func form(_ name: String) -> (stem: String, end: String)? {
    guard name.utf8.count <= 12 else { return nil }
    let name = capitals(name.utf8)
    let point = name.lastIndex(of: ".") ?? name.endIndex
    let parts = name[..<point].split(
      separator: "~", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[1]), number > 0, !parts[0].isEmpty,
      name[..<point].utf8.count <= 8
    else { return nil }
    return (String(parts[0]), String(name[point...].dropFirst().prefix(3)))
  }

  /// The parts from which Windows makes short names: the stem in capitals without spaces and full
  /// stops, and the first three letters of the extension.
  private static func parts(_ name: String) -> (stem: String, end: String) {
    let bytes = name.utf8.drop { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: " ") }
    let point = bytes.lastIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
    return (
      capitals(bytes[..<point].filter { $0 != UInt8(ascii: ".") }),
      String(capitals(bytes[point...].dropFirst()).prefix(3))
    )
  }

  private static func capitals(_ bytes: some Sequence<UInt8>) -> String {
    var text = ""
    for byte in bytes {
      switch byte {
      case UInt8(ascii: " "): continue
      case 0x61...0x7A: text.unicodeScalars.append(Unicode.Scalar(byte - 0x20))
      case 0x80...: text += "_"
      case UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="),
        UInt8(ascii: "["), UInt8(ascii: "]"):
        text += "_"
      default: text.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return text
  }
}
