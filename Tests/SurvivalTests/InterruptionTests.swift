import Foundation
import TestSupport
import Testing

@Suite("A run that was interrupted, and the next one")
struct InterruptionTests {
  @Test("Finishes it, in the main worktree and in a linked one", arguments: [false, true])
  func finishes(isLinked: Bool) throws {
    let left = try Interruption(isLinked: isLinked)
    defer { left.place.remove() }
    #expect(try left.status().split(separator: "\n").count == 3)
    let reading = try left.place.rspmaint(["status", "--repo", left.worktree])
    #expect(reading.err.contains("the next verb that writes finishes it"), "\(reading.err)")
    let outcome = try left.goOn()
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(
      outcome.err.contains("a run that committed \(left.new.prefix(10)) was interrupted; its"))
    #expect(outcome.err.contains("removed \(left.lock), left by a run that was interrupted"))
    #expect(try left.status() == "")
    #expect(!left.exists(left.journal) && !left.exists(left.lock))
    #expect(try left.place.rspmaint(["status", "--repo", left.worktree]).err == "")
  }

  #if os(Linux)
    @Test("Gives the index free only when it has followed and the journal is gone")
    func keepsLocked() throws {
      let left = try Interruption()
      defer { left.place.remove() }
      let watch = try Watch(left.place)
      let run = try left.place.start(
        Checkout.binary, ["format", "Proposals"] + Place.day)
      let names = watch.names(while: run)
      #expect(try run.wait().code == 0)
      #expect(names.filter { $0.hasSuffix(" index.lock") } == ["delete index.lock"], "\(names)")
      let end = try #require(names.firstIndex(of: "delete index.lock"))
      let index = try #require(names.firstIndex(of: "move to index"))
      let journal = try #require(names.firstIndex(of: "delete journal"))
      #expect(index < journal && journal < end, "\(names)")
    }
  #endif

  @Test("Changes nothing where it can't read the journal", arguments: ["torn", "empty", "future"])
  func unreadable(how: String) throws {
    let left = try Interruption()
    defer { left.place.remove() }
    let text = try String(contentsOfFile: left.journal, encoding: .utf8)
    let changed = [
      "torn": String(text.dropLast(20)), "empty": "",
      "future": text.replacingOccurrences(of: "journal 1", with: "journal 2"),
    ]
    try left.write(try #require(changed[how]), to: left.journal)
    let before = try Inspection(left.place)
    for arguments in [["format"], ["commit", "2"], ["open", "5"]] {
      let outcome = try left.place.rspmaint(arguments)
      #expect(outcome.code == 1)
      #expect(outcome.err.contains("left a journal that this rspmaint can't read: \(left.journal)"))
      #expect(outcome.err.contains("rm '\(left.journal)'\n"), "\(outcome.err)")
      #expect(outcome.err.contains("git's index stays locked"), "\(outcome.err)")
      #expect(left.exists(left.lock), "\(arguments) gave the index free")
    }
    let reading = try left.place.rspmaint(["status"])
    #expect(reading.code == 0)
    #expect(reading.err.contains("left a journal that this rspmaint can't read"))
    #expect(try Inspection(left.place) == before)
    // A commit of the old index would take the proposal back.
    #expect(try left.place.run("/usr/bin/git", ["commit", "-qm", "By git"]).code == 128)
    try left.remove(left.journal)
    #expect(try left.goOn().code == 0)
    #expect(!left.exists(left.lock))
  }

  @Test(
    "Drops it where others have gone on since, and says what became of the commit",
    arguments: [
      (
        "git switch -q -f --detach",
        "a run that committed COMMIT was interrupted, and HEAD is no "
          + "longer on refs/heads/main; compare the files with 'git status'"
      ),
      (
        "git commit -q --allow-empty -m More",
        "a run that committed COMMIT was interrupted, and "
          + "refs/heads/main has moved on to "
      ),
      (
        "git reset -q --hard HEAD~2",
        "a run that was to commit COMMIT was interrupted, and "
          + "refs/heads/main has moved on to "
      ),
      (
        "git switch -q -f -c other && git branch -q -D main",
        "a run that was to commit COMMIT was interrupted, and refs/heads/main is gone"
      ),
    ])
  func overtaken(script: String, words: String) throws {
    let left = try Interruption()
    defer { left.place.remove() }
    // Who works on with git has removed the lock first, as git says.
    try left.remove(left.lock)
    let outcome = try left.place.run("/bin/sh", ["-euc", script])
    try #require(outcome.code == 0, "\(outcome.err)")
    let status = try left.status()
    let sentence = words.replacingOccurrences(of: "COMMIT", with: left.new.prefix(10))
    let reading = try left.place.rspmaint(["status"])
    #expect(reading.err.contains(sentence), "\(reading.err)")
    #expect(left.exists(left.journal))
    let next = try left.goOn()
    #expect(next.code == 0)
    #expect(next.err.contains(sentence), "\(next.err)")
    #expect(!left.exists(left.journal))
    #expect(try left.status() == status)
  }

  @Test("Keeps what the user has made of the files, and shows what was staged")
  func usersOwn() throws {
    let left = try Interruption()
    defer { left.place.remove() }
    try left.remove(left.lock)
    let (place, record, changelog) = (left.place, Interruption.paths[1], Interruption.paths[0])
    let old = try place.read(changelog)
    try place.write("# Staged\n", to: changelog)
    try place.git("add", changelog)
    let blob = try place.git("rev-parse", ":" + changelog).trimmingCharacters(in: .newlines)
    try place.write(old, to: changelog)
    try place.write(try place.read(record) + "notes: |\n  Mine.\n", to: record)
    let outcome = try left.goOn()
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(outcome.err.contains("your staged change of \(changelog) is kept: 'git show \(blob)'"))
    #expect(outcome.err.contains("kept your change to \(record)\n"), "\(outcome.err)")
    #expect(try place.read(record).hasSuffix("notes: |\n  Mine.\n"))
    #expect(try place.git("show", blob) == "# Staged\n")
    #expect(try left.status() == " M \(record)\n")
  }
}

extension String {
  fileprivate func replacingOccurrences(of old: String, with new: Substring) -> String {
    replacingOccurrences(of: old, with: String(new))
  }
}
