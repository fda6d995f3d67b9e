import Foundation
import Git
import TestSupport
import Testing

@Suite("Attributes, against the git program")
struct AttributeTests {
  private typealias Place = RepositoryTests.Place

  private static let attributes = [
    "filter", "text", "merge", "diff", "eol", "a", "b", "m", "n", "binary",
  ]
  private static let paths = [
    "Portfolio/portfolio.yml", "Portfolio/standards/data/a-b.yml", "Portfolio/[x].yml",
    "Proposals/0001-x/state.yml", "Proposals/ballots/b/originals/A form.docx", "docs/a/b/c.md",
    "portfolio/UP.YML", "a", "Portfolio/a\\b", "Portfolio/caf\u{E9}.yml", "-x", "#x", "!x",
  ]

  /// What git says of each path, by attribute; what is unspecified is left out.
  private func asked(_ place: Place, _ arguments: [String]) throws -> [String: [String: String]] {
    let outcome = try Running.once(
      "/usr/bin/git", ["-C", place.path] + arguments + ["--stdin", "-z"],
      ["PATH": "/usr/bin:/bin", "HOME": place.path, "GIT_ATTR_NOSYSTEM": "1"],
      input: AttributeTests.paths.map { $0 + "\0" }.joined())
    let words = outcome.out.components(separatedBy: "\0")
    var found: [String: [String: String]] = [:]
    for start in stride(from: 0, to: words.count - 3, by: 3) where words[start + 2] != "unspecified"
    {
      found[words[start], default: [:]][words[start + 1]] = words[start + 2]
    }
    return found
  }

  private func text(_ value: AttributeValue) -> String? {
    switch value {
    case .unspecified: nil
    case .set: "set"
    case .unset: "unset"
    case .text(let text): text
    }
  }

