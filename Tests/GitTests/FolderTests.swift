import Files
import Foundation
import Testing

@Suite("Files below a folder")
struct FolderTests {
  private func temporary() throws -> String {
    let path = FileManager.default.temporaryDirectory.path + "/folder-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  @Test("Writes whole files, makes folders, and leaves no temporary behind")
  func writing() throws {
    let path = try temporary()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try Folder(path)
    try folder.write(Array("one".utf8), to: "a/b/c.txt")
    try folder.write(Array("two".utf8), to: "a/b/c.txt")
    #expect(try folder.read("a/b/c.txt", limit: 10) == Array("two".utf8))
    #expect(try folder.entries(at: "a/b").map(\.name) == ["c.txt"])
    try folder.makeFolder(at: "d")
    let taken = #expect(throws: FileProblem.self) { try folder.makeFolder(at: "d") }
    #expect(taken?.isTaken == true)
    try folder.remove("a/b/c.txt")
    #expect(try folder.kind(of: "a/b") == nil)
    #expect(try folder.kind(of: "a") == .folder)
  }

  @Test("Follows no link and reads no pipe")
  func links() throws {
    let path = try temporary()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try Folder(path)
    try folder.write(Array("secret".utf8), to: "real/file")
    try FileManager.default.createSymbolicLink(
      atPath: path + "/link", withDestinationPath: path + "/real")
    try FileManager.default.createSymbolicLink(
      atPath: path + "/file", withDestinationPath: path + "/real/file")
    mkfifo(path + "/pipe", 0o600)
    #expect(throws: FileProblem.self) { try folder.read("link/file", limit: 10) }
    #expect(throws: FileProblem.self) { try folder.read("file", limit: 10) }
    #expect(throws: FileProblem.self) { try folder.write([1], to: "file") }
    #expect(throws: FileProblem.self) { try folder.write([1], to: "link/new") }
    #expect(throws: FileProblem.self) { try folder.read("pipe", limit: 10) }
    try Folder(path).makeFolder(at: "inner")
    try folder.write([1], to: "x")
    let inner = try Folder(path + "/inner")
    #expect(throws: FileProblem.self) { try inner.read("../x", limit: 10) }
    try FileManager.default.removeItem(atPath: path + "/inner")
    try FileManager.default.removeItem(atPath: path + "/x")
    #expect(throws: FileProblem.self) { try folder.read("..", limit: 10) }
    let limit = #expect(throws: FileProblem.self) { try folder.read("real/file", limit: 3) }
    #expect(limit?.isTooLarge == true)
    #expect(
      try folder.entries(at: "").map(\.kind) == [.symlink, .symlink, .other, .folder])
  }

  @Test("Removes what nobody writes any more, and nothing that is being written")
  func leftovers() throws {
    let path = try temporary()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try Folder(path)
    let names = [".rspmaint-1-a", ".rspmaint-2-a", ".rspmaint-1-b", ".rspmaint-x-a", "a"]
    for name in names { try folder.write([1], to: "d/" + name) }
    let writing = open(path + "/d/.rspmaint-2-a", O_WRONLY)
    defer { close(writing) }
    #expect(flock(writing, LOCK_EX | LOCK_NB) == 0)
    try folder.removeLeftovers(of: "d/a")
    #expect(
      try folder.entries(at: "d").map(\.name) == [
        ".rspmaint-1-b", ".rspmaint-2-a", ".rspmaint-x-a", "a",
      ])
    // A program that another test starts holds the locks of this process for a moment.
    var removed: [String] = []
    for _ in 0..<100 where removed.count < 2 {
      removed += try folder.removeLeftovers(under: "d")
      if removed.count < 2 { usleep(20_000) }
    }
    #expect(removed.sorted() == ["d/.rspmaint-1-b", "d/.rspmaint-x-a"])
    #expect(try folder.entries(at: "d").map(\.name) == [".rspmaint-2-a", "a"])
  }

  @Test("Lets one holder have a lock, and names it to the next")
  func locking() throws {
    let path = try temporary()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let lock = try FileLock(path: path + "/lock", waiting: 0, note: "first")
    let problem = #expect(throws: FileProblem.self) {
      _ = try FileLock(path: path + "/lock", waiting: 0, note: "second")
    }
    #expect(problem?.isTimeOut == true)
    #expect(problem?.text.hasPrefix("first, process ") == true)
    lock.release()
    let again = try FileLock(path: path + "/lock", waiting: 0, note: "third")
    again.release()
  }
}
