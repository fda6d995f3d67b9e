import Foundation
import Git
import TestSupport
import Testing

@Suite("The digest of a tree that is nearly the same as another")
struct TreeDigestTests {
  private func many(_ count: Int) -> [RawTree.Entry] {
    (0..<count).map { RawTree.Entry.folder("d\(100_000 + $0)") }
  }

  @Test("Is git's id for trees of all lengths", arguments: [0, 1, 2, 60, 100, 117, 118, 119, 500])
  func lengths(count: Int) throws {
    let place = try RepositoryTests.Place()
    defer { place.remove() }
    try place.git("init", "-q", "-b", "main")
    // Names of other lengths bring the end to every place in a block.
    for extra in 0..<64 {
      let last = RawTree.Entry.file("e" + String(repeating: "x", count: extra))
      let tree = RawTree(entries: many(count) + [last])
      let id = try tree.store(in: place)
      #expect(TreeDigest(tree.entries.flatMap(\.bytes)).id.hex == id, "\(extra)")
    }
  }

  @Test("Is the same where only the end is hashed", arguments: [0, 1, 100, 110, 130, 250, 499])
  func resumed(changed: Int) throws {
    let place = try RepositoryTests.Place()
    defer { place.remove() }
    try place.git("init", "-q", "-b", "main")
    let before = many(500)
    var after = before
    after[changed] = .folder(
      String(decoding: before[changed].name, as: UTF8.self), String(repeating: "7", count: 40))
    let (old, new) = (before.flatMap(\.bytes), after.flatMap(\.bytes))
    let shared = zip(old, new).prefix { $0 == $1 }.count
    let digest = TreeDigest(new, near: TreeDigest(old), sharing: shared)
    #expect(digest.id == TreeDigest(new).id)
    #expect(digest.id.hex == (try RawTree(entries: after).store(in: place)))
    let back = TreeDigest(old, near: digest, sharing: shared)
    #expect(back.id.hex == (try RawTree(entries: before).store(in: place)))
  }

  @Test("Proves the id: bytes that stand under another one are refused", arguments: [true, false])
  func damaged(isOfSameLength: Bool) throws {
    let place = try RepositoryTests.Place()
    defer { place.remove() }
    try place.git("init", "-q", "-b", "main")
    func folder(_ entries: [RawTree.Entry]) throws -> (inner: String, outer: ObjectID) {
      let inner = try RawTree(entries: entries).store(in: place)
      let outer = try RawTree(entries: [.folder("p", inner)]).store(in: place)
      return (inner, try #require(ObjectID(hex: outer)))
    }
    func stored(_ id: String) -> String {
      place.path + "/.git/objects/\(id.prefix(2))/\(id.dropFirst(2))"
    }
    let first = try folder(many(300))
    func file(_ name: String, _ digit: String) -> RawTree.Entry {
      RawTree.Entry(
        mode: "100644", name: Array(name.utf8), id: String(repeating: digit, count: 40))
    }
    let second = try folder(many(300) + [file("e", "1")])
    let third = try folder(many(isOfSameLength ? 300 : 299) + [file("f", "2")])
    try FileManager.default.removeItem(atPath: stored(second.inner))
    try FileManager.default.copyItem(atPath: stored(third.inner), toPath: stored(second.inner))
    let repository = try Repository(discovering: place.path)
    _ = try repository.changes(from: first.outer, to: third.outer, at: "p")
    #expect(throws: RepositoryProblem.self) {
      _ = try repository.changes(from: third.outer, to: second.outer, at: "p")
    }
  }
}
