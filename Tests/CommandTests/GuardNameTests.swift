import Foundation
import TestSupport
import Testing

@Suite("The guard: names and attributes on other systems")
struct GuardNameTests {
  /// A push of HEAD's tree with one entry more at a folder, which is then taken back.
  private func pushed(
    _ mode: String, _ name: String, _ id: String, at folder: String, _ server: Server
  ) throws -> (isTaken: Bool, said: String) {
    let sandbox = server.sandbox
    let added = TreeTests.Entry(mode: mode, name: name, id: id)
    func key(_ entry: TreeTests.Entry) -> [UInt8] {
      Array((entry.name + (entry.mode == "40000" || entry.mode == "040000" ? "/" : "")).utf8)
    }
    var tree = try TreeTests.forge("HEAD:\(folder)", in: sandbox) { entries in
      entries.removeAll { $0.name == name }
      entries.append(added)
      entries.sort { key($0).lexicographicallyPrecedes(key($1)) }
    }
    var rest = folder.split(separator: "/").map(String.init)
    while let step = rest.popLast() {
      let inner = tree
      tree = try TreeTests.forge("HEAD:" + rest.joined(separator: "/"), in: sandbox) { entries in
        entries = entries.map {
          $0.name == step ? TreeTests.Entry(mode: "40000", name: step, id: inner) : $0
        }
      }
    }
    let commit = try sandbox.git("commit-tree", tree, "-p", "HEAD", "-m", "Notes")
      .trimmingCharacters(in: .newlines)
    return try server.push("\(commit):refs/heads/main")
  }

  private func blob(_ text: String, _ sandbox: Sandbox) throws -> String {
    try sandbox.write(text, to: ".git/blob")
    return try sandbox.git("hash-object", "-w", ".git/blob").trimmingCharacters(in: .newlines)
  }

  private static let ballot = "Proposals/ballots/dis/originals"

  /// A server whose repository also holds other folders.
  private func server() throws -> Server {
    let server = try Server(.approved)
    try server.sandbox.write("Words.\n", to: "docs/deep/words.txt")
    try server.sandbox.write("x\n", to: GuardNameTests.ballot + "/a.docx")
    try server.session.commitAll("Words")
    try server.sandbox.git("config", "core.quotePath", "false")
    #expect(try server.push("main").isTaken)
    return server
  }

