import Foundation
import TestSupport
import Testing

/// What a session printed: every command with its standard output, standard error and exit code.
///
/// A session that is told as a story is held against its pieces step by step: see `story`.
final class Transcript {
  /// Where commands run. Where several people have a clone each, it is that of whoever acts.
  var sandbox: Sandbox
  private(set) var text = ""
  /// The folder of `Snapshots/` with the story's pieces, and those that were compared.
  let folder: String?
  var pieces: Set<String> = []
  /// What was run and not yet held against a piece.
  var pending: [Step] = []
  /// The object ids that pieces showed so far, in the order of their appearance.
  var ids: [String] = []

  init(_ sandbox: Sandbox, pieces folder: String? = nil) {
    self.sandbox = sandbox
    self.folder = folder
  }

  /// A command and what it printed, its exit code included.
  struct Step {
    let command: String
    let printed: String
    let code: Int32

    var text: String { "\(command)\n\(printed)" }
  }

  private func add(_ step: Step) {
    text += step.text + "\n"
    pending.append(step)
  }

  /// Runs the binary and notes what it printed.
  @discardableResult
  func run(
    _ arguments: String..., as actor: Sandbox.Actor = .editor, day: String = "2026-11-23"
  ) throws -> Sandbox.Outcome {
    try run(arguments: arguments, as: actor, day: day)
  }

  @discardableResult
  func run(
    arguments: [String], as actor: Sandbox.Actor = .editor, day: String = "2026-11-23"
  ) throws -> Sandbox.Outcome {
    let isRules = arguments.first == "rules"
    let outcome = try sandbox.rspmaint(
      arguments + (isRules ? [] : ["--as-of", day]), as: actor)
    let shown = arguments.map { $0.contains { " \n'<".contains($0) } ? "'\($0)'" : $0 }
    let error = outcome.err.isEmpty ? "" : "[standard error]\n\(outcome.err)"
    add(
      Step(
        command: "\(actor)$ rspmaint \(shown.joined(separator: " "))",
        printed: outcome.out + error + "[exit \(outcome.code)]\n", code: outcome.code))
    return outcome
  }

  /// Runs git and notes what it printed.
  @discardableResult
  func git(_ arguments: String..., as actor: Sandbox.Actor = .editor) throws -> String {
    try git(arguments: arguments, as: actor, [:])
  }

  /// As ``git(_:as:)``, on a day.
  @discardableResult
  func git(arguments: [String], as actor: Sandbox.Actor, day: String) throws -> String {
    try git(arguments: arguments, as: actor, ["GIT_COMMITTER_DATE": Sandbox.noon(day)])
  }

  private func git(
    arguments: [String], as actor: Sandbox.Actor, _ more: [String: String]
  ) throws -> String {
    let outcome = try sandbox.start("/usr/bin/git", arguments, actor, input: nil, more)
    let exit = outcome.code == 0 ? "" : "[exit \(outcome.code)]\n"
    add(
      Step(
        command: "\(actor)$ git \(arguments.joined(separator: " "))",
        printed: outcome.out + outcome.err + exit, code: outcome.code))
    return outcome.out
  }

  /// Commits what the verbs wrote, by git, without a note.
  func commitAll(_ message: String, as actor: Sandbox.Actor = .editor) throws {
    try sandbox.commitAll(message, as: actor)
  }

  /// Git's own word that the repository is sound and nothing is left over.
  func expectSound(_ location: SourceLocation = #_sourceLocation) throws {
    let fsck = try sandbox.start("/usr/bin/git", ["fsck", "--strict"], .editor, input: nil)
    #expect(fsck.code == 0, "\(fsck.err)", sourceLocation: location)
    #expect(fsck.err.isEmpty, sourceLocation: location)
    #expect(try sandbox.git("status", "--porcelain") == "", sourceLocation: location)
    #expect(
      try sandbox.rspmaint(["changelog", "--check"]).code == 0, sourceLocation: location)
  }
}
