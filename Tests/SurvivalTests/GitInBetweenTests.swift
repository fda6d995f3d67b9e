import Foundation
import TestSupport
import Testing

@Suite("Git at work in between")
struct GitInBetweenTests {
  /// Runs a commit that is ready to move the branch and waits for git's lock on it, which `work`
  /// gives back.
  private func whileReady(
    _ place: Place, _ arguments: [String] = ["commit", "1"], _ work: (_ lock: String) throws -> Void
  ) throws -> Outcome {
    let lock = place.root + "/.git/refs/heads/main.lock"
    try FileManager.default.createDirectory(
      atPath: place.root + "/.git/refs/heads", withIntermediateDirectories: true)
    try Data().write(to: URL(fileURLWithPath: lock))
    let run = try place.start(Checkout.binary, arguments + Place.day)
    while run.isRunning, !place.exists(".git/rspmaint/journal") { usleep(1_000) }
    try work(lock)
    return try run.wait()
  }

  /// Moves the branch as git does: by renaming its lock.
  private func move(_ place: Place, to commit: String, _ lock: String) throws {
    try Data((commit + "\n").utf8).write(to: URL(fileURLWithPath: lock))
    #expect(rename(lock, String(lock.dropLast(5))) == 0)
  }

  /// A commit on HEAD of the same tree, but for a file that gets another text.
  private func other(_ place: Place, _ path: String, _ text: String) throws -> String {
    try place.write(text, to: "../blob")
    let blob = try place.git("hash-object", "-w", "../blob").trimmingCharacters(in: .newlines)
    let script =
      "export GIT_INDEX_FILE=../index; git read-tree HEAD && git update-index --add --cacheinfo "
      + "100644,\(blob),\(path) && git commit-tree -p HEAD -m Between $(git write-tree)"
    let outcome = try place.run("/bin/sh", ["-c", script])
    try #require(outcome.code == 0, "\(outcome.err)")
    return outcome.out.trimmingCharacters(in: .newlines)
  }

  @Test("Notices a commit by git and lands on top of it")
  func onTop() throws {
    let place = try Template.place.get().copy()
    defer { place.remove() }
    let between = try other(place, "notes/plain.txt", "by git\n")
    let outcome = try whileReady(place) { try move(place, to: between, $0) }
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(
      try place.git("log", "-2", "--format=%s") == "Note loinc\nBetween\n")
    #expect(try place.git("show", "HEAD:notes/plain.txt") == "by git\n")
    #expect(try Inspection(place).isSound)
    #expect(try Inspection(place).leftovers == [])
  }

  @Test("Judges the proposal anew on what git has committed, and then refuses it")
  func judgedAnew() throws {
    let place = try Template.place.get().copy()
    defer { place.remove() }
    let path = "Portfolio/standards/data/loinc.yml"
    let between = try other(place, path, try place.read(path) + "notes: |\n  By hand.\n")
    let before = try Inspection(place)
    let outcome = try whileReady(place) { try move(place, to: between, $0) }
    #expect(outcome.code == 1)
    #expect(outcome.err.contains("[stale-change]"), "\(outcome.err)")
    #expect(try place.git("rev-parse", "HEAD") == between + "\n")
    let after = try Inspection(place)
    #expect(after.files == before.files)
    #expect(after.leftovers == [])
  }

  @Test(
    "Names a lock file of git's with the command to type, and deletes none",
    arguments: [
      "index.lock", "HEAD.lock", "packed-refs.lock", "refs/heads/main.lock",
    ])
  func locks(name: String) throws {
    let place = try Template.place.get().copy()
    defer { place.remove() }
    let before = try Inspection(place)
    let lock = place.root + "/.git/" + name
    try FileManager.default.createDirectory(
      atPath: place.root + "/.git/refs/heads", withIntermediateDirectories: true)
    try Data().write(to: URL(fileURLWithPath: lock))
    let began = ContinuousClock.now
    let outcome = try place.rspmaint(["commit", "1"])
    #expect(ContinuousClock.now - began > .seconds(2))
    #expect(outcome.code == 75)
    #expect(outcome.err.contains("holds '\(lock)' for "), "\(outcome.err)")
    #expect(outcome.err.contains("rm '\(lock)'\n"), "\(outcome.err)")
    #expect(place.exists(".git/" + name))
    try FileManager.default.removeItem(atPath: lock)
    let after = try Inspection(place)
    #expect(after == before)
    #expect(try place.rspmaint(["commit", "1"]).code == 0)
  }

