import Foundation
import TestSupport
import Testing

/// Another committee's portfolio, for patient summaries: made by `init`, filled by proposals.
///
/// Its standards are real; its ratings are examples, and each record says so.
struct OtherPortfolio {
  let session: Transcript
  var sandbox: Sandbox { session.sandbox }
  /// The first commit, at which audits start.
  let start: String

  static let written = "2026-08-03"
  static let opened = "2026-10-01"
  static let voted = "2026-10-10"
  static let closes = "2026-11-05"
  static let closed = "2026-11-23"

  private static let fixture = Checkout.root + "/Tests/Fixtures/patient-summary"

  /// The portfolio as `init` makes it.
  static func run(_ work: (OtherPortfolio) throws -> Void) throws {
    let sandbox = try Sandbox(git: false)
    defer { sandbox.remove() }
    try sandbox.shell("rm -r Portfolio .gitattributes")
    let session = Transcript(sandbox)
    let outcome = try session.run(
      "init", ".", "--title", "Patient summary", "--domain", "patient summaries", "--id",
      "patient-summary", day: written)
    try #require(outcome.code == 0, "\(session.text)")
    let start = try sandbox.git("rev-parse", "HEAD").trimmingCharacters(in: .newlines)
    try work(OtherPortfolio(session: session, start: start))
  }

  /// Runs what has to succeed.
  @discardableResult
  func does(
    _ arguments: String..., as actor: Sandbox.Actor = .editor, on day: String = written
  ) throws -> String {
    let outcome = try session.run(arguments: arguments, as: actor, day: day)
    try #require(outcome.code == 0, "\(session.text)")
    return outcome.out
  }

  /// Proposal 1: criteria that were decided, what describes the domain, and the committee.
  func decide() throws {
    try sandbox.shell(
      """
      sed -i 's/basis: to be decided}/basis: decided 1}/' Portfolio/criteria.yml
      cp '\(OtherPortfolio.fixture)/committee.yml' Portfolio/committee.yml
      cat >> Portfolio/portfolio.yml <<'END'
        facets:
          - id: sections
            label: Sections
            values:
              - {name: problems}
              - {name: allergies}
              - {name: medication}
              - {name: results, examples: [laboratory, vital signs]}
      END
      """)
    try propose("Decide the criteria, and name the committee", "--from-worktree")
    try accept(1, by: .reviewer)
  }

  /// Proposal 2 adds one standard by its record, proposal 3 the others.
  func fill() throws {
    try propose(
      "Add TLS 1.3", "--add", "tls-1-3", "--record",
      OtherPortfolio.fixture + "/standards/privacy-and-security/tls-1-3.yml", "--set",
      "category=privacy-and-security")
    try sandbox.shell(
      "cp -r '\(OtherPortfolio.fixture)/standards' Portfolio/; "
        + "rm -r Portfolio/standards/privacy-and-security")
    try propose("List the standards of a summary", "--from-worktree")
    for number in ["2", "3"] {
      for actor in [Sandbox.Actor.reviewer, .second] {
        try does("review", number, "--approve", as: actor)
      }
    }
  }

  func propose(_ title: String, _ change: String...) throws {
    let outcome = try session.run(
      arguments: ["propose"] + change + ["--title", title] + Transcript.words + ["--open"],
      day: OtherPortfolio.written)
    try #require(outcome.code == 0, "\(session.text)")
  }

  func accept(_ number: Int, by actors: Sandbox.Actor...) throws {
    for actor in actors { try does("review", String(number), "--approve", as: actor) }
    try does("commit", String(number))
  }

  /// Proposals 2 and 3, balloted and accepted.
  func ballot() throws {
    try does(
      "ballot", "open", "first", "--proposals", "2,3", "--title", "First draft", "--closes",
      OtherPortfolio.closes, as: .chair, on: OtherPortfolio.opened)
    for voter in ["cleo-chair", "ada-editor", "rune-reviewer", "siri-second"] {
      try does(
        "ballot", "import", "first", "--voter", voter, "--vote", "approve", as: .chair,
        on: OtherPortfolio.voted)
    }
    for step in ["end", "close"] {
      try does("ballot", step, "first", as: .chair, on: OtherPortfolio.closed)
    }
  }

  func publish() throws {
    try does(
      "edition", "cut", "2026-fdis", "--stage", "FDIS", "--since", start, as: .chair,
      on: OtherPortfolio.closed)
    try does(
      "edition", "publish", "2026-fdis", "--as", "RSP Patient summary 2026", "--number", "1",
      as: .chair, on: OtherPortfolio.closed)
  }
}