  @Test(
    "Refuses what breaks a checkout, anywhere in the tree",
    arguments: ["", "docs/deep", "Portfolio/standards/data", "Proposals"].orSome(1))
  func unwritable(folder: String) throws {
    let server = try server()
    defer { server.remove() }
    let file = try blob("x\n", server.sandbox)
    for (mode, name) in [
      ("100644", ".git."), ("100644", ".git "), ("40000", ".GIT. ."), ("100644", ".git\\x"),
      ("100644", ".git::$INDEX_ALLOCATION"), ("100644", ".g\u{200C}it"), ("100644", "git~1"),
      ("100644", "aux.yml"), ("100644", "con"), ("100644", "a:b"), ("100644", "a\\b.yml"),
      ("100644", "a.yml."), ("120000", ".gitmodules"), ("120000", "gitmod~1"),
    ] {
      let id = mode == "40000" ? try server.sandbox.git("rev-parse", "HEAD:docs/deep") : file
      let answer = try pushed(
        mode, name, id.trimmingCharacters(in: .newlines), at: folder, server)
      #expect(!answer.isTaken, "\(name)")
      #expect(
        answer.said.contains("can't be checked out everywhere")
          || answer.said.contains("is not one that git writes"), "\(name): \(answer.said)")
    }
    let answer = try pushed("100644", "words-2.txt", file, at: "docs", server)
    #expect(answer.isTaken, "\(answer.said)")
  }

  @Test("Refuses names that would be taken for ours, beside and below them, and no others")
  func twins() throws {
    let server = try server()
    defer { server.remove() }
    let file = try blob("x\n", server.sandbox)
    let folder = try server.sandbox.git("rev-parse", "HEAD:docs/deep")
      .trimmingCharacters(in: .newlines)
    let names = [
      "Propo\u{17F}als", "PORTFO~1", "Port\u{200B}folio", "proposals", "\u{FF30}ortfolio",
    ]
    for name in names {
      for (mode, id) in [("40000", folder), ("100644", file), ("120000", file)] {
        let answer = try pushed(mode, name, id, at: "", server)
        #expect(
          !answer.isTaken && answer.said.contains("would be taken for P"),
          "\(name): \(answer.said)")
      }
    }
    for (folder, name) in [
      ("", "GITATT~1"), ("", ".gitAttribute\u{17F}"), ("Portfolio", ".GITATTRIBUTES"),
      ("Portfolio", "\u{17F}tandards"), ("Portfolio/standards/data", "LOINC.yml"),
      (Transcript.folder + "/reviews", "RUNE-N~1.YML"),
    ] {
      let answer = try pushed("100644", name, file, at: folder, server)
      #expect(
        !answer.isTaken && answer.said.contains("would be taken for \(folder)"),
        "\(name): \(answer.said)")
    }
    for name in names {
      let answer = try pushed("40000", name, folder, at: "docs", server)
      #expect(answer.isTaken, "\(name): \(answer.said)")
      try server.sandbox.git("fetch", "-q", "origin")
      try server.sandbox.git("reset", "-q", "--soft", "origin/main")
    }
  }

  static let harmful: [(label: String, text: String)] = [
    ("a quoted pattern", #""Portfolio/**" working-tree-encoding=UTF-16"#),
    ("a pattern with escapes", #""Portfolio\057**" working-tree-encoding=UTF-16"#),
    ("a macro used before it is defined", "*.yml big\n[attr]big working-tree-encoding=UTF-16"),
    ("a macro by way of another", "*.yml big\n[attr]big wide\n[attr]wide filter=x"),
    ("a built-in macro made anew", "*.yml binary\n[attr]binary filter=x"),
    ("a pattern that ignores case", "PORTFOLIO/** filter=x"),
    ("what a zero byte hides", "*.md text\0\n*.yml filter=x"),
    ("stars on a name", "Port** filter=x"),
    ("a byte order mark", "\u{FEFF}*.yml filter=x"),
  ]

  private static let long = String(repeating: "a", count: 3000)

  static let unclear: [(label: String, text: String)] = [
    (
      "a long line that takes it off again",
      "*.yml filter=x\n*.yml -filter" + String(repeating: " ", count: 2048)
    ),
    (
      "a long line whose end older versions take for a line",
      "docs/** " + String(repeating: "a", count: 2039) + "*.yml filter=x"
    ),
    ("a name that newer versions keep for themselves", "*.yml builtin_x filter=x"),
    (
      "a long comment whose end older versions take for a line",
      "#" + String(repeating: "a", count: 2046) + "*.yml filter=x"
    ),
    ("a long line that libraries read whole", "*.yml filter=x " + long),
  ]

  @Test("Refuses attributes that git reads and others do not, above and below the folders")
  func attributes() throws {
    let server = try server()
    defer { server.remove() }
    let sandbox = server.sandbox
    let shipped = try sandbox.read(".gitattributes")
    for (folder, cases, words) in [
      ("", GuardNameTests.harmful, "Its .gitattributes set '"),
      ("", GuardNameTests.unclear, "versions of git read line "),
      (
        GuardNameTests.ballot, [("below", "*.docx filter=x"), ("quoted", #""*.docx" ident"#)],
        "Its .gitattributes set '"
      ),
      (
        GuardNameTests.ballot,
        GuardNameTests.unclear.map {
          ($0.label, $0.text.replacingOccurrences(of: "*.yml", with: "*.doc*"))
        }, "versions of git read line "
      ),
    ] as [(String, [(label: String, text: String)], String)] {
      for (label, text) in cases {
        let file = try blob(text + "\n" + (folder.isEmpty ? shipped : ""), sandbox)
        let answer = try pushed("100644", ".gitattributes", file, at: folder, server)
        #expect(!answer.isTaken && answer.said.contains(words), "\(label): \(answer.said)")
      }
    }
    let link = try blob("*.yml working-tree-encoding=UTF-16", sandbox)
    for folder in ["Portfolio", "Portfolio/standards"] {
      let answer = try pushed("120000", ".gitattributes", link, at: folder, server)
      #expect(!answer.isTaken, "\(answer.said)")
      #expect(answer.said.contains("can't be read for git's attributes: it is a symbolic link"))
    }
    for (path, text) in [
      ("docs/.gitattributes", "*.txt filter=x\n" + GuardNameTests.unclear[0].text),
      (
        ".gitattributes",
        "# \(GuardNameTests.long)\ndocs/** \(GuardNameTests.long) filter=x\n" + shipped
      ),
      (".gitattributes", "docs/** builtin_x=y filter=x\n" + shipped),
      (".gitattributes", shipped + "docs/** filter=x\n\"docs/a b\" ident\n[attr]big filter=x\n"),
      (
        ".gitattributes", shipped + "* -text\n*.docx binary\nPortfolio/ filter=x\n!*.yml filter=x\n"
      ),
    ] {
      try sandbox.write(text, to: path)
      try server.session.commitAll("Attributes")
      let answer = try server.push("main")
      #expect(answer.isTaken, "\(text.prefix(100)): \(answer.said)")
    }
  }

  @Test("Is not held up by attributes without end")
  func load() throws {
    let server = try server()
    defer { server.remove() }
    let sandbox = server.sandbox
    let stars = String(repeating: "*a*e", count: 20)
    for (text, isTaken) in [
      (String(repeating: "\(stars)x filter=x\n", count: 2900), false),
      (String(repeating: "*.x -text\n", count: 30_000), false),
      ((0..<9_000).map { "[attr]m\($0) m\($0 + 1)\n" }.joined() + "* m0\n", true),
    ] {
      let file = try blob(text, sandbox)
      let start = ContinuousClock.now
      let answer = try pushed("100644", ".gitattributes", file, at: "", server)
      #expect(start.duration(to: .now) < .seconds(60), "\(text.prefix(40))")
      #expect(answer.isTaken == isTaken, "\(text.prefix(40)): \(answer.said)")
      #expect(isTaken || answer.said.contains("too many to judge"), "\(answer.said)")
    }
  }
}
