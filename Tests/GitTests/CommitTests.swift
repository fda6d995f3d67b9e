import Foundation
import Git
import Testing

@Suite("Commits, against what the git program shows")
struct CommitTests {
  /// The value of an author line, and whether `git fsck` calls it an error.
  static let lines: [(line: String, isSound: Bool)] = [
    ("Ada <ada@x> 1795435200 +0100", true), ("Ada <ada@x> 5000000000 -0330", true),
    ("Ada <ada@x> 9223372036854775807 +0000", true), ("Ada <ada@x> 0 +1400", true),
    (" <ada@x> 1 +0000", true), ("Ada B. C. <> 1 +0000", true),
    ("Ada ada@x 1 +0000", false), ("Ada <ada@x 1 +0000", false), ("<ada@x> 1 +0000", false),
    ("Ada<ada@x> 1 +0000", false), ("Ada <ada@x>", false), ("Ada <ada@x> soon +0000", false),
    ("Ada <ada@x> 1 0000", false), ("Ada <ada@x> 01 +0000", false), ("Ada <ada@x>  1 +0000", false),
    ("Ada <ada@x> 18446744073709551616 +0000", false), ("Ada <ada@x> 1 +00000", false),
    ("Ada <ada@x> <b@y> 1 +0000", false), ("Ada <ada@x> -5 +0000", false),
  ]

  @Test(
    "Reads name, address and date as git does, and calls an error what fsck does", arguments: lines)
  func line(line: String, isSound: Bool) throws {
    let place = try RepositoryTests.Place()
    defer { place.remove() }
    try place.git("init", "-q", "-b", "main")
    let tree = try place.git("write-tree")
    try place.write(
      "tree \(tree)\nauthor \(line)\ncommitter Cleo <c@x> 1 +0000\n\nTitle\n", "commit")
    let hex = try place.git("hash-object", "-t", "commit", "-w", "--literally", "commit")
    let id = try #require(ObjectID(hex: hex))
    let commit = try Repository(discovering: place.path).commit(id)
    let author = commit.author
    #expect(
      try place.git("log", "-1", "--format=[%an][%ae]", hex) == "[\(author.name)][\(author.email)]")
    if isSound {
      let date = try place.git("log", "-1", "--format=%ad", "--date=raw", hex)
      let written = Signature(
        name: "A", email: "a", seconds: author.seconds, offsetMinutes: author.offsetMinutes)
      let repository = try Repository(discovering: place.path)
      let copy = try repository.writeCommit(
        tree: commit.tree, parents: [id], author: written, committer: written, message: "Copy\n")
      #expect(try place.git("log", "-1", "--format=%ad", "--date=raw", copy.hex) == date)
      #expect(date.hasPrefix("\(author.seconds) "))
    }
    #expect(commit.faults.isEmpty == isSound, "\(commit.faults)")
    #expect(commit.message == "Title\n" && commit.tree.hex == tree && commit.parents.isEmpty)
  }
}
