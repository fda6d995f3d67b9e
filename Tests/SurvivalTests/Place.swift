import Foundation
import TestSupport
import Testing

/// A repository with a portfolio in a folder of its own, and programs that run in it.
struct Place: FileFolder {
  let base: String
  var root: String { base + "/rsp" }
  var home: String { base + "/home" }

  init() throws {
    base = FileManager.default.temporaryDirectory.path + "/rspmaint-survival-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(atPath: base) }

  /// Another place with the same files, times and modes included.
  func copy() throws -> Place {
    let other = try Place()
    let outcome = try other.run("/bin/cp", ["-a", root, other.root], in: base)
    try #require(outcome.code == 0, "\(outcome.err)")
    return other
  }

  // MARK: - Programs

  @discardableResult
  func git(_ arguments: String...) throws -> String {
    let outcome = try run("/usr/bin/git", arguments)
    try #require(outcome.code == 0, "git \(arguments): \(outcome.err)")
    return outcome.out
  }

  func commitAll(_ message: String) throws {
    try git("add", "-A")
    try git("commit", "-q", "-m", message)
  }

  @discardableResult
  func rspmaint(_ arguments: [String], as actor: Sandbox.Actor = .editor) throws -> Outcome {
    try run(Checkout.binary, arguments + Place.day, as: actor)
  }

  /// As ``rspmaint(_:as:)``, where a failure is the test's.
  func prepare(_ arguments: String..., as actor: Sandbox.Actor = .editor) throws {
    let outcome = try rspmaint(arguments, as: actor)
    try #require(outcome.code == 0, "\(arguments): \(outcome.out)\(outcome.err)")
  }

  static let day = ["--as-of", "2026-11-23"]

  func run(
    _ program: String, _ arguments: [String], as actor: Sandbox.Actor = .editor,
    in folder: String? = nil
  ) throws -> Outcome {
    try start(program, arguments, as: actor, in: folder).wait()
  }

  func start(
    _ program: String, _ arguments: [String], as actor: Sandbox.Actor = .editor,
    in folder: String? = nil
  ) throws -> Running {
    try Running(
      program, arguments, environment(actor), folder ?? root, output: home + "/" + UUID().uuidString
    )
  }

  func environment(_ actor: Sandbox.Actor) -> [String: String] {
    ProgramEnvironment.cleared(
      home: home, path: "/usr/sbin:/usr/bin:/sbin:/bin", name: actor.name, email: actor.email)
  }
}
