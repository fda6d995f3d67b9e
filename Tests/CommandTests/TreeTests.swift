import Foundation
import TestSupport
import Testing

@Suite("Trees that no checkout made")
struct TreeTests {
  /// A line of `git ls-tree`.
  struct Entry: Sendable {
    let mode: String
    let name: String
    let id: String
  }

  /// The entries of a tree, forged and stored in whatever form.
  static func forge(
    _ tree: String, in sandbox: Sandbox, _ change: (inout [Entry]) throws -> Void
  ) throws -> String {
    var entries = try sandbox.git("ls-tree", tree).split(separator: "\n").map { line in
      let (head, name) = (
        line.prefix { $0 != "\t" }.split(separator: " "), line.drop { $0 != "\t" }
      )
      return Entry(mode: String(head[0]), name: String(name.dropFirst()), id: String(head[2]))
    }
    try change(&entries)
    return try store(entries, in: sandbox)
  }

  static func store(_ entries: [Entry], in sandbox: Sandbox) throws -> String {
    var bytes: [UInt8] = []
    for entry in entries {
      let mode = entry.mode.drop { $0 == "0" }
      bytes += Array("\(mode) \(entry.name)".utf8) + [0]
      for place in stride(from: 0, to: 40, by: 2) {
        bytes.append(try #require(UInt8(entry.id.dropFirst(place).prefix(2), radix: 16)))
      }
    }
    let file = sandbox.root + "/.git/forged-tree"
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return try sandbox.git("hash-object", "-w", "-t", "tree", "--literally", file)
      .trimmingCharacters(in: .newlines)
  }

  /// A commit of the tree on HEAD; HEAD moves to it, and the worktree stays.
  private func commit(_ tree: String, in sandbox: Sandbox) throws -> String {
    let id = try sandbox.git("commit-tree", tree, "-p", "HEAD", "-m", "Notes")
      .trimmingCharacters(in: .newlines)
    try sandbox.git("reset", "-q", "--soft", id)
    return id
  }

  /// Whoever reads the tips and the history says no, in these words.
  private func expectRefused(_ server: Server, at commit: String, _ words: String...) throws {
    let sandbox = server.sandbox
    let start = try sandbox.git("rev-list", "--max-parents=0", "HEAD")
      .trimmingCharacters(in: .newlines)
    for outcome in [
      try sandbox.rspmaint(["audit", "--since", start]),
      try sandbox.rspmaint(["validate", "--rev", commit]),
      try sandbox.rspmaint(["list", "--rev", commit]),
      try sandbox.rspmaint(["diff", "\(start)..\(commit)"]),
    ] {
      #expect(outcome.code == 1, "\(outcome.out.suffix(500))\(outcome.err)")
      for word in words { #expect((outcome.out + outcome.err).contains(word), "\(outcome.err)") }
    }
    let push = try server.push("HEAD:main")
    #expect(!push.isTaken)
    for word in words { #expect(push.said.contains(word), "\(push.said.suffix(1000))") }
    #expect(push.said.utf8.count < 20_000)
  }

  @Test(
    "Are refused where a clone would hold other files than an audit reads",
    arguments: ["a path", "a folder twice", "a file and a folder", "git's own folder"])
  func forms(form: String) throws {
    let server = try Server(.accepted)
    defer { server.remove() }
    let sandbox = server.sandbox
    #expect(try server.push("main").isTaken)
    try sandbox.edit(Transcript.ucum, "tooling: moderate", "tooling: high")
    let record = try sandbox.git("hash-object", "-w", Transcript.ucum)
      .trimmingCharacters(in: .newlines)
    try sandbox.git("add", "-A")
    let other = try sandbox.git("write-tree").trimmingCharacters(in: .newlines)
    let forgedFolder = try sandbox.git("rev-parse", "\(other):Portfolio")
      .trimmingCharacters(in: .newlines)
    try sandbox.git("reset", "-q", "--hard")
    let tree = try TreeTests.forge("HEAD", in: sandbox) { entries in
      let place = try #require(entries.firstIndex { $0.name == "Portfolio" }) + 1
      let forged: Entry =
        switch form {
        case "a path": Entry(mode: "100644", name: Transcript.ucum, id: record)
        case "a folder twice": Entry(mode: "40000", name: "Portfolio", id: forgedFolder)
        case "a file and a folder": Entry(mode: "100644", name: "Portfolio", id: record)
        default: Entry(mode: "40000", name: ".Git", id: forgedFolder)
        }
      entries.insert(forged, at: place)
    }
    let commit = try commit(tree, in: sandbox)
    try expectRefused(server, at: commit, "the tree \(tree) is not one that git writes")
    // Nor is it taken where a later commit hides it.
    let honest = try sandbox.git("rev-parse", "HEAD~:").trimmingCharacters(in: .newlines)
    _ = try self.commit(honest, in: sandbox)
    #expect(!(try server.push("HEAD:main").isTaken))
  }

  @Test(
    "Are refused where they hold files without end",
    arguments: ["Portfolio", "Proposals"], ["wide", "deep", "empty"])
  func bombs(top: String, form: String) throws {
    let server = try Server(.accepted)
    defer { server.remove() }
    let sandbox = server.sandbox
    #expect(try server.push("main").isTaken)
    let file = Entry(
      mode: "100644", name: "f.yml",
      id: try sandbox.git("rev-parse", "HEAD:\(Transcript.ucum)").trimmingCharacters(in: .newlines))
    var tree = try TreeTests.store(form == "empty" ? [] : [file], in: sandbox)
    for _ in 1...(form == "deep" ? 500 : 6) {
      tree = try TreeTests.store(
        (0...(form == "deep" ? 0 : 9)).map { Entry(mode: "40000", name: "d\($0)", id: tree) },
        in: sandbox)
    }
    let folder = try TreeTests.forge("HEAD:\(top)", in: sandbox) { entries in
      entries.insert(Entry(mode: "40000", name: "0000-bomb", id: tree), at: 0)
    }
    let root = try TreeTests.forge("HEAD", in: sandbox) { entries in
      entries = entries.map {
        $0.name == top ? Entry(mode: "40000", name: top, id: folder) : $0
      }
    }
    try expectRefused(
      server, at: try commit(root, in: sandbox), "more files than a portfolio can hold")
  }
}
