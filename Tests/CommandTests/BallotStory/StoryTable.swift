import Foundation
import TestSupport
import Testing

/// Where a story of several people is played: a clone each of one guarded repository, the forms that go
/// out and come back beside them, and a day that goes on.
final class StoryTable {
  let session: Transcript
  private let clones: [Sandbox.Actor: Sandbox]
  /// The day on which everything is done.
  var day = "2026-01-05"

  static let people: [Sandbox.Actor] = [.editor, .reviewer, .second, .chair]

  /// - Parameter first: A repository with the shipped portfolio; the others are its clones.
  init(_ session: Transcript) throws {
    self.session = session
    let first = session.sandbox
    var clones: [Sandbox.Actor: Sandbox] = [:]
    for person in StoryTable.people {
      clones[person] = try person == .editor ? first : Sandbox(copying: first)
    }
    self.clones = clones
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try first.git("clone", "-q", "--bare", first.root, path("server.git"))
    for clone in clones.values {
      try clone.git("remote", "add", "origin", path("server.git"))
      try clone.git("fetch", "-q")
      try clone.git("branch", "-q", "--set-upstream-to=origin/main")
    }
  }

  func remove() {
    for (person, clone) in clones where person != .editor { clone.remove() }
  }

  // MARK: - Files beside the clones

  private var folder: String {
    (clones[.editor]?.root ?? "").components(separatedBy: "/").dropLast().joined(separator: "/")
      + "/table"
  }

  /// A path below the table, as programs see it.
  func path(_ name: String) -> String { folder + "/" + name }

  func write(_ bytes: Data, to name: String) throws {
    try bytes.write(to: URL(fileURLWithPath: path(name)))
  }

  func bytes(_ name: String) throws -> Data {
    try #require(FileManager.default.contents(atPath: path(name)), "\(name)")
  }

  // MARK: - What people do

  /// The clone of a person, in which the next step is taken; who has none looks over the reviewer's
  /// shoulder.
  @discardableResult
  func seat(_ person: Sandbox.Actor) throws -> Sandbox {
    session.sandbox = try #require(clones[person] ?? clones[.reviewer])
    return session.sandbox
  }

  /// Runs the binary; `$TABLE/` in an argument stands for the table.
  @discardableResult
  func run(_ person: Sandbox.Actor, _ arguments: String...) throws -> Sandbox.Outcome {
    try run(person, arguments)
  }

  @discardableResult
  func run(_ person: Sandbox.Actor, _ arguments: [String]) throws -> Sandbox.Outcome {
    try seat(person)
    return try session.run(
      arguments: arguments.map { $0.replacingOccurrences(of: "$TABLE", with: folder) }, as: person,
      day: day)
  }

  /// Runs what has to succeed and says nothing new.
  func does(_ person: Sandbox.Actor, _ arguments: String...) throws {
    let outcome = try seat(person).rspmaint(arguments + ["--as-of", day], as: person)
    try #require(outcome.code == 0, "\(arguments): \(outcome.out)\(outcome.err)")
  }

  /// Everybody has what all others have.
  func sync(_ people: Sandbox.Actor...) throws {
    for person in people { try does(person, "sync") }
  }

  func git(_ person: Sandbox.Actor, _ arguments: String...) throws {
    try seat(person)
    try session.git(arguments: arguments, as: person, day: day)
  }

  /// Changes a file by hand and commits it by git.
  func forge(
    _ person: Sandbox.Actor, _ path: String, _ message: String, _ change: (String) -> String
  ) throws {
    let clone = try seat(person)
    let text = clone.exists(path) ? try clone.read(path) : ""
    let forged = change(text)
    try #require(forged != text, "\(text)")
    try clone.write(forged, to: path)
    try git(person, "add", "-A")
    try git(person, "commit", "-q", "-m", message)
  }

  /// Holds what was said since the last chapter against it, the table's paths left out.
  func close(_ chapter: String, _ location: SourceLocation = #_sourceLocation) throws {
    try session.expect(chapter, replacing: [(folder, "$TABLE")], location)
  }
}
