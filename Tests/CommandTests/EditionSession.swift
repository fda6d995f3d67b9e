import Foundation
import TestSupport
import Testing

/// A committee that makes editions of what proposals changed.
struct EditionSession {
  let session: Transcript
  var sandbox: Sandbox { session.sandbox }

  static let day = "2026-11-23"
  static let later = "2027-01-15"

  /// The portfolio with proposal 1 accepted since its first edition.
  static func run(_ work: (EditionSession) throws -> Void) throws {
    let sandbox = try Template.accepted.sandbox(committee: true)
    defer { sandbox.remove() }
    try work(EditionSession(session: Transcript(sandbox)))
  }

  /// Runs what has to succeed.
  @discardableResult
  func does(
    _ arguments: String..., as actor: Sandbox.Actor = .chair, on day: String = day
  ) throws -> String {
    let outcome = try session.run(arguments: arguments, as: actor, day: day)
    try #require(outcome.code == 0, "\(session.text)")
    return outcome.out
  }

  /// Runs what has to be refused, and returns what was said.
  func refuses(
    _ arguments: String..., as actor: Sandbox.Actor = .chair, on day: String = day,
    code: Int32 = 1
  ) throws -> String {
    let before = try sandbox.git("for-each-ref")
    let outcome = try session.run(arguments: arguments, as: actor, day: day)
    #expect(outcome.code == code, "\(outcome.err)\(outcome.out)")
    #expect(try sandbox.git("for-each-ref") == before)
    #expect(try sandbox.git("status", "--porcelain") == "")
    return outcome.err
  }

  func cut(_ name: String = "fdis", stage: String = "FDIS", _ more: String...) throws {
    let outcome = try session.run(
      arguments: ["edition", "cut", name, "--stage", stage, "--carry", "all"] + more, as: .chair)
    try #require(outcome.code == 0, "\(session.text)")
  }

  @discardableResult
  func publish(
    _ name: String = "fdis", title: String = "ISO 21860:2027", number: String = "2",
    _ more: String...
  ) throws -> String {
    let outcome = try session.run(
      arguments: ["edition", "publish", name, "--as", title, "--number", number] + more,
      as: .chair)
    try #require(outcome.code == 0, "\(session.text)")
    return outcome.out
  }

  /// A proposal that both reviewers approved, committed.
  func accept(_ number: Int, _ title: String, _ change: String..., more: [String] = []) throws {
    try session.propose(title, change + more)
    try session.approve(number, by: .reviewer, .second)
    try #require(try session.run("commit", String(number)).code == 0, "\(session.text)")
  }

  /// What an audit since the first commit finds, by rule.
  func audit() throws -> Set<String> {
    let start = try sandbox.git("rev-list", "--max-parents=0", "HEAD")
      .trimmingCharacters(in: .newlines)
    let outcome = try sandbox.rspmaint(["audit", "--since", start, "--format", "json"])
    return try Audited(outcome.out).rules
  }
}
