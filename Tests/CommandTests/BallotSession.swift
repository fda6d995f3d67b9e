import Foundation
import TestSupport
import Testing

/// A committee that ballots proposals: 1 and 2 are open and reviewed, and each affiliation is a body.
struct BallotSession {
  let session: Transcript
  var sandbox: Sandbox { session.sandbox }

  static let written = "2026-09-01"
  static let opened = "2026-10-01"
  static let voted = "2026-10-10"
  static let closes = "2026-11-05"
  static let closed = "2026-11-23"

  init(_ session: Transcript) { self.session = session }

  /// The proposals, and the committee's ballot on them where it is wanted.
  static func run(opens: Bool = true, _ work: (BallotSession) throws -> Void) throws {
    let sandbox = try Template.bare.sandbox(committee: true)
    defer { sandbox.remove() }
    let ballot = BallotSession(Transcript(sandbox))
    try ballot.prepare()
    if opens { try ballot.open() }
    try work(ballot)
  }

  func prepare() throws {
    for (title, change) in [
      ("LOINC to high", ["loinc", "--set", "tooling=high"]),
      ("UCUM to high", ["ucum", "--set", "tooling=high"]),
    ] {
      try does(
        ["propose"] + change + ["--title", title] + Transcript.words + ["--open"],
        on: BallotSession.written)
    }
    for number in ["1", "2"] {
      for actor in [Sandbox.Actor.reviewer, .second] {
        try does(["review", number, "--approve"], as: actor, on: BallotSession.written)
      }
    }
  }

  func open(_ more: String...) throws {
    try does(
      [
        "ballot", "open", "cd", "--proposals", "1,2", "--title", "Second draft", "--closes",
        BallotSession.closes,
      ] + more, as: .chair, on: BallotSession.opened)
  }

  /// Runs what has to succeed.
  @discardableResult
  func does(
    _ arguments: [String], as actor: Sandbox.Actor = .editor, on day: String
  ) throws -> String {
    let outcome = try session.run(arguments: arguments, as: actor, day: day)
    try #require(outcome.code == 0, "\(session.text)")
    return outcome.out
  }

  /// Runs what has to be refused, and returns what was said.
  @discardableResult
  func refuses(
    _ arguments: String..., as actor: Sandbox.Actor = .chair, on day: String = voted,
    code: Int32 = 1
  ) throws -> String {
    let before = try sandbox.git("rev-parse", "HEAD")
    let outcome = try session.run(arguments: arguments, as: actor, day: day)
    #expect(outcome.code == code, "\(outcome.err)\(outcome.out)")
    #expect(try sandbox.git("rev-parse", "HEAD") == before)
    #expect(try sandbox.git("status", "--porcelain") == "")
    return outcome.err
  }

  /// Takes the reply of a body.
  @discardableResult
  func votes(
    _ member: String, _ vote: String, _ more: String..., on day: String = voted
  ) throws -> String {
    try does(
      ["ballot", "import", "cd", "--voter", member, "--vote", vote] + more, as: .chair, on: day)
  }

  /// All four bodies answer: one comments on each proposal, one disapproves the second.
  func vote() throws {
    try votes("cleo-chair", "approve")
    try votes(
      "ada-editor", "1=approve-with-comments,2=approve", "--comment", "1:ed=Mind the comma.")
    try votes("rune-reviewer", "approve")
    try votes("siri-second", "1=abstain,2=disapprove", "--comment", "2:te=Too few tools.")
  }

  func end() throws { try does(["ballot", "end", "cd"], as: .chair, on: BallotSession.closed) }

  func dispose() throws {
    try does(
      [
        "ballot", "dispose", "cd", "editors-1", "accepted", "--agreed", "Plenary, 2026-11-20, R 4",
      ], as: .chair, on: BallotSession.closed)
    try does(
      [
        "ballot", "dispose", "cd", "south-1", "rejected", "--because", "The survey counts nine.",
        "--agreed", "Plenary, 2026-11-20",
      ], as: .chair, on: BallotSession.closed)
  }

  func close() throws {
    try does(["ballot", "close", "cd"], as: .chair, on: BallotSession.closed)
  }

  /// What an audit since the first commit finds, by rule.
  func audit() throws -> Set<String> {
    let start = try sandbox.git("rev-list", "--max-parents=0", "HEAD")
      .trimmingCharacters(in: .newlines)
    let outcome = try sandbox.rspmaint(["audit", "--since", start, "--format", "json"])
    return try Audited(outcome.out).rules
  }
}
