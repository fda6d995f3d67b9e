/// Names that git refuses to check out on some or all systems.
enum NameForm {
  /// Whether git takes a name for its own folder `.git`, as file systems of Windows and macOS
  /// would.
  ///
  /// Git does so on every system, unless `core.protectNTFS` or `core.protectHFS` turns that off.
  static func isGitFolder(_ name: [UInt8]) -> Bool {
    guard holdsGit(name) else { return false }
    return steps(name).contains { step in
      [".git", "git~1"].contains { isSame(plain(step), $0) } || isSame(seen(step), ".git")
    }
  }

  /// Whether a name would be taken for `.gitmodules`, which git doesn't allow to be a link.
  static func isModulesFile(_ name: [UInt8]) -> Bool {
    steps(name).contains { step in
      if isSame(seen(step), ".gitmodules") || isSame(plain(step), ".gitmodules") { return true }
      // The short names that Windows may give it.
      let short = lowercased(plain(step))
      let stem = String(decoding: short.prefix { $0 != UInt8(ascii: "~") }, as: UTF8.self)
      return short.count == 8 && stem.utf8.count < 7
        && ["gitmod", "gi7eba"].contains { $0.hasPrefix(stem) }
    }
  }

  /// Why a name can't be a file's on some system, or nil; `isLink`: whether the file is a link.
  static func fault(_ name: [UInt8], isLink: Bool) -> String? {
    if isLink, isModulesFile(name) { return "git refuses a link that passes for .gitmodules" }
    if String(validating: name, as: UTF8.self) == nil {
      return "it is not UTF-8, which macOS does not allow"
    }
    if name.count > 255 { return "a name is at most 255 bytes long" }
    if let byte = name.first(where: { $0 < 0x20 || forbidden.contains($0) }) {
      let sign = byte < 0x20 ? "a control character" : "'\(Character(Unicode.Scalar(byte)))'"
      return "Windows does not allow \(sign) in a name"
    }
    if let last = name.last, last == UInt8(ascii: ".") || last == UInt8(ascii: " ") {
      let sign = last == UInt8(ascii: " ") ? "a space" : "a full stop"
      return "Windows does not allow \(sign) at its end"
    }
    let stem = plain(name.prefix { $0 != UInt8(ascii: ".") })
    return isDevice(lowercased(stem)) ? "Windows reserves it for a device" : nil
  }

  /// Whether a name holds the letters of "git" in a row, with nothing but non-ASCII between them.
  /// Every spelling of git's folder does, and nearly every other name does not.
  private static func holdsGit(_ name: [UInt8]) -> Bool {
    // How many of the letters stand right before the byte.
    var letters = 0
    for byte in name where byte < 0x80 {
      switch (letters, byte | 0x20) {
      case (2, UInt8(ascii: "t")): return true
      case (1, UInt8(ascii: "i")): letters = 2
      case (_, UInt8(ascii: "g")): letters = 1
      default: letters = 0
      }
    }
    return false
  }

  private static let forbidden = Array(#"\:<>"|?*"#.utf8)

  /// The digits of a port's name; Windows also accepts the superscript digits of Latin-1.
  private static let ports = Set("0123456789\u{B9}\u{B2}\u{B3}".map { Array($0.utf8) })

  private static func isDevice(_ name: [UInt8]) -> Bool {
    if ["con", "prn", "aux", "nul", "conin$", "conout$"].contains(where: { isSame(name[...], $0) })
    {
      return true
    }
    guard isSame(name.prefix(3), "com") || isSame(name.prefix(3), "lpt") else { return false }
    return ports.contains(Array(name.dropFirst(3)))
  }

  private static func steps(_ name: [UInt8]) -> [ArraySlice<UInt8>] {
    name.split(separator: UInt8(ascii: #"\"#), omittingEmptySubsequences: false)
  }

  /// The name as Windows reads it: without a stream after a colon, and without full stops and
  /// spaces at the end.
  private static func plain(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let name = name.prefix { $0 != UInt8(ascii: ":") }
    let end = name.lastIndex { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: " ") }
    return name[..<(end.map { $0 + 1 } ?? name.startIndex)]
  }

  /// The name as macOS reads it: without invisible characters.
  private static func seen(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let text = String(decoding: name, as: UTF8.self).unicodeScalars.filter {
      !$0.properties.isDefaultIgnorableCodePoint
    }
    return Array(String(String.UnicodeScalarView(text)).utf8)[...]
  }

  private static func lowercased(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  }

  private static func isSame(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
    lowercased(bytes).elementsEqual(text.utf8)
  }
}
