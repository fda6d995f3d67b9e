import Foundation
import Testing

extension Sandbox {
  /// A day as git takes it for the date of a commit.
  public static func noon(_ day: String) -> String { day + "T12:00:00+00:00" }

  @discardableResult
  public func git(_ arguments: String..., as actor: Actor = .editor) throws -> String {
    let outcome = try start("/usr/bin/git", arguments, actor, input: nil)
    try #require(outcome.code == 0, "git \(arguments): \(outcome.err)")
    return outcome.out
  }

  /// The id of what a revision names.
  public func id(_ revision: String) throws -> String {
    try git("rev-parse", revision).trimmingCharacters(in: .newlines)
  }

  /// Runs a script of the shell at the root; every command in it has to succeed.
  public func shell(_ script: String, as actor: Actor = .editor) throws {
    let outcome = try start("/bin/sh", ["-euc", script], actor, input: nil)
    try #require(outcome.code == 0, "\(script): \(outcome.err)")
  }

  public func commitAll(_ message: String, as actor: Actor = .editor) throws {
    try git("add", "-A", as: actor)
    try git("commit", "-q", "-m", message, as: actor)
  }

  public func rspmaint(
    _ arguments: [String], as actor: Actor = .editor, input: String? = nil
  ) throws -> Outcome {
    try start(Sandbox.binary, arguments, actor, input: input)
  }

  /// Runs a program with nothing of this process's environment but what is given.
  public func start(
    _ program: String, _ arguments: [String], _ actor: Actor, input: String?,
    _ more: [String: String] = [:]
  ) throws -> Outcome {
    var environment = ProgramEnvironment.cleared(
      home: home, path: "/usr/bin:/bin", name: actor.name, email: actor.email)
    // Whoever acts on a day commits on that day; without one it is today.
    if let option = arguments.firstIndex(of: "--as-of"), option + 1 < arguments.count {
      environment["GIT_COMMITTER_DATE"] = Sandbox.noon(arguments[option + 1])
    } else if program != "/usr/bin/git" {
      environment["GIT_COMMITTER_DATE"] = "@\(Int(Date().timeIntervalSince1970)) +0000"
    }
    environment.merge(more) { $1 }
    return try Running(
      program, arguments, environment, root, input: input ?? "",
      output: home + "/" + UUID().uuidString
    ).wait()
  }
}
