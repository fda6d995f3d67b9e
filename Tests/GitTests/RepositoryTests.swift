import Files
import Foundation
import Git
import TestSupport
import Testing

@Suite("The repository, against the git program")
struct RepositoryTests {
  /// A folder of its own, with the git program at hand.
  struct Place {
    let path: String

    init() throws {
      path = FileManager.default.temporaryDirectory.path + "/git-\(UUID().uuidString)"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, _ name: String) throws {
      let url = URL(fileURLWithPath: path + "/" + name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }

    func touch(_ name: String, _ time: Date) throws {
      try FileManager.default.setAttributes(
        [.modificationDate: time], ofItemAtPath: path + "/" + name)
    }

    func read(_ name: String) throws -> String {
      try String(contentsOfFile: path + "/" + name, encoding: .utf8)
    }

    @discardableResult
    func git(_ arguments: String...) throws -> String {
      let outcome = try Running.once(
        "/usr/bin/git",
        ["-C", path, "-c", "user.name=A", "-c", "user.email=a@x"] + arguments,
        ["PATH": "/usr/bin:/bin", "HOME": path, "GIT_CONFIG_NOSYSTEM": "1"])
      try #require(outcome.code == 0, "git \(arguments)")
      return outcome.out.trimmingCharacters(in: .newlines)
    }
  }

  private let me = Signature(name: "Ada", email: "ada@x", seconds: 1_795_435_200, offsetMinutes: 60)

  private func place() throws -> Place {
    let place = try Place()
    try place.git("init", "-q", "-b", "main")
    try place.write("one\n", "a/one.txt")
    try place.write("two\n", "a/b/two.txt")
    try place.git("add", "-A")
    try place.git("commit", "-q", "-m", "First")
    return place
  }

  @Test("Names blobs as git does")
  func blobIDs() throws {
    #expect(ObjectID.blob([]).hex == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")
    #expect(ObjectID(hex: "E69D") == nil)
    let place = try place()
    defer { place.remove() }
    #expect(try place.git("hash-object", "a/one.txt") == ObjectID.blob(Array("one\n".utf8)).hex)
  }

  @Test("Commits without touching what else is staged or edited, and git agrees")
  func commit() throws {
    let place = try place()
    defer { place.remove() }
    try place.write("staged\n", "staged.txt")
    try place.git("add", "staged.txt")
    let repository = try Repository(discovering: place.path + "/a/b")
    guard case .branch(let name, let tip) = try repository.head() else {
      Issue.record("no branch")
      return
    }
    #expect(name == "refs/heads/main")
    let old = try repository.commit(tip).tree
    let blob = try repository.writeBlob(Array("changed\n".utf8))
    let tree = try repository.writeTree(
      base: old, changes: [("a/one.txt", blob), ("a/b/two.txt", nil), ("c/new.txt", blob)])
    let commit = try repository.writeCommit(
      tree: tree, parents: [tip], author: me, committer: me, message: "Second\n\nBody\n")
    try repository.moveReference(name, from: tip, to: commit, by: me, message: "commit: Second")
    try place.write("changed\n", "a/one.txt")
    try place.write("changed\n", "c/new.txt")
    try FileManager.default.removeItem(atPath: place.path + "/a/b")
    try repository.setEntries(
      of: ["a/one.txt", "a/b/two.txt", "c/new.txt"], from: tree, try repository.lockIndex())
    #expect(try place.git("diff-files") == "", "no file is left for git to look at again")
    #expect(try place.git("status", "--porcelain") == "A  staged.txt")
    #expect(
      try place.git("log", "-1", "--format=%H %an %ai %s")
        == "\(commit.hex) Ada 2026-11-23 13:00:00 +0100 Second")
    #expect(try place.git("fsck", "--strict") == "")
    #expect(try repository.files(ofTree: tree, under: "a").map(\.path) == ["a/one.txt"])
    #expect(try repository.ancestry(of: commit).map(\.id) == [tip, commit])
  }

