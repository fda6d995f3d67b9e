import Foundation
import TestSupport
import Testing

/// A repository as a run leaves it that was killed when the branch had moved and nothing had followed:
/// files and index behind, a journal, and the lock on the index.
struct Interruption {
  let place: Place
  /// The worktree in which it ran, as a path from the place's root.
  let worktree: String
  /// The worktree's git folder, absolute.
  let gitFolder: String
  let old: String
  let new: String

  var journal: String { gitFolder + "/rspmaint/journal" }
  var lock: String { gitFolder + "/index.lock" }

  /// The files that proposal 1 changes.
  static let paths = [
    "Portfolio/CHANGELOG.md", "Portfolio/standards/data/loinc.yml",
    "Proposals/0001-note-loinc/state.yml",
  ]

  /// - Parameter isLinked: Whether it ran in a linked worktree.
  init(isLinked: Bool = false) throws {
    let (here, folder) = (try Template.place.get().copy(), isLinked ? "../side" : ".")
    (place, worktree) = (here, folder)
    if isLinked { try place.git("worktree", "add", "-q", "-b", "side", worktree) }
    let outcome = try place.rspmaint(["commit", "1", "--repo", worktree])
    try #require(outcome.code == 0, "\(outcome.err)")
    func git(_ arguments: String...) throws -> String {
      let outcome = try here.run("/usr/bin/git", ["-C", folder] + arguments)
      try #require(outcome.code == 0, "\(outcome.err)")
      return outcome.out.trimmingCharacters(in: .newlines)
    }
    gitFolder = try git("rev-parse", "--absolute-git-dir")
    new = try git("rev-parse", "HEAD")
    old = try git("rev-parse", "HEAD~1")
    _ = try git("checkout", "-q", "HEAD~1", "--", "Portfolio", "Proposals")
    let branch = try git("symbolic-ref", "HEAD")
    var fields = ["rspmaint-journal 1", branch, old, new]
    let changes = try git("diff-tree", "-r", "--no-abbrev", old, new).split(separator: "\n")
    try #require(changes.count == Interruption.paths.count)
    fields.append(String(changes.count))
    for change in changes {
      let words = change.split { $0 == " " || $0 == "\t" }
      fields += [String(words[2]), String(words[3]), String(words[5])]
    }
    try write(fields.map { $0 + "\0" }.joined(), to: journal)
    try write("rspmaint\n", to: lock)
  }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: path) }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// A verb that writes, and has nothing of its own to do.
  @discardableResult
  func goOn() throws -> Outcome {
    try place.rspmaint(["format", worktree + "/Proposals", "--repo", worktree])
  }

  func status() throws -> String {
    try place.git("-C", worktree, "status", "--porcelain", "--", "Portfolio", "Proposals")
  }
}
