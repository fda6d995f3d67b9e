import Foundation
import TestSupport
import Testing

/// What a session printed: every command with its standard output, standard error and exit code.
///
/// Object ids are numbered in the order of their appearance, and the sandbox's path is `$ROOT`.
final class Transcript {
  let sandbox: Sandbox
  private(set) var text = ""

  init(_ sandbox: Sandbox) { self.sandbox = sandbox }

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
    text += "\(actor)$ rspmaint \(shown.joined(separator: " "))\n\(outcome.out)"
    if !outcome.err.isEmpty { text += "[standard error]\n\(outcome.err)" }
    text += "[exit \(outcome.code)]\n\n"
    return outcome
  }

  /// Runs git and notes what it printed.
  @discardableResult
  func git(_ arguments: String..., as actor: Sandbox.Actor = .editor) throws -> String {
    let outcome = try sandbox.start("/usr/bin/git", arguments, actor, input: nil)
    text += "\(actor)$ git \(arguments.joined(separator: " "))\n\(outcome.out)\(outcome.err)"
    text += outcome.code == 0 ? "\n" : "[exit \(outcome.code)]\n\n"
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

  func append(_ more: String) { text += more }

  // MARK: - Snapshots

  /// Compares with `Snapshots/NAME.txt`; RECORD_SNAPSHOTS=1 writes it, and then the run fails.
  func expectSnapshot(
    _ name: String, _ location: SourceLocation = #_sourceLocation
  ) throws {
    try expectSame(normalized, asSnapshot: name + ".txt", location)
  }

  private var normalized: String {
    var text = text.replacingOccurrences(of: sandbox.root, with: "$ROOT")
    // The age of a lock file hangs on how fast the machine is.
    text = text.replacingOccurrences(
      of: " for [0-9]+ s\\n", with: " for <age> s\n", options: .regularExpression)
    var known: [String] = []
    guard let pattern = try? NSRegularExpression(pattern: "\\b[0-9a-f]{7,64}\\b") else {
      return text
    }
    let range = NSRange(text.startIndex..., in: text)
    let found = pattern.matches(in: text, range: range).compactMap {
      Range($0.range, in: text).map { String(text[$0]) }
    }.filter { $0.contains { $0.isNumber } }
    for id in found where !known.contains(where: { $0.hasPrefix(id) || id.hasPrefix($0) }) {
      known.append(id)
    }
    for id in Set(found).sorted(by: { $0.count > $1.count }) {
      guard let index = known.firstIndex(where: { $0.hasPrefix(id) || id.hasPrefix($0) }) else {
        continue
      }
      text = text.replacingOccurrences(of: id, with: "<id \(index + 1)>")
    }
    return text
  }
}

extension Transcript {
  /// Notes a file's text.
  func note(_ text: String) { append(text + "\n") }
}

/// Compares a text with a file of `Snapshots/`; RECORD_SNAPSHOTS=1 writes it, and then the run fails.
func expectSame(
  _ actual: String, asSnapshot name: String, _ location: SourceLocation = #_sourceLocation
) throws {
  let path = Sandbox.repositoryRoot + "/Tests/CommandTests/Snapshots/" + name
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try Data(actual.utf8).write(to: URL(fileURLWithPath: path))
    Issue.record("recorded \(name)", sourceLocation: location)
    return
  }
  let expected = try String(contentsOfFile: path, encoding: .utf8)
  guard actual != expected else { return }
  let (left, right) = (
    expected.components(separatedBy: "\n"), actual.components(separatedBy: "\n")
  )
  let line = zip(left, right).prefix { $0 == $1 }.count
  func context(_ lines: [String]) -> String {
    lines[max(0, line - 3)..<min(lines.count, line + 8)].joined(separator: "\n")
  }
  Issue.record(
    "\(name) differs at line \(line + 1).\nexpected:\n\(context(left))\nis:\n\(context(right))",
    sourceLocation: location)
}
