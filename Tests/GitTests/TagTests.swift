import Foundation
import Git
import TestSupport
import Testing

@Suite("Annotated tags, against the git program")
struct TagTests {
  private typealias Place = RepositoryTests.Place

  private let me = Signature(
    name: "Ada", email: "ada@x", seconds: 5_000_000_000, offsetMinutes: -210)

  private func place() throws -> (place: Place, commit: ObjectID) {
    let place = try Place()
    try place.git("init", "-q", "-b", "main")
    try place.git("commit", "-q", "--allow-empty", "-m", "First")
    return (place, try #require(ObjectID(hex: try place.git("rev-parse", "HEAD"))))
  }

  @Test("Are what git shows of them, and sound")
  func plain() throws {
    let (place, commit) = try place()
    defer { place.remove() }
    let tag = Tag(
      name: "edition/one", target: commit, tagger: me, message: "Edition one\n\nA body\n")
    let id = try Repository(discovering: place.path).createTag(tag)
    #expect(try place.git("rev-parse", "edition/one") == id.hex)
    #expect(
      try place.git("cat-file", "tag", "edition/one") == """
        object \(commit.hex)
        type commit
        tag edition/one
        tagger Ada <ada@x> 5000000000 -0330

        Edition one

        A body
        """)
    #expect(try place.git("rev-parse", "edition/one^{commit}") == commit.hex)
    #expect(try Repository(discovering: place.path).commit(behind: id) == commit)
    #expect(try place.git("fsck", "--strict") == "")
  }

  @Test("Never take the place of one that is there, and need a name and a commit")
  func refused() throws {
    let (place, commit) = try place()
    defer { place.remove() }
    let repository = try Repository(discovering: place.path)
    func problem(_ name: String, _ target: ObjectID) -> RepositoryProblem.Kind? {
      let tag = Tag(name: name, target: target, tagger: me, message: "Again\n")
      return #expect(throws: RepositoryProblem.self) { try repository.createTag(tag) }?.kind
    }
    try place.git("tag", "one")
    let before = try place.git("rev-parse", "one")
    #expect(problem("one", commit) == .referenceExists("refs/tags/one"))
    #expect(try place.git("rev-parse", "one") == before)
    #expect(problem("a..b", commit) == .failed)
    #expect(problem("-d", commit) == .failed)
    #expect(problem("two", try repository.commit(commit).tree) == .failed)
    try place.write("", ".git/refs/tags/three.lock")
    guard case .referenceLocked(let file, _)? = problem("three", commit) else {
      Issue.record("a lock was not seen")
      return
    }
    #expect(file.hasSuffix("refs/tags/three.lock"))
    #expect(try place.git("tag") == "one")
  }

  @Test("Carry a signature that git verifies")
  func signed() throws {
    let (place, commit) = try place()
    defer { place.remove() }
    let keygen = "/usr/bin/ssh-keygen"
    #expect(try run(keygen, ["-q", "-t", "ed25519", "-N", "", "-f", place.path + "/key"]) == 0)
    try place.write("ada@x \(try place.read("key.pub"))", "signers")
    let repository = try Repository(discovering: place.path)
    let tag = Tag(name: "two", target: commit, tagger: me, message: "Edition two\n")
    try place.write(String(decoding: try repository.text(of: tag), as: UTF8.self), "text")
    let sign = ["-Y", "sign", "-n", "git", "-f", place.path + "/key", place.path + "/text"]
    #expect(try run(keygen, sign) == 0)
    try repository.createTag(tag, signature: try place.read("text.sig"))
    try place.git("config", "gpg.format", "ssh")
    try place.git("config", "gpg.ssh.allowedSignersFile", place.path + "/signers")
    try place.git("tag", "-v", "two")
    #expect(try place.git("fsck", "--strict") == "")
    // Of another text the same signature is none.
    let other = Tag(name: "three", target: commit, tagger: me, message: "Edition three\n")
    try repository.createTag(other, signature: try place.read("text.sig"))
    #expect(try run("/usr/bin/git", ["-C", place.path, "tag", "-v", "three"]) != 0)
  }

  private func run(_ program: String, _ arguments: [String]) throws -> Int32 {
    try Running.once(program, arguments, ProcessInfo.processInfo.environment).code
  }
}
