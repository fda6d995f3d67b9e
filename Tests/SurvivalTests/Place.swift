import Foundation
import Testing

/// A repository with a portfolio in a folder of its own, and programs that run in it.
struct Place {
  struct Outcome {
    let out: String
    let err: String
    /// The exit code, or 128 and the signal's number.
    let code: Int32
  }

  enum Actor: String {
    case editor = "Ada Editor"
    case reviewer = "Rune Reviewer"
  }

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

  // MARK: - Files

  func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: root + "/" + path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func read(_ path: String) throws -> String {
    try String(contentsOfFile: root + "/" + path, encoding: .utf8)
  }

  func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try read(path)
    try #require(text.contains(old), "\(path) holds no '\(old)'")
    try write(text.replacingOccurrences(of: old, with: new), to: path)
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root + "/" + path)
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
  func rspmaint(_ arguments: [String], as actor: Actor = .editor) throws -> Outcome {
    try run(Survival.binary, arguments + Place.day, as: actor)
  }

  /// As ``rspmaint(_:as:)``, where a failure is the test's.
  func prepare(_ arguments: String..., as actor: Actor = .editor) throws {
    let outcome = try rspmaint(arguments, as: actor)
    try #require(outcome.code == 0, "\(arguments): \(outcome.out)\(outcome.err)")
  }

  static let day = ["--as-of", "2026-11-23"]

  func run(
    _ program: String, _ arguments: [String], as actor: Actor = .editor, in folder: String? = nil
  ) throws -> Outcome {
    try start(program, arguments, as: actor, in: folder).wait()
  }

  func start(
    _ program: String, _ arguments: [String], as actor: Actor = .editor, in folder: String? = nil
  ) throws -> Running {
    try Running(
      program, arguments, environment(actor), folder ?? root, output: home + "/" + UUID().uuidString
    )
  }

  func environment(_ actor: Actor) -> [String: String] {
    let address = actor == .editor ? "ada@editors.example" : "rune@north.example"
    var environment = [
      "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": home, "TZ": "UTC",
      "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8",
      "GIT_AUTHOR_DATE": "@1795435200 +0000", "GIT_COMMITTER_DATE": "@1795435200 +0000",
      "GIT_AUTHOR_NAME": actor.rawValue, "GIT_AUTHOR_EMAIL": address,
      "GIT_COMMITTER_NAME": actor.rawValue, "GIT_COMMITTER_EMAIL": address,
    ]
    environment["LD_LIBRARY_PATH"] = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]
    return environment
  }
}
