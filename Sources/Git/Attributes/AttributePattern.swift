/// The paths that a line of a file of attributes is about (gitattributes(5), gitignore(5)).
struct AttributePattern {
  private let bytes: [UInt8]
  /// How many bytes come before the first special one.
  private let literalCount: Int
  /// Whether it is about names wherever they stand, as it has no slash.
  private let isOfName: Bool
  /// Whether it is about folders alone, which have no attributes.
  private let isOfFolders: Bool

  /// Nil where the pattern excludes paths, which git passes over.
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

  /// Whether it is about a path, which is given from the folder that holds the file of attributes.
  func matches(_ path: ArraySlice<UInt8>, ignoresCase: Bool, _ steps: inout Int) -> Bool {
    guard !isOfFolders else { return false }
    let slash = UInt8(ascii: "/")
    let text = isOfName ? path[((path.lastIndex(of: slash) ?? path.startIndex - 1) + 1)...] : path
    let glob = Glob(
      pattern: isOfName ? bytes : Array(bytes[literalCount...]), crossesSlashes: isOfName,
      ignoresCase: ignoresCase)
    steps -= 1
    guard !isOfName else { return glob.matches(text, &steps) }
    // What stands before the first special byte is taken off first, so that "a**" starts with its
    // stars.
    let start = text.prefix(literalCount)
    guard start.count == literalCount,
      zip(start, bytes).allSatisfy({ glob.folded($0) == glob.folded($1) })
    else { return false }
    return glob.matches(text.dropFirst(literalCount), &steps)
  }
}