  @Test("Waits for a lock file that goes away")
  func passingLock() throws {
    let place = try Template.place.get().copy()
    defer { place.remove() }
    let outcome = try whileReady(place) { lock in
      usleep(300_000)
      try FileManager.default.removeItem(atPath: lock)
    }
    #expect(outcome.code == 0, "\(outcome.err)")
  }

  @Test("Keeps git from a commit of the old index on top of the new tip")
  func heldIndex() throws {
    let place = try Template.place.get().copy()
    defer { place.remove() }
    let outcome = try whileReady(place) { lock in
      while !place.exists(".git/index.lock") { usleep(1_000) }
      let commit = try place.run("/usr/bin/git", ["commit", "-q", "--allow-empty", "-m", "By git"])
      #expect(commit.code == 128)
      #expect(commit.err.contains("index.lock': File exists"), "\(commit.err)")
      try FileManager.default.removeItem(atPath: lock)
    }
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(try place.git("log", "-1", "--format=%s") == "Note loinc\n")
    #expect(try Inspection(place).leftovers == [])
    #expect(!place.exists(".git/index.lock"))
  }

  @Test("Touches no lock of git's that has come in the place of its own")
  func foreignIndexLock() throws {
    let place = try Template.place.get().copy()
    defer { place.remove() }
    let foreign = place.root + "/.git/index.lock"
    let outcome = try whileReady(place) { lock in
      while !place.exists(".git/index.lock") { usleep(1_000) }
      try FileManager.default.removeItem(atPath: foreign)
      try Data("git's own".utf8).write(to: URL(fileURLWithPath: foreign))
      try FileManager.default.removeItem(atPath: lock)
    }
    #expect(outcome.code == 75)
    #expect(
      outcome.err.contains("but the checkout is unfinished: another git program holds '\(foreign)'")
    )
    #expect(try place.read(".git/index.lock") == "git's own")
    #expect(try place.git("log", "-1", "--format=%s") == "Note loinc\n")
    try FileManager.default.removeItem(atPath: foreign)
    #expect(try place.rspmaint(["format", "Proposals"]).code == 0)
    let now = try Inspection(place)
    #expect(now.leftovers == [])
    #expect(now.status == (try Inspection(try Template.place.get())).status)
  }

  @Test("Removes the lock on the index that a killed run left, and says so")
  func abandonedIndexLock() throws {
    let place = try Template.place.get().copy()
    defer { place.remove() }
    let lock = place.root + "/.git/refs/heads/main.lock"
    try FileManager.default.createDirectory(
      atPath: place.root + "/.git/refs/heads", withIntermediateDirectories: true)
    try Data().write(to: URL(fileURLWithPath: lock))
    let run = try place.start(Checkout.binary, ["commit", "1"] + Place.day)
    while run.isRunning, !place.exists(".git/index.lock") { usleep(1_000) }
    usleep(20_000)
    run.send(SIGKILL)
    #expect(try run.wait().code == 128 + SIGKILL)
    try FileManager.default.removeItem(atPath: lock)
    #expect(place.exists(".git/index.lock"))
    let outcome = try place.rspmaint(["commit", "1"])
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(outcome.err.contains("index.lock, left by a run that was interrupted"))
    #expect(try Inspection(place).leftovers == [])
  }

  @Test("Explains a finish that the index's lock holds up, and finishes later")
  func unfinished() throws {
    let place = try Template.place.get().copy()
    defer { place.remove() }
    let lock = place.root + "/.git/index.lock"
    let journal = ".git/rspmaint/journal"
    let outcome = try whileReady(place) { branchLock in
      let kept = try Data(contentsOf: URL(fileURLWithPath: place.root + "/" + journal))
      try FileManager.default.removeItem(atPath: branchLock)
      while place.exists(journal) { usleep(1_000) }
      try kept.write(to: URL(fileURLWithPath: place.root + "/" + journal))
    }
    #expect(outcome.code == 0, "\(outcome.err)")
    let head = try place.git("rev-parse", "HEAD").trimmingCharacters(in: .newlines)
    try Data().write(to: URL(fileURLWithPath: lock))
    let held = try place.rspmaint(["format", "Proposals"])
    #expect(held.code == 75)
    #expect(
      held.err.hasPrefix("rspmaint: committed as \(head), but the checkout is unfinished: "),
      "\(held.err)")
    #expect(held.err.contains("rm '\(lock)'"))
    let reading = try place.rspmaint(["status"])
    #expect(reading.code == 0)
    #expect(reading.err.contains("was interrupted"))
    try FileManager.default.removeItem(atPath: lock)
    #expect(try place.rspmaint(["format", "Proposals"]).code == 0)
    let now = try Inspection(place)
    #expect(now.leftovers == [])
    #expect(now.status == (try Inspection(try Template.place.get())).status)
  }
}
