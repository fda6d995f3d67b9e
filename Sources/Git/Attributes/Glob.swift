/// A pattern of `*`, `?`, `[…]` and `\`, matched as git matches the paths of its attributes.
///
/// With `crossesSlashes` each star matches any text, as in a pattern for names. Without it, `*`,
/// `?` and classes stop at slashes, and `**` between slashes matches any number of folders. Only
/// ASCII letters have case; where case is ignored, a class still matches its letters as written, as
/// in git.
struct Glob {
  let pattern: [UInt8]
  let crossesSlashes: Bool
  let ignoresCase: Bool

  /// Whether the pattern matches the whole text. `steps` is reduced by each byte that is compared;
  /// once it is used up, the answer is false.
  func matches(_ text: ArraySlice<UInt8>, _ steps: inout Int) -> Bool {
    var attempt = GlobAttempt(self, Array(text), steps)
    defer { steps = attempt.steps }
    return attempt.matches(0, 0)
  }

  static let specials = Array(#"*?[\"#.utf8)

  func folded(_ byte: UInt8) -> UInt8 {
    ignoresCase && (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
  }
}

/// The matching of a pattern with one text. A comparison that failed is not repeated, so that the
/// time is at most the length of the pattern times the length of the text.
private struct GlobAttempt {
  private let glob: Glob
  private let pattern: [UInt8]
  private let text: [UInt8]
  private let remembers: Bool
  private var failed: Set<Int> = []
  var steps: Int

  init(_ glob: Glob, _ text: [UInt8], _ steps: Int) {
    self.glob = glob
    self.text = text
    self.steps = steps
    pattern = glob.pattern
    // With a single star, no comparison occurs twice.
    remembers = glob.pattern.count { $0 == UInt8(ascii: "*") } > 1
  }

  /// Whether the pattern from an index on matches the text from another index on.
  mutating func matches(_ start: Int, _ place: Int) -> Bool {
    guard remembers else { return tries(start, place) }
    let key = start * (text.count + 1) + place
    guard !failed.contains(key) else { return false }
    let result = tries(start, place)
    if !result { failed.insert(key) }
    return result
  }

  private mutating func tries(_ start: Int, _ place: Int) -> Bool {
    var (p, t) = (start, place)
    while p < pattern.count {
      steps -= 1
      guard steps > 0 else { return false }
      if pattern[p] == UInt8(ascii: "*") { return star(p, t) }
      guard t < text.count else { return false }
      let byte = glob.folded(text[t])
      switch pattern[p] {
      case UInt8(ascii: "?"):
        guard glob.crossesSlashes || byte != UInt8(ascii: "/") else { return false }
      case UInt8(ascii: "["):
        var letters = GlobClass(pattern, at: p + 1, ignoresCase: glob.ignoresCase)
        let holds = letters.holds(byte)
        steps -= max(0, letters.place - p)
        guard holds, glob.crossesSlashes || byte != UInt8(ascii: "/") else { return false }
        p = letters.place
      case UInt8(ascii: #"\"#):
        p += 1
        guard p < pattern.count, byte == pattern[p] else { return false }
      default:
        guard byte == glob.folded(pattern[p]) else { return false }
      }
      p += 1
      t += 1
    }
    return t == text.count
  }

  /// Continues at the first of one or more stars.
  private mutating func star(_ first: Int, _ place: Int) -> Bool {
    let slash = UInt8(ascii: "/")
    var p = first
    while p < pattern.count, pattern[p] == UInt8(ascii: "*") { p += 1 }
    var crosses = glob.crossesSlashes
    if !crosses, p - first > 1, first == 0 || pattern[first - 1] == slash {
      let isEscaped = pattern[p...].starts(with: Array(#"\/"#.utf8))
      if p == pattern.count || pattern[p] == slash || isEscaped {
        // It also matches no folder at all.
        if p < pattern.count, pattern[p] == slash, matches(p + 1, place) { return true }
        crosses = true
      }
    }
    if p == pattern.count { return crosses || !text[place...].contains(slash) }
    for t in place...text.count {
      if matches(p, t) { return true }
      steps -= 1
      guard steps > 0, t < text.count, crosses || text[t] != slash else { return false }
    }
    return false
  }
}
