import Foundation
import TestSupport
import Testing

@Suite("Git's commit-graph")
struct CommitGraphTests {
  private static let chain = ".git/objects/info/commit-graphs/"

  /// A history with a forgery, and two commits after it.
  private func forged() throws -> (sandbox: Sandbox, start: String) {
    let sandbox = try Template.accepted.sandbox(committee: false)
    let start = try sandbox.id("HEAD")
    try sandbox.edit(Transcript.ucum, "tooling: moderate", "tooling: high")
    try sandbox.commitAll("Tidy up")
    for name in ["notes.txt", "words.txt"] {
      try sandbox.write("Words.\n", to: name)
      try sandbox.commitAll(name)
    }
    return (sandbox, start)
  }

  /// In the form that libgit2 reads too.
  private func file(_ sandbox: Sandbox, isSplit: Bool) throws -> String {
    try sandbox.git("config", "commitGraph.generationVersion", "1")
    guard isSplit else {
      try sandbox.git("commit-graph", "write", "--reachable")
      return ".git/objects/info/commit-graph"
    }
    try sandbox.git("commit-graph", "write", "--reachable", "--split=no-merge")
    let hashes = try sandbox.read(CommitGraphTests.chain + "commit-graph-chain")
    let last = try #require(hashes.split(separator: "\n").last)
    return CommitGraphTests.chain + "graph-\(last).graph"
  }

  @Test("Hides no commit from an audit or the guard", arguments: [false, true])
  func parents(isSplit: Bool) throws {
    let (sandbox, start) = try forged()
    defer { sandbox.remove() }
    let audit = ["audit", "--since", start]
    #expect(try sandbox.rspmaint(audit).out.contains("[audit-trailer-missing]"))
    let file = try file(sandbox, isSplit: isSplit)
    // What it says is true so far.
    #expect(try sandbox.rspmaint(audit).out.contains("[audit-trailer-missing]"))
    let entry = isSplit ? CommitGraphTests.chain + "commit-graph-chain" : file
    // A tip git reads itself, and what it leads to by the graph.
    try ForgedGraph(sandbox, file).setParent(of: sandbox.id("HEAD~1"), to: start)
    #expect(try sandbox.git("rev-list", "--count", "\(start)..HEAD") == "2\n")
    for arguments in [audit, ["guard", "refs/heads/main", start, try sandbox.id("HEAD")]] {
      let outcome = try sandbox.start(
        Sandbox.binary, arguments, .editor, input: nil, ["GIT_DIR": sandbox.root + "/.git"])
      #expect(outcome.code == 1 && outcome.out == "", "\(outcome)")
      #expect(
        outcome.err.contains("git shows other objects here than the stored ones"), "\(outcome.err)")
      #expect(outcome.err.contains("rm '\(sandbox.root)/\(entry)'"), "\(outcome.err)")
    }
    // Other verbs take from it nothing, and what is to be typed helps.
    #expect(try sandbox.rspmaint(["status"]).code == 0)
    try sandbox.git("clone", "-q", "--shared", sandbox.root, "clone")
    #expect(try sandbox.rspmaint(audit + ["--repo", "clone"]).err.contains("git shows other"))
    try FileManager.default.removeItem(atPath: sandbox.root + "/" + entry)
    #expect(try sandbox.git("rev-list", "--count", "\(start)..HEAD") == "3\n")
    #expect(try sandbox.rspmaint(audit).out.contains("[audit-trailer-missing]"))
  }

  @Test("Is refused where it gives a commit another tree, or can't be read")
  func trees() throws {
    let (sandbox, start) = try forged()
    defer { sandbox.remove() }
    let tree = try sandbox.id("HEAD~2^{tree}")
    try sandbox.git("reset", "-q", "--hard", start)
    try sandbox.write("Words.\n", to: "notes.txt")
    try sandbox.commitAll("Notes")
    let audit = ["audit", "--since", start]
    let file = try file(sandbox, isSplit: false)
    #expect(try sandbox.rspmaint(audit).code == 0)
    try ForgedGraph(sandbox, file).setTree(of: start, to: tree)
    #expect(try sandbox.git("log", "-1", "--format=", "--name-only").contains(Transcript.ucum))
    #expect(try sandbox.rspmaint(audit).err.contains("git shows other objects"))
    for text in ["", "CGPH", "CGPH\u{1}\u{1}\u{9}"] {
      try FileManager.default.removeItem(atPath: sandbox.root + "/" + file)
      try sandbox.write(text, to: file)
      #expect(try sandbox.rspmaint(audit).err.contains("git shows other objects"), "\(text)")
    }
  }

  @Test("Passes where it is true, in one file and in a chain, with merges of several branches")
  func honest() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let session = Transcript(sandbox)
    let start = try sandbox.id("HEAD")
    _ = try file(sandbox, isSplit: true)
    for name in ["a", "b", "c"] {
      try session.branch(name) {
        try sandbox.write("Words.\n", to: name + ".txt")
        try sandbox.commitAll(name)
      }
    }
    try sandbox.git("merge", "-q", "-m", "Three", "a", "b", "c")
    try session.accepted()
    #expect(try file(sandbox, isSplit: true) != "")
    let audit = ["audit", "--since", start]
    #expect(try sandbox.rspmaint(audit).code == 0)
    let hashes = try sandbox.read(CommitGraphTests.chain + "commit-graph-chain")
    #expect(hashes.split(separator: "\n").count == 2)
    #expect(try file(sandbox, isSplit: false) != "")
    let outcome = try sandbox.rspmaint(audit)
    #expect(outcome.code == 0, "\(outcome)")
    try ForgedGraph(sandbox, ".git/objects/info/commit-graph")
      .setParent(of: sandbox.id("a"), to: sandbox.id("b"))
    #expect(try sandbox.rspmaint(audit).err.contains("git shows other objects"))
  }
}

