import Foundation
import Git
import TestSupport
import Testing

@Suite("Trees that git does not write")
struct TreeFormTests {
  private typealias Place = RepositoryTests.Place

  private func place() throws -> Place {
    let place = try Place()
    try place.git("init", "-q", "-b", "main")
    try place.write("x\n", "x")
    try place.git("hash-object", "-w", "x")
    _ = try RawTree(entries: []).store(in: place)
    return place
  }

  private static let forms: [(label: String, entries: [RawTree.Entry])] = [
    ("a file twice", [.file("a"), .file("a")]),
    ("a folder twice", [.folder("a"), .folder("a")]),
    ("a file and a folder", [.file("a"), .folder("a")]),
    ("a file and a folder apart", [.file("a"), .file("a-b"), .folder("a")]),
    ("a path", [.file("a/b")]), ("a slash", [.file("/")]),
    ("the folder itself", [.folder(".")]), ("the one above", [.folder("..")]),
    ("git's folder", [.folder(".git")]), ("git's folder in capitals", [.folder(".GiT")]),
    ("git's folder as Windows has it", [.folder("GIT~1")]),
    ("git's folder with a full stop", [.folder(".git.")]),
    ("git's folder with a space", [.file(".git ")]),
    ("git's folder with both", [.folder(".GIT. . ")]),
    ("a stream of git's folder", [.file(".git::$INDEX_ALLOCATION")]),
    ("git's folder before a backslash", [.file(".git\\x")]),
    ("git's folder behind a backslash", [.file("a\\.Git")]),
    ("git's folder as Windows has it, with a full stop", [.folder("git~1.")]),
    ("git's folder with what is not seen", [.folder(".g\u{200C}it")]),
    ("git's folder and a byte order mark", [.folder(".git\u{FEFF}")]),
    ("out of order", [.file("b"), .file("a")]),
    ("a folder out of order", [.folder("a"), .file("a-b")]),
  ]

  @Test(
    "Are refused at the root, on the way and below, by every way to read", arguments: forms.indices)
  func malformed(index: Int) throws {
    let place = try place()
    defer { place.remove() }
    let entries = TreeFormTests.forms[index].entries
    let bad = try RawTree(entries: entries).store(in: place)
    let beside = try RawTree(entries: entries + [.folder("p")]).store(in: place)
    let onTheWay = try RawTree(entries: [.folder("sub", beside)]).store(in: place)
    let itself = try RawTree(entries: [.folder("p", bad)]).store(in: place)
    let inner = try RawTree(entries: [.folder("q", bad)]).store(in: place)
    let below = try RawTree(entries: [.folder("p", inner)]).store(in: place)
    let repository = try Repository(discovering: place.path)
    for (root, path, bad) in [
      (beside, "p", beside), (onTheWay, "sub/p", beside), (itself, "p", bad), (below, "p", bad),
    ] {
      let tree = try #require(ObjectID(hex: root))
      func expectRefused(_ read: () throws -> Void) {
        let problem = #expect(throws: RepositoryProblem.self) { try read() }
        #expect(problem?.kind == .malformedTree(bad) && problem?.detail.isEmpty == false)
      }
      expectRefused { _ = try repository.files(ofTree: tree, under: path) }
      expectRefused { _ = try repository.changes(from: nil, to: tree, at: path) }
      expectRefused { _ = try repository.changes(from: tree, to: nil, at: path) }
      expectRefused { _ = try repository.files(inTree: tree) }
      guard bad == beside else { continue }
      expectRefused { _ = try repository.entry(at: path, ofTree: tree) }
      expectRefused { _ = try repository.file(at: path + "/f", inTree: tree) }
      expectRefused { _ = try repository.folder(at: path, inTree: tree) }
      guard path == "p" else { continue }
      expectRefused { _ = try repository.folders(inTree: tree) }
    }
  }

  @Test("Are not taken for them: names of any bytes, in git's order")
  func good() throws {
    let place = try place()
    defer { place.remove() }
    let file = RawTree.Entry.file("a")
    let entries: [RawTree.Entry] = [
      .file("-"), .file(".git-x"), .file(".gitignore"), .file("A"), .file("a"), .file("a-b"),
      .folder("a.b"),
      .file("e\u{301}"), .file("git~2"), .file("\u{E9}"),
      .init(mode: "100755", name: [0xFE], id: file.id),
      .init(mode: "100644", name: [0xFF], id: file.id),
    ]
    let root = try RawTree(entries: entries).store(in: place)
    try place.git("fsck", "--strict")
    let repository = try Repository(discovering: place.path)
    let files = try repository.files(inTree: try #require(ObjectID(hex: root)))
    #expect(Set(files.map { Array($0.path.utf8) }).count == entries.count - 1)
  }

  @Test("Are not walked without end, be they wide, deep, or the same ones over and over", .slow)
  func limits() throws {
    let place = try place()
    defer { place.remove() }
    func expectRefused(_ top: String, _ words: String) throws {
      let root = try RawTree(entries: [.folder("p", top)]).store(in: place)
      let tree = try #require(ObjectID(hex: root))
      let repository = try Repository(discovering: place.path)
      for read in [
        { _ = try repository.files(ofTree: tree, under: "p") },
        { _ = try repository.changes(from: nil, to: tree, at: "p") },
        { _ = try repository.changes(from: tree, to: nil, at: "p") },
        { _ = try repository.files(inTree: tree) },
      ] as [() throws -> Void] {
        let problem = #expect(throws: RepositoryProblem.self) { try read() }
        guard case .oversizedTree = problem?.kind else {
          Issue.record("\(String(describing: problem))")
          return
        }
        #expect(problem?.detail.contains(words) == true)
      }
    }
    var bomb = try RawTree(entries: [.file("f")]).store(in: place)
    var empty = try RawTree(entries: []).store(in: place)
    for _ in 1...6 {
      bomb = try RawTree(entries: (0..<10).map { .folder("d\($0)", bomb) }).store(in: place)
      empty = try RawTree(entries: (0..<10).map { .folder("d\($0)", empty) }).store(in: place)
    }
    try expectRefused(bomb, "more than 130000 files")
    try expectRefused(empty, "more than 130000 files")
    var deep = try RawTree(entries: [.file("f")]).store(in: place)
    for _ in 1...17 { deep = try RawTree(entries: [.folder("d", deep)]).store(in: place) }
    try expectRefused(deep, "more than 16 deep")
    let wide = (100_000...230_000).map { RawTree.Entry.file("f\($0)") }
    try expectRefused(try RawTree(entries: wide).store(in: place), "more than 130000 files")
  }
}
