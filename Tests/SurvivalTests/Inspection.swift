import Foundation
import TestSupport
import Testing

/// All that a run may change or must leave alone.
struct Inspection: Equatable {
  let head: String
  /// Every file of portfolio, proposals and git's hooks, temporary ones left out.
  let files: [String: Data]
  /// What git says of the files and the index.
  let status: String
  /// Index entries and files of the user's own work.
  let work: String
  /// Where the shared repository stands; nil where there is none.
  let shared: String?
  /// Temporary files and journals that are there now.
  let leftovers: [String]
  let isSound: Bool

  init(_ place: Place) throws {
    let fsck = try place.run("/usr/bin/git", ["fsck", "--strict", "--no-dangling"])
    var isSound = fsck.code == 0 && fsck.err.isEmpty
    var shared: String?
    if place.exists(Place.shared) {
      shared = try place.git("--git-dir", Place.shared, "rev-parse", "main")
      let other = try place.run(
        "/usr/bin/git", ["--git-dir", Place.shared, "fsck", "--strict", "--no-dangling"])
      isSound = isSound && other.code == 0 && other.err.isEmpty
    }
    (self.isSound, self.shared) = (isSound, shared)
    head = try place.git("rev-parse", "HEAD").trimmingCharacters(in: .newlines)
    status = try place.git("status", "--porcelain", "--untracked-files=all")
    var work = try place.git("ls-files", "-s", "notes") + (try place.git("diff", "--", "notes"))
    work += try place.read("notes/untracked.txt")
    self.work = work
    var files: [String: Data] = [:]
    var leftovers: [String] = []
    for top in ["Portfolio", "Proposals", ".git/hooks"] {
      let names = FileManager.default.enumerator(atPath: place.root + "/" + top)
      for case let name as String in names ?? .init() {
        let path = top + "/" + name
        let isFolder = (names?.fileAttributes?[.type] as? FileAttributeType) == .typeDirectory
        if path.contains("/.rspmaint-") {
          leftovers.append(path)
        } else if !isFolder {
          files[path] = try Data(contentsOf: URL(fileURLWithPath: place.root + "/" + path))
        }
      }
    }
    let own = try? FileManager.default.contentsOfDirectory(atPath: place.root + "/.git/rspmaint")
    self.files = files
    self.leftovers = leftovers + (own ?? []).filter { $0 != "lock" }
  }

  /// Git's own lock files.
  static func locks(_ place: Place) -> [String] {
    ["index.lock", "HEAD.lock", "packed-refs.lock", "refs/heads/main.lock"].filter {
      place.exists(".git/" + $0)
    }
  }
}

/// A run to the end, with what was there before and after.
struct Reference {
  let scenario: Scenario
  let before: Inspection
  let after: Inspection
  /// How often the file system told of a change.
  let events: Int
  let duration: Duration

  init(_ scenario: Scenario) throws {
    let place = try Template.place.get().copy()
    defer { place.remove() }
    try scenario.prepare(place)
    self.scenario = scenario
    before = try Inspection(place)
    let watch = try Watch(place)
    let run = try place.start(
      Checkout.binary, scenario.arguments + Place.day, as: scenario.actor)
    let events = watch.count(while: run)
    let outcome = try run.wait()
    duration = ContinuousClock.now - run.started
    try #require(outcome.code == 0, "\(scenario.name): \(outcome.out)\(outcome.err)")
    self.events = events
    after = try Inspection(place)
    #expect(before != after, "\(scenario.name) changes nothing")
    #expect(after.isSound && after.leftovers.isEmpty)
  }

