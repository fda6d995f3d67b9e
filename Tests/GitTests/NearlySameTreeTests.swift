import Foundation
import Git
import TestSupport
import Testing

@Suite("Trees that are nearly the same as the one before")
struct NearlySameTreeTests {
  private typealias Place = RepositoryTests.Place

  private static let many: [RawTree.Entry] = (1000..<1200).map { RawTree.Entry.folder("d\($0)") }

  private func place() throws -> Place {
    let place = try Place()
    try place.git("init", "-q", "-b", "main")
    try place.write("x\n", "x")
    try place.git("hash-object", "-w", "x")
    _ = try RawTree(entries: []).store(in: place)
    return place
  }

  private func inFolder(_ entries: [RawTree.Entry], _ place: Place) throws -> ObjectID {
    let inner = try RawTree(entries: entries).store(in: place)
    return try #require(ObjectID(hex: try RawTree(entries: [.folder("p", inner)]).store(in: place)))
  }

  @Test("Show the changes that git shows")
  func changes() throws {
    let place = try place()
    defer { place.remove() }
    let repository = try Repository(discovering: place.path)
    var entries = NearlySameTreeTests.many
    var last = try inFolder(entries, place)
    for step in 0..<60 {
      let index = (step * 37) % entries.count
      let name = String(decoding: entries[index].name, as: UTF8.self)
      switch step % 5 {
      case 0: entries.remove(at: index)
      case 1: entries[index] = .file(name)
      case 2: entries.insert(.file(name + ".a"), at: index + 1)
      case 3:
        entries[index] = RawTree.Entry(
          mode: "100755", name: entries[index].name, id: RawTree.Entry.file("").id)
      default: entries.append(.file("e\(1000 + step)"))
      }
      entries.sort { $0.key.lexicographicallyPrecedes($1.key) }
      let next = try inFolder(entries, place)
      let shown = try place.git("diff-tree", "-r", "--name-only", last.hex, next.hex)
      let found = try repository.changes(from: last, to: next, at: "p").map(\.path)
      #expect(found == shown.split(separator: "\n").map(String.init), "step \(step)")
      last = next
    }
  }

  private static func many(
    with entries: [RawTree.Entry], at place: Int, dropping count: Int = 0
  ) -> [RawTree.Entry] {
    Array(many[..<place]) + entries + Array(many[(place + count)...])
  }

  private static let forms: [(label: String, entries: [RawTree.Entry])] = [
    ("a folder twice", many(with: [many[99]], at: 100)),
    ("a file beside a folder of its name", many(with: [.file("d1100")], at: 100)),
    ("a file far from a folder of its name", many(with: [.file("d1100")], at: 0)),
    (
      "a file and a folder apart",
      many(with: [.file("d1150x"), .file("d1150x-"), .folder("d1150x")], at: 151)
    ),
    ("git's folder", many(with: [.folder(".git")], at: 0)),
    ("a folder out of order at the end", many(with: [.folder("a")], at: 200)),
    ("a folder out of order", many(with: [.folder("z")], at: 100)),
    ("a slash", many(with: [.file("e/f")], at: 200)),
  ]

  @Test("Are refused where they are not of git's form", arguments: forms.indices)
  func malformed(index: Int) throws {
    let place = try place()
    defer { place.remove() }
    let good = try inFolder(NearlySameTreeTests.many, place)
    let bad = try inFolder(NearlySameTreeTests.forms[index].entries, place)
    let repository = try Repository(discovering: place.path)
    _ = try repository.files(ofTree: good, under: "p")
    let problem = #expect(throws: RepositoryProblem.self) {
      _ = try repository.changes(from: good, to: bad, at: "p")
    }
    guard case .malformedTree = problem?.kind else {
      Issue.record("\(String(describing: problem))")
      return
    }
  }

  @Test("Are told apart where an id holds what looks like an entry")
  func disguised() throws {
    let place = try place()
    defer { place.remove() }
    // The end of the second tree has the bytes of the first one's last entry, in ids of submodules.
    let last = RawTree.Entry(
      mode: "160000", name: Array("zz".utf8), id: "00" + String(repeating: "61", count: 19))
    let hidden = last.bytes.prefix(10).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    let before = RawTree.Entry(
      mode: "160000", name: Array("y".utf8), id: String(repeating: "62", count: 10) + hidden)
    let good = try inFolder(NearlySameTreeTests.many + [last], place)
    // What follows the id is no entry, so the tree can't be read; it must not pass for the first.
    let raw =
      NearlySameTreeTests.many.flatMap(\.bytes) + before.bytes + last.bytes.dropFirst(10)
    try Data(raw).write(to: URL(fileURLWithPath: place.path + "/.git/raw-tree"))
    let inner = try place.git(
      "hash-object", "-w", "-t", "tree", "--literally", place.path + "/.git/raw-tree")
    let bad = try #require(
      ObjectID(hex: try RawTree(entries: [.folder("p", inner)]).store(in: place)))
    let repository = try Repository(discovering: place.path)
    _ = try repository.files(ofTree: good, under: "p")
    #expect(throws: RepositoryProblem.self) {
      _ = try repository.changes(from: good, to: bad, at: "p")
    }
  }
}

extension RawTree.Entry {
  /// The bytes by which git sorts it.
  fileprivate var key: [UInt8] { mode == "40000" ? name + [UInt8(ascii: "/")] : name }
}