  /// Holds our reader against git's, for files on the disk and in the index.
  private func compare(_ files: [String: [UInt8]], in place: Place) throws {
    var sources = AttributeSources()
    for (folder, bytes) in files {
      let url = URL(fileURLWithPath: place.path + "/" + folder + ".gitattributes")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
      sources.add(bytes, inFolder: folder)
    }
    try place.git("add", "-Af")
    defer {
      for folder in files.keys {
        try? FileManager.default.removeItem(atPath: place.path + "/" + folder + ".gitattributes")
      }
    }
    for (reading, ignoresCase, arguments) in [
      (.disk, false, []), (.disk, true, []), (.index, false, ["--cached"]),
    ] as [(AttributeReading, Bool, [String])] {
      let git = try asked(
        place,
        ["-c", "core.ignoreCase=\(ignoresCase)", "check-attr"] + arguments
          + AttributeTests.attributes)
      for path in AttributeTests.paths {
        let ours = try sources.values(
          of: AttributeTests.attributes, ofPath: path, reading, ignoresCase: ignoresCase
        ).compactMapValues(text)
        #expect(
          ours == git[path] ?? [:],
          """
          \(path) \(reading) \(ignoresCase) in \
          \(files.mapValues { String(decoding: $0, as: UTF8.self) })
          """)
      }
    }
  }

  private func place() throws -> Place {
    let place = try Place()
    try place.git("init", "-q", "-b", "main")
    return place
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  @Test("Read what git reads, and nothing else")
  func table() throws {
    let place = try place()
    defer { place.remove() }
    for text in [
      #""Portfolio/**" filter=x"#, #""Portfolio\057**" filter=x"#, #""*.y\155l"text"#,
      #""Proposals/*/state.yml filter"#, #""a\q" a"#, #""a\400" a"#, #""A form.docx" a"#,
      #""Port\000folio" a"#, "\"\" a", #""[attr]m n" filter=x"# + "\na m",
      "Portfolio/** m\n[attr]m filter=x", "[attr]m n\n[attr]n m filter\n* m",
      "* m -filter\n[attr]m filter", "* -filter m\n[attr]m filter", "* m\n* !m\n[attr]m filter",
      "* m=1\n[attr]m filter", "[attr] m filter\n* m", "[attr]m filter\n[attr]m -filter\n* m",
      "* binary", "[attr]binary filter=x\n* binary", "*.yml -binary", "!Portfolio/** a",
      #"\!x a"#, "\\#x a", "#x a", " \t* a", "* a b=c -m !n", "* a=b=c", "* -a=b", "* -", "* =a",
      "* a -=b", "* a\\b", "* --a", "* a\n* !a", "* a\r\n*.md b\r\n", "* a\r", "\u{FEFF}* a",
      "\u{FEFF}# a\n* b", "* a\u{0}b\n* m\n", "Port** a", "Portfolio** a", "**.yml a",
      "**/data/* a",
      "Portfolio/**/a-b.yml a", "**/ a", "/** a", "Portfolio/ a", "Portfolio a", "/portfolio.yml a",
      "/Portfolio/*.yml a", "standards/** a", "*/standards a", "*\\/portfolio.yml a",
      "**\\/*.yml a",
      "Portfolio/[[]x].yml a", "Portfolio/\\[x\\].yml a", "Portfolio/[[:alnum:]]*.yml a",
      "[[:bad:]]* a", "[[:x]* a", "[a a", "[]a] a", "[!]b] a", "[^b] a", "[a-] a", "[--a] a",
      "[\\a] a", "[a-\\z] a", "[z-a] a", "portfolio/[U]P.YML a", "[[:upper:]]*.yml a",
      "portfolio/[T-V]p.yml a", "p\\Ortfolio/** a", "PORTFOLIO/** a", "*.YML a", "caf?.yml a",
      "caf??.yml a", "Portfolio/a\\\\b a", "*\\ a", "?rtfolio/* a", "P*o/*o.yml a", "***.yml a",
      "**a**/***b**.yml a", "Portfolio/*/** a", "Portfolio/**/** a", "* text=auto eol=lf merge=",
      "* a\n* -a" + AttributeTests.blanks(2042), "* a\n* -a" + AttributeTests.blanks(2043),
      "* a\n* -a" + AttributeTests.blanks(2044), "* a\n* -a" + AttributeTests.blanks(2043) + "\r",
      "* a\n* -a" + AttributeTests.blanks(3000) + "\n* b",
      "# " + AttributeTests.blanks(2045) + "* a",
      "* a\n* -a\0" + AttributeTests.blanks(3000),
    ] {
      try compare(["": Array(text.utf8)], in: place)
    }
    for files in [
      [
        "": "* a b", "Portfolio/": "* -a\n/standards/** b=2",
        "Portfolio/standards/data/": "*.yml !a",
      ],
      ["Portfolio/": "[attr]m a\n* m", "": "[attr]n b\n*.yml n"],
      ["Portfolio/": "portfolio.yml m\nPortfolio/** b\ndata/* b", "": "[attr]m a"],
      ["Portfolio/": "standards/** a\n/*.yml b\n**/data/* m", "": ""],
    ] {
      try compare(files.mapValues { Array($0.utf8) }, in: place)
    }
  }

  @Test("Agree with git on files made by chance", .slow)
  func chance() throws {
    let place = try place()
    defer { place.remove() }
    var state: UInt64 = 20_261_128
    func roll(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    func pick(_ words: [String]) -> String { words[roll(words.count)] }
    let pieces = [
      "Portfolio", "portfolio", "Proposals", "standards", "/", "/", "/", "*", "**", "**/", "?",
      "[a-z]",
      "[!a]", "[", "]", "\\", ".yml", "a", "b", "-", "\"", "\\057", "!", "#", " ", "[[:alpha:]]",
      "YML",
      "*.yml", "P*", "x", "ballots", "originals", "\u{E9}", "[attr]",
    ]
    let settings = AttributeTests.attributes.flatMap {
      [$0, $0, "-" + $0, "!" + $0, $0 + "=x", $0 + "="]
    }
    func line() -> String {
      let subject =
        roll(5) == 0
        ? "[attr]" + pick(["m", "n", "a", "binary"])
        : (0...roll(5)).map { _ in pick(pieces) }.joined()
      let mark = roll(6) == 0 ? "\"" : ""
      let values = (0..<roll(4)).map { _ in pick(settings) } + (roll(20) == 0 ? ["-="] : [])
      return mark + subject + mark + pick([" ", "\t", "  ", ""]) + values.joined(separator: " ")
    }
    for _ in 1...150 {
      var files: [String: [UInt8]] = [:]
      for folder in ["", "Portfolio/", "Proposals/ballots/"] where folder.isEmpty || roll(3) == 0 {
        let text = (0...roll(8)).map { _ in line() }.joined(separator: pick(["\n", "\r\n"]))
        files[folder] = Array(((roll(10) == 0 ? "\u{FEFF}" : "") + text).utf8)
      }
      try compare(files, in: place)
    }
  }
}
