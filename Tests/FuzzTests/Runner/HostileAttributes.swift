/// Files of attributes as nobody writes them, for a portfolio's paths.
///
/// Each is called by where it counts: `folder/` and the folder in the worktree, `own` for the
/// repository's, `common/` for those of the user and the system.
struct HostileAttributes {
  static let names = [
    "filter", "text", "merge", "diff", "eol", "ident", "working-tree-encoding", "binary", "a", "b",
    "m", "n",
  ]

  static let paths = [
    "Portfolio/portfolio.yml", "Portfolio/standards/data/a-b.yml", "Portfolio/[x].yml",
    "Proposals/0001-x/state.yml", "Proposals/ballots/b/originals/A form.docx",
    "Proposals/0001-x/reviews/ada.yml", "portfolio/UP.YML", "Portfolio/a\\b",
    "Portfolio/caf\u{E9}.yml", "-x", "#x", "!x",
    "Portfolio/" + String(repeating: "a/", count: 40) + "a.yml",
  ]

  private static let places = [
    "folder/", "folder/Portfolio/", "folder/Portfolio/standards/",
    "folder/Portfolio/standards/data/",
    "folder/Proposals/", "folder/Proposals/0001-x/", "folder/Proposals/ballots/",
    "folder/portfolio/",
    "folder/Portfolio/a/a/a/a/a/a/a/a/", "common/1/", "common/2/", "own/",
  ]

  private static let pieces = [
    "Portfolio", "portfolio", "Proposals", "standards", "data", "/", "/", "/", "*", "**", "**/",
    "/**", "?", "[a-z]", "[!a]", "[^/]", "[", "]", "[]", "[[:alpha:]]", "[[:nobody:]]",
    "[[:upper:]",
    "[z-a]", "[\\]]", "\\", "\\\\", "\\*", ".yml", "YML", "*.yml", "P*", "a", "b", "x", "-", "\"",
    "\\057", "\\400", "\\q", "!", "#", " ", "\t", "ballots", "originals", "\u{E9}", "e\u{301}",
    "[attr]", "0001-x", "\r", "\u{FEFF}", "\u{B}", "***", "*a*a*a*", "**/**/**/",
  ]

  /// What matches much.
  private static let wide = [
    "*", "**", "*.yml", "[a-z]*", "?*", "Portfolio/**", "Proposals/**", "**/*.yml", "*.YML", "/**",
    "\"*.y\\155l\"", "\"\\052\"", "data/*", "*/data/*", "standards/**/a-b.yml", "state.yml",
    "**/0001-x/**",
  ]

  private static let settings =
    names.flatMap { [$0, $0, "-" + $0, "!" + $0, $0 + "=x", $0 + "="] } + [
      "text=auto", "eol=crlf", "working-tree-encoding=UTF-16", "a=b=c", "a=-b", "filter=\"x",
    ]

  /// Because of these git passes over a line, or its versions part.
  private static let faults = [
    "builtin_x", "-builtin_x", "-", "!", "-=", "=", "--a", "!-a", "-!a", "a\\b", "\u{E9}",
    "a\u{0}b",
  ]

  private var source: SplitMix64

  init(_ source: SplitMix64) { self.source = source }

  /// One to five files.
  mutating func files() -> [(path: String, bytes: [UInt8])] {
    var files: [String: [UInt8]] = [:]
    for _ in 0...source.below(5) {
      files[source.pick(HostileAttributes.places) + "attributes"] = text()
    }
    return files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private mutating func text() -> [UInt8] {
    let isLong = source.chance(2)
    var bytes: [UInt8] = source.chance(8) ? [0xEF, 0xBB, 0xBF] : []
    for _ in 0...source.below(isLong ? 60 : 9) {
      bytes += line()
      bytes += Array((source.chance(15) ? "\r\n" : "\n").utf8)
    }
    if source.chance(30) { bytes.removeLast() }
    if source.chance(4), !bytes.isEmpty {
      bytes[source.below(bytes.count)] = UInt8(source.below(256))
    }
    // More than is read.
    if source.chance(1) { bytes += Array(repeating: UInt8(ascii: "\n"), count: 1 << 18) }
    return bytes
  }

  private mutating func line() -> [UInt8] {
    switch source.below(20) {
    case 0: return []
    case 1: return Array("# \(source.pick(HostileAttributes.settings))".utf8)
    default: break
    }
    let subject =
      source.chance(20)
      ? "[attr]" + source.pick(["m", "n", "a", "binary", "text", "b", "", "-m", "m n"])
      : pattern()
    let mark = source.chance(15) ? "\"" : ""
    var values = (0..<source.below(4)).map { _ in source.pick(HostileAttributes.settings) }
    if source.chance(3) { values.append(source.pick(HostileAttributes.faults)) }
    let gap = source.chance(90) ? " " : source.pick(["\t", "  ", "", "\r", "\u{B}"])
    var line = Array((mark + subject + mark + gap + values.joined(separator: " ")).utf8)
    // Around the length at which versions of git part.
    if source.chance(1) {
      line += Array(
        repeating: UInt8(ascii: " "), count: max(0, 2_044 + source.below(6) - line.count))
    }
    return line
  }

  private mutating func pattern() -> String {
    switch source.below(10) {
    case 0: return source.pick(HostileAttributes.paths)
    case 1: return source.pick(HostileAttributes.paths).replacing("a", with: "*")
    case 2, 3, 4: return source.pick(HostileAttributes.wide)
    default: break
    }
    let count = source.chance(1) ? source.below(60) : source.below(6)
    return (0...count).map { _ in source.pick(HostileAttributes.pieces) }.joined()
  }
}