  @Test("Moves a reference only from where it was read")
  func race() throws {
    let place = try place()
    defer { place.remove() }
    let repository = try Repository(discovering: place.path)
    let tip = try repository.commitID(of: "HEAD")
    let tree = try repository.commit(tip).tree
    let mine = try repository.writeCommit(
      tree: tree, parents: [tip], author: me, committer: me, message: "Mine\n")
    try place.git("commit", "-q", "--allow-empty", "-m", "Theirs")
    let problem = #expect(throws: RepositoryProblem.self) {
      try repository.moveReference("refs/heads/main", from: tip, to: mine, by: me, message: "m")
    }
    #expect(problem?.kind == .referenceMoved("refs/heads/main"))
    #expect(try place.git("log", "-1", "--format=%s") == "Theirs")
    try place.write("", ".git/refs/heads/main.lock")
    let locked = #expect(throws: RepositoryProblem.self) {
      let now = try repository.commitID(of: "HEAD")
      try repository.moveReference("refs/heads/main", from: now, to: mine, by: me, message: "m")
    }
    guard case .referenceLocked(let file, _)? = locked?.kind else {
      Issue.record("\(String(describing: locked))")
      return
    }
    #expect(file.hasSuffix("refs/heads/main.lock"))
  }

  @Test("Sets index entries and leaves files, other entries and staged modes as they are")
  func entries() throws {
    let place = try place()
    defer { place.remove() }
    let repository = try Repository(discovering: place.path)
    let old = try repository.commit(try repository.commitID(of: "main")).tree
    let new = try repository.writeBlob(Array("new\n".utf8))
    let tree = try repository.writeTree(base: old, changes: [("a/one.txt", new)])
    try place.write("mine\n", "a/one.txt")
    try place.write("staged\n", "staged.txt")
    try place.git("add", "staged.txt")
    try place.git("update-index", "--chmod=+x", "a/one.txt")
    let states = try repository.states(of: ["a/one.txt", "a/b/two.txt"], againstTree: old)
    #expect(states.map(\.isModeStaged) == [true, false])
    #expect(states.map(\.isClean) == [false, true])
    try repository.setEntries(of: ["a/one.txt"], from: tree, try repository.lockIndex())
    #expect(try place.read("a/one.txt") == "mine\n")
    #expect(
      try place.git("ls-files", "-s", "a/one.txt").hasPrefix("100755 \(new.hex)"))
    #expect(try place.git("diff", "--cached", "--name-only") == "a/one.txt\nstaged.txt")
    #expect(try place.git("diff", "--name-only") == "a/one.txt")
    try place.write("", ".git/index.lock")
    let problem = #expect(throws: RepositoryProblem.self) {
      try repository.setEntries(of: ["a/one.txt"], from: old, try repository.lockIndex())
    }
    guard case .indexLocked? = problem?.kind else {
      Issue.record("\(String(describing: problem))")
      return
    }
    #expect(repository.locks().map(\.path) == [repository.gitDirectory + "index.lock"])
  }

  @Test("Keeps an edit visible that git could tell only by doubting the time of the index")
  func racyEdits() throws {
    let place = try place()
    defer { place.remove() }
    let repository = try Repository(discovering: place.path)
    let tree = try repository.commit(try repository.commitID(of: "main")).tree
    // Same size and time as when it was staged, and no older than the index.
    try place.git("config", "core.trustctime", "false")
    let time = Date(timeIntervalSince1970: 1_795_435_200)
    try place.touch("a/b/two.txt", time)
    try place.git("update-index", "--refresh")
    try place.write("owt\n", "a/b/two.txt")
    try place.touch("a/b/two.txt", time)
    try place.touch(".git/index", time)
    try repository.setEntries(of: ["a/one.txt"], from: tree, try repository.lockIndex())
    #expect(try place.git("diff", "--name-only") == "a/b/two.txt")
  }

  @Test("Keeps the executable bit of a file whose text changes")
  func executable() throws {
    let place = try place()
    defer { place.remove() }
    try place.git("update-index", "--chmod=+x", "a/one.txt")
    try place.git("commit", "-q", "-m", "Executable")
    let repository = try Repository(discovering: place.path)
    let old = try repository.commit(try repository.commitID(of: "main")).tree
    let new = try repository.writeBlob(Array("new\n".utf8))
    let tree = try repository.writeTree(
      base: old, changes: [("a/one.txt", new), ("a/b/two.txt", new)])
    #expect(
      try ["a/one.txt", "a/b/two.txt"].map { try repository.file(at: $0, inTree: tree)?.mode }
        == [.executable, .file])
  }

  @Test("Tells why a repository can't be opened")
  func opening() throws {
    let plain = try Place()
    defer { plain.remove() }
    func kind(_ path: String) -> RepositoryProblem.Kind? {
      do {
        _ = try Repository(discovering: path)
        return nil
      } catch {
        return error.kind
      }
    }
    #expect(kind(plain.path) == .notFound)
    try plain.git("init", "-q", "--object-format=sha256")
    #expect(kind(plain.path) == .sha256)
    let other = try place()
    defer { other.remove() }
    try other.git("config", "core.repositoryformatversion", "1")
    try other.git("config", "extensions.worktreeConfig", "true")
    #expect(kind(other.path) == .worktreeConfig)
    let unborn = try Place()
    defer { unborn.remove() }
    try unborn.git("init", "-q", "-b", "main")
    #expect(try Repository(discovering: unborn.path).head() == .unborn(name: "refs/heads/main"))
  }

  @Test("Reads text as git would store it")
  func lineEnds() throws {
    let place = try place()
    defer { place.remove() }
    try place.write("*.yml text eol=lf\n", ".gitattributes")
    let repository = try Repository(discovering: place.path)
    #expect(try repository.stored(Array("a\r\nb\r\n".utf8), path: "x.yml") == Array("a\nb\n".utf8))
    #expect(try repository.stored(Array("a\r\n".utf8), path: "x.bin") == Array("a\r\n".utf8))
  }
}
