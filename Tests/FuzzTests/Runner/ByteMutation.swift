/// Changes to the bytes of a file, without regard to what they mean.
struct ByteMutation {
  private static let lineFeed = UInt8(ascii: "\n")

  /// What has a meaning in YAML, in the files' own words, or to a terminal.
  private static let tokens = [
    "---\n", "...\n", "- ", "? ", ": ", ":", ",", "[", "]", "{", "}", "|", "|2\n", ">-\n", "#",
    " #",
    "&a ", "*a", "!!str ", "!<tag:x> ", "<<: ", "%YAML 1.1\n", "'", "\"", "\\", "\"\\u202E\"",
    "\"\\x1b[2J\"", "\"\\0\"", "\n", "\r\n", "\r", "\t", "  ", "\n    ", "\u{FEFF}", "\u{1B}[31m",
    "\u{9B}", "\u{85}", "\u{2028}", "\u{202E}", "\u{0}", "e\u{301}", "👩‍⚕️", "\u{FFFE}", "~", "null",
    "true", "no", "1e3", "0x1F", "2026-11-23", "999999", "1000000", "-1", "preferred", "legacy",
    "emerging", "final", "retired", "high", "none", "elsewhere", "external", "any-of", "standard:",
    "override:", "use-case:", "member:", "criteria:", "portfolio:", "set:", "add:", "remove: true",
    "delist:", "confirm: [maturity]", "place: first", "from:", "to:", "insert:", "drop:", "field:",
    "next-edition", "../../etc/passwd", "](javascript:x)", "<img src=x onerror=y>", "| a | b |",
    "RSP-Proposal: 9", "superseded-by: [icd-11]", "{external: X}", "approve", "object",
  ]

  private var source: SplitMix64
  private let other: [UInt8]

  /// `other`: a second file, to splice from.
  init(_ source: SplitMix64, splicing other: [UInt8]) {
    self.source = source
    self.other = other
  }

  /// One to eight changes, one on top of the other.
  mutating func mutate(_ original: [UInt8]) -> [UInt8] {
    var bytes = original
    for _ in 0...source.below(source.chance(70) ? 2 : 8) { change(&bytes) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let place = source.below(bytes.count + 1)
    switch source.below(10) {
    case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(source.below(8))
    case 1 where place < bytes.count: bytes[place] = UInt8(source.below(256))
    case 2: bytes.removeSubrange(range(in: bytes, longest: 40))
    case 3: bytes.insert(contentsOf: other[range(in: other, longest: 200)], at: place)
    case 4: bytes.removeLast(source.below(bytes.count / 4 + 1))
    case 5: duplicateLines(&bytes)
    case 6: nest(&bytes)
    case 7: swapLines(&bytes)
    default: bytes.insert(contentsOf: Array(source.pick(ByteMutation.tokens).utf8), at: place)
    }
  }

  private mutating func range(in bytes: [UInt8], longest: Int) -> Range<Int> {
    let start = source.below(bytes.count + 1)
    return start..<min(bytes.count, start + source.below(longest))
  }

  private mutating func duplicateLines(_ bytes: inout [UInt8]) {
    var lines = bytes.split(separator: ByteMutation.lineFeed, omittingEmptySubsequences: false)
    let start = source.below(lines.count)
    let copied = lines[start..<min(lines.count, start + 1 + source.below(3))]
    for _ in 0...source.below(source.chance(5) ? 200 : 3) {
      lines.insert(contentsOf: copied, at: start)
    }
    bytes = Array(lines.joined(separator: [ByteMutation.lineFeed]))
  }

  private mutating func swapLines(_ bytes: inout [UInt8]) {
    var lines = bytes.split(separator: ByteMutation.lineFeed, omittingEmptySubsequences: false)
    lines.swapAt(source.below(lines.count), source.below(lines.count))
    bytes = Array(lines.joined(separator: [ByteMutation.lineFeed]))
  }

  /// Wraps a place in brackets, or indents all that follows it.
  private mutating func nest(_ bytes: inout [UInt8]) {
    let place = source.below(bytes.count + 1)
    let depth = 1 + source.below(source.chance(10) ? 2_000 : 20)
    switch source.below(4) {
    case 0:
      bytes.insert(contentsOf: repeated("[", depth) + repeated("]", depth), at: place)
    case 1: bytes.insert(contentsOf: repeated("{a: ", depth), at: place)
    case 2: bytes.insert(contentsOf: repeated("- ", depth), at: place)
    default:
      let indent = repeated(" ", 1 + source.below(4))
      let tail = bytes[place...].split(
        separator: ByteMutation.lineFeed, omittingEmptySubsequences: false)
      bytes.replaceSubrange(
        place..., with: Array(tail.joined(separator: [ByteMutation.lineFeed] + indent)))
    }
  }

  private func repeated(_ text: String, _ count: Int) -> [UInt8] {
    Array(String(repeating: text, count: count).utf8)
  }
}
