/// Names as nobody gives them to files, by what is to become of them.
enum HostileNames {
  /// What no tree of git's holds.
  static let malformed: [[UInt8]] =
    [
      "", ".", "..", ".git", ".GIT", ".Git", "git~1", "GIT~1", ".git.", ".git ", ".git. .",
      ".git\\x", "x\\.git", ".git::$INDEX_ALLOCATION", ".g\u{200C}it", ".git\u{FEFF}", "a/b", "/",
    ].map { Array($0.utf8) }

  /// What some system can't check out.
  static let faulty: [[UInt8]] =
    [
      "aux", "AUX.yml", "con", "nul.txt", "com1", "lpt9.x", "conin$", "a:b", "a\\b", "a?", "a*",
      "<a>", "a|b", "\"a\"", "a\u{1}", "a\nb", "a\tb", "\u{1B}[31m", "a.", "a ", "x.yml ", "x.yml.",
      String(repeating: "n", count: 256), String(repeating: "n", count: 4_000),
    ].map { Array($0.utf8) }

  /// What some system takes for one of the two folders.
  static let folders: [[UInt8]] =
    [
      "portfolio", "PORTFOLIO", "proposals", "Propo\u{17F}als", "PORTFO~1", "PROPOS~2", "propos~1",
      "P\u{200B}ortfolio", "Proposals\u{AD}", "\u{FF30}roposals", "Portfolio.", "Proposals ",
    ].map { Array($0.utf8) }

  /// What no system minds by itself; next to another it may.
  static let others: [[UInt8]] =
    [
      "x", "X", "x.yml", "X.yml", "x.YML", ".x", "~", "-x", "--x", "a b", "a  b", "ab c~1", "abc~1",
      "\u{E9}.yml", "e\u{301}.yml", "\u{C9}.yml", "\u{FB01}.yml", "fi.yml", "stra\u{DF}e.yml",
      "strasse.yml", "\u{212A}.yml", "k.yml", "\u{65E5}\u{672C}.yml", "\u{202E}x.yml", "\u{85}x",
      "\u{2028}", "\u{301}", "x\u{301}", "\u{200B}", "\u{FE0F}", "proposal.yml", "state.yml",
      "reviews", "portfolio.yml", "criteria.yml", "committee.yml", "CHANGELOG.md", "Changelog.md",
      "standards", "Standards", "STANDA~1", "delisted", "overrides", "use-cases", "ballots",
      "originals", "0007-x", "0007-X", "7-x", "0001-", "999999-x", "1000000-x", "0007-\u{E9}",
      "0007-e\u{301}", ".yml", "..yml", ".x.yml", ".gitattributes", ".GitAttributes", "GITATT~1",
      ".gitmodules", ".GITMODULES", "gitmod~1", "git~2", ".git-x", ".gitignore", ".rspmaint-tmp",
      String(repeating: "n", count: 255), String(repeating: "n", count: 251) + ".yml",
    ].map { Array($0.utf8) } + [
      [0xFF], [0xFE], [0xC3], [0x78, 0xFF] + Array(".yml".utf8), [0xED, 0xA0, 0x80], [0xC0, 0xAE],
      Array("\u{FFFD}ff".utf8), [0xF4, 0x90, 0x80, 0x80],
    ]

  static func pick(_ source: inout SplitMix64) -> [UInt8] {
    switch source.below(10) {
    case 0: source.pick(malformed)
    case 1, 2: source.pick(faulty)
    case 3: source.pick(folders)
    default: source.pick(others)
    }
  }
}
