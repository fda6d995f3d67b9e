/// Names that git refuses to check out: on any system, or where files are kept by other rules.
enum NameForm {
  /// Whether git takes a name for its own folder, as the file systems of Windows and macOS would.
  ///
  /// It does so on every system, unless told otherwise (`core.protectNTFS`, `core.protectHFS`).
  static func isGitFolder(_ name: [UInt8]) -> Bool {
    guard holdsGit(name) else { return false }
    return steps(name).contains { step in
      [".git", "git~1"].contains { isSame(plain(step), $0) } || isSame(seen(step), ".git")
    }
  }

  /// Whether a link of that name would be taken for `.gitmodules`, which git lets no link be.
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

  /// Why a name can't be a file's on some system, or nil; `isLink`: whether it is that of a link.
  static func fault(_ name: [UInt8], isLink: Bool) -> String? {
    if isLink, isModulesFile(name) { return "git lets no link pass for .gitmodules" }
    if String(validating: name, as: UTF8.self) == nil {
      return "it is not UTF-8, and macOS keeps no such name"
    }
    if name.count > 255 { return "a name is at most 255 bytes long" }
    if let byte = name.first(where: { $0 < 0x20 || forbidden.contains($0) }) {
      let sign = byte < 0x20 ? "a control character" : "'\(Character(Unicode.Scalar(byte)))'"
      return "Windows lets no name hold \(sign)"
    }
    if let last = name.last, last == UInt8(ascii: ".") || last == UInt8(ascii: " ") {
      return "Windows lets no name end in a \(last == UInt8(ascii: " ") ? "space" : "full stop")"
    }
    let stem = plain(name.prefix { $0 != UInt8(ascii: ".") })
    return isDevice(lowercased(stem)) ? "Windows takes it for a device" : nil
  }

  /// Whether the letters of "git" follow each other, whatever is not ASCII between them: no name of
  /// git's folder is without them, and nearly every other name is.
  private static func holdsGit(_ name: [UInt8]) -> Bool {
    var rest = "git".utf8[...]
    for byte in name where byte < 0x80 {
      let letter = byte | 0x20
      if letter != rest.first { rest = "git".utf8[...] }
      if letter == rest.first { rest = rest.dropFirst() }
      if rest.isEmpty { return true }
    }
    return false
  }

  private static let forbidden = Array(#"\:<>"|?*"#.utf8)

  /// What numbers a port: a digit, or a superscript one of Latin-1, which Windows takes for the same.
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

  /// What Windows takes for the name: no stream after a colon, no full stops or spaces at the end.
  private static func plain(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let name = name.prefix { $0 != UInt8(ascii: ":") }
    let end = name.lastIndex { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: " ") }
    return name[..<(end.map { $0 + 1 } ?? name.startIndex)]
  }

  /// What macOS takes for the name: without the characters that are not seen.
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
