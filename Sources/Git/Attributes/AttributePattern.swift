/// The paths to which a line of an attribute file applies (gitattributes(5), gitignore(5)).
struct AttributePattern {
  private let bytes: [UInt8]
  /// The number of bytes before the first special one.
  private let literalCount: Int
  /// Whether it applies to names in any folder, as it has no slash.
  private let isOfName: Bool
  /// Whether it applies only to folders, which have no attributes.
  private let isOfFolders: Bool

  /// Returns nil where the pattern excludes paths, as git skips such a line.
  init?(_ text: [UInt8]) {
    var bytes = Array(text.prefix { $0 != 0 })
    guard bytes.first != UInt8(ascii: "!") else { return nil }
    let slash = UInt8(ascii: "/")
    isOfFolders = bytes.last == slash
    if isOfFolders { bytes.removeLast() }
    isOfName = !bytes.contains(slash)
    if bytes.first == slash { bytes.removeFirst() }
    self.bytes = bytes
    literalCount = bytes.firstIndex { Glob.specials.contains($0) } ?? bytes.count
  }

  /// Whether it applies to a path, given from the folder that holds the attribute file.
  func matches(_ path: ArraySlice<UInt8>, ignoresCase: Bool, _ steps: inout Int) -> Bool {
    guard !isOfFolders else { return false }
    let slash = UInt8(ascii: "/")
    let text = isOfName ? path[((path.lastIndex(of: slash) ?? path.startIndex - 1) + 1)...] : path
    let glob = Glob(
      pattern: isOfName ? bytes : Array(bytes[literalCount...]), crossesSlashes: isOfName,
      ignoresCase: ignoresCase)
    steps -= 1
    guard !isOfName else { return glob.matches(text, &steps) }
    // The literal start is compared first, so that the rest of "a**" begins with its stars.
    let start = text.prefix(literalCount)
    guard start.count == literalCount,
      zip(start, bytes).allSatisfy({ glob.folded($0) == glob.folded($1) })
    else { return false }
    return glob.matches(text.dropFirst(literalCount), &steps)
  }
}