/// A file of git's commit-graph that says something else of a commit than this says itself.
private struct ForgedGraph {
  private let sandbox: Sandbox
  private let url: URL
  private let bytes: [UInt8]

  init(_ sandbox: Sandbox, _ path: String) throws {
    self.sandbox = sandbox
    url = URL(fileURLWithPath: sandbox.root + "/" + path)
    bytes = Array(try Data(contentsOf: url))
  }

  func setParent(of commit: String, to parent: String) throws {
    let place = try index(of: parent)
    try write(
      withUnsafeBytes(of: UInt32(place).bigEndian, Array.init), at: try row(of: commit) + 20)
  }

  func setTree(of commit: String, to tree: String) throws {
    try write(Array(ForgedGraph.bytes(tree)), at: try row(of: commit))
  }

  private func write(_ new: [UInt8], at offset: Int) throws {
    var changed = bytes
    changed.replaceSubrange(offset..<offset + new.count, with: new)
    // The file ends with the SHA-1 of what stands before.
    try FileManager.default.removeItem(at: url)
    try Data(changed.dropLast(20)).write(to: url)
    let sum = try sandbox.start("/usr/bin/sha1sum", [url.path], .editor, input: nil).out
    try Data(changed.dropLast(20) + ForgedGraph.bytes(String(sum.prefix(40)))).write(to: url)
  }

  private func row(of commit: String) throws -> Int {
    try chunk("CDAT") + index(of: commit) * 36
  }

  private func index(of commit: String) throws -> Int {
    let (start, id) = (try chunk("OIDL"), ForgedGraph.bytes(commit))
    let count = number(at: try chunk("OIDF") + 255 * 4)
    return try #require((0..<count).first { bytes[(start + $0 * 20)...].starts(with: id) })
  }

  private func chunk(_ name: String) throws -> Int {
    let rows = stride(from: 8, to: 8 + 12 * Int(bytes[6]), by: 12)
    let row = try #require(rows.first { bytes[$0...].starts(with: name.utf8) })
    return number(at: row + 8)
  }

  private func number(at offset: Int) -> Int {
    bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func bytes(_ hex: String) -> [UInt8] {
    let digits = hex.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
  }
}
