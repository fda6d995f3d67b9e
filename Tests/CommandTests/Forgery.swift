import Foundation
import TestSupport
import Testing

/// A history with one forgery in it, and the rules that have to name it.
struct Forgery: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let rules: Set<String>
  let committee: Bool
  /// Where the forger starts from.
  let template: Template
  let forge: @Sendable (Transcript) throws -> Void

  init(
    _ name: String, _ rules: String..., on template: Template = .bare, committee: Bool = false,
    _ forge: @escaping @Sendable (Transcript) throws -> Void
  ) {
    self.init(name, rules: Set(rules), on: template, committee: committee, forge)
  }

  init(
    _ name: String, rules: Set<String>, on template: Template = .bare, committee: Bool = false,
    _ forge: @escaping @Sendable (Transcript) throws -> Void
  ) {
    testDescription = name
    self.rules = rules
    self.committee = committee
    self.template = template
    self.forge = forge
  }

  static let all =
    records + trailers + reviews + closed + histories + merges + strays + ballots + editions
    + corrections + rounds + officers + surveys + held
}

extension Transcript {
  static let loinc = "Portfolio/standards/data/loinc.yml"
  static let ucum = "Portfolio/standards/data/ucum.yml"
  static let changelog = "Portfolio/CHANGELOG.md"
  static let folder = "Proposals/0001-loinc-to-high"

  /// Proposal 1, open and approved: LOINC's tooling becomes high.
  func approved(by actors: Sandbox.Actor...) throws {
    try propose("LOINC to high", ["loinc", "--set", "tooling=high"])
    for actor in actors.isEmpty ? [.reviewer] : actors { try approve(1, by: actor) }
  }

  /// The same, and committed by the verb.
  func accepted(by actors: Sandbox.Actor...) throws {
    try propose("LOINC to high", ["loinc", "--set", "tooling=high"])
    for actor in actors.isEmpty ? [.reviewer] : actors { try approve(1, by: actor) }
    try #require(try run("commit", "1").code == 0, "\(text)")
  }

  static let acceptance =
    "accepted: {date: 2026-11-23, reviewers: [Rune Reviewer], edition: \"ISO 21860:2020\"}\n"

  func append(_ line: String, to path: String) throws {
    try sandbox.write(try sandbox.read(path) + line, to: path)
  }

  /// Adds what the worktree holds to the last commit.
  func amend() throws {
    try sandbox.git("add", "-A")
    try sandbox.git("commit", "-q", "--amend", "--no-edit", "--cleanup=verbatim")
  }

  /// Gives the last commit another message.
  func reword(_ old: String, _ new: String) throws {
    let message = try sandbox.git("log", "-1", "--format=%B").trimmingCharacters(in: .newlines)
    try #require(message.contains(old), "\(message)")
    let forged = message.replacingOccurrences(of: old, with: new) + "\n"
    try sandbox.git("commit", "-q", "--amend", "--cleanup=verbatim", "-m", forged)
  }

  /// Gives the last commit another author.
  func ascribe(to actor: Sandbox.Actor) throws {
    try sandbox.git("commit", "-q", "--amend", "--no-edit", "--author", actor.rawValue)
  }

  /// Takes the last commit back and keeps what it changed, staged.
  func unwrap(_ count: Int = 1) throws { try sandbox.git("reset", "-q", "--soft", "HEAD~\(count)") }

  /// Commits all under a message like that of the verb.
  func accept(_ number: Int = 1, reviewers: String...) throws {
    let lines = (reviewers.isEmpty ? [Sandbox.Actor.reviewer.rawValue] : reviewers)
      .map { "Reviewed-by: \($0)\n" }
    try commitAll("LOINC to high\n\nRSP-Proposal: \(number)\n" + lines.joined())
  }
}