  /// Holds what an ended run left against all that it may have left, and returns it.
  @discardableResult
  func expectAllOrNone(_ place: Place, _ context: String) throws -> Inspection {
    let now = try Inspection(place)
    #expect(now.isSound, "\(context): fsck")
    #expect(now.work == before.work, "\(context): the user's own work")
    #expect([before.head, after.head].contains(now.head), "\(context): HEAD is \(now.head)")
    #expect(
      [before.shared, after.shared].contains(now.shared), "\(context): the shared repository")
    #expect(
      now.shared == before.shared || now.head == after.head,
      "\(context): something is shared that is not here")
    for path in Set(before.files.keys).union(after.files.keys).union(now.files.keys) {
      #expect(
        now.files[path] == before.files[path] || now.files[path] == after.files[path],
        "\(context): \(path) is neither as before nor as after")
    }
    if let folder = scenario.newFolder {
      let inside = now.files.filter { $0.key.hasPrefix(folder + "/") }
      let whole = after.files.filter { $0.key.hasPrefix(folder + "/") }
      // What is saved already is finished by the next run.
      let isDue = now.head == after.head && now.leftovers.contains("journal")
      #expect(inside.isEmpty || inside == whole || isDue, "\(context): half a proposal")
    }
    return now
  }

  /// Runs on, as a user would, and holds the end against the run that nobody stopped.
  ///
  /// Returns how often a lock file had to be removed as the tool said.
  @discardableResult
  func expectFinish(_ place: Place, _ context: String) throws -> Int {
    var removed = 0
    var outcome = try place.rspmaint(scenario.next(in: place), as: scenario.actor)
    while outcome.code == 75, removed < 4 {
      let file = try #require(
        outcome.err.components(separatedBy: "rm '").dropFirst().first?
          .components(separatedBy: "'").first, "\(context): \(outcome.err)")
      #expect(file.hasSuffix(".lock"), "\(context): \(outcome.err)")
      try FileManager.default.removeItem(atPath: file)
      removed += 1
      outcome = try place.rspmaint(scenario.next(in: place), as: scenario.actor)
    }
    if outcome.code == 1 { expectExplanation(outcome.err, context) }
    #expect(
      outcome.code == 0 || outcome.code == 1,
      "\(context): ends with \(outcome.code): \(outcome.err)")
    let end = try Inspection(place)
    #expect(end.isSound, "\(context): fsck at the end")
    #expect(end.work == before.work, "\(context): the user's own work at the end")
    #expect(end.leftovers == [], "\(context): leftovers")
    #expect(end.shared == after.shared, "\(context): the shared repository at the end")
    // A proposal that is there unsaved is the user's to save; a second one is not written.
    let isLeft = scenario.newFolder.map { place.exists($0) && end.head == before.head } ?? false
    #expect(isLeft || end.head == after.head || hasSameTree(place), "\(context): HEAD at the end")
    for path in Set(after.files.keys).union(end.files.keys)
    where end.files[path] != after.files[path] {
      // Edits that became a proposal may still stand in the files: nothing is lost by that.
      let isEdit =
        scenario.name == "propose --from-worktree" && end.files[path] == before.files[path]
      #expect(isEdit, "\(context): \(path) at the end")
    }
    if end.head == after.head, end.files == after.files {
      #expect(end.status == after.status, "\(context): status at the end")
    }
    return removed
  }

  /// Holds that a refusal tells what was done before.
  private func expectExplanation(_ text: String, _ context: String) {
    let words = [
      "is accepted, not open", "never changes again", "is open already", "settled already",
      "was not saved by a verb",
    ]
    #expect(words.contains { text.contains($0) }, "\(context): \(text)")
  }

  /// Whether HEAD holds what it does after a run that nobody stopped, under another message.
  private func hasSameTree(_ place: Place) -> Bool {
    let wanted = Set(after.files.filter { !$0.key.hasPrefix(".git/") }.map { "\($0.key)" })
    guard
      let names = try? place.git("ls-tree", "-r", "--name-only", "HEAD", "Portfolio", "Proposals"),
      Set(names.split(separator: "\n").map(String.init)) == wanted,
      let changed = try? place.git("diff", "--name-only", "HEAD", "--", "Portfolio", "Proposals")
    else { return false }
    return changed.isEmpty
  }
}
