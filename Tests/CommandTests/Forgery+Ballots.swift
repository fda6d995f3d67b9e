import Foundation
import TestSupport
import Testing

/// What is done to ballots, or by going round them.
extension Forgery {
  static let ballots: [Forgery] = [
    Forgery("a proposal accepted while it is voted on", "audit-ballot-open", committee: true) {
      let ballot = BallotSession($0)
      try ballot.prepare()
      try $0.sandbox.git("checkout", "-q", "-b", "aside")
      try ballot.does(["commit", "1"], on: BallotSession.closed)
      try $0.sandbox.git("checkout", "-q", "main")
      try ballot.open()
      try $0.sandbox.git("cherry-pick", "aside")
    },
    Forgery("an acceptance that makes stale what is voted on", "audit-ballot-open", committee: true)
    {
      let ballot = BallotSession($0)
      try ballot.prepare()
      try ballot.does(
        ["propose", "loinc", "--set", "tooling=low", "--title", "LOINC to low"] + Transcript.words
          + ["--open"], on: BallotSession.written)
      for actor in [Sandbox.Actor.reviewer, .second] {
        try ballot.does(["review", "3", "--approve"], as: actor, on: BallotSession.written)
      }
      try $0.sandbox.git("checkout", "-q", "-b", "aside")
      try ballot.does(["commit", "3"], on: BallotSession.closed)
      try $0.sandbox.git("checkout", "-q", "main")
      try ballot.open()
      try $0.sandbox.git("cherry-pick", "aside")
    },
    Forgery("an approved proposal that names no ballot", "audit-ballot-missing", committee: true) {
      try BallotSession($0).story()
      try $0.reword("RSP-Ballot: cd\n", "")
    },
    Forgery("an approved proposal that names another", "audit-ballot-missing", committee: true) {
      try BallotSession($0).story()
      try $0.reword("RSP-Ballot: cd", "RSP-Ballot: dis")
    },
    forged("a rule changed while voting", "ballot.yml") { $0.replacing("2/3", with: "1/3") },
    forged("a voter changed while voting", "ballot.yml") {
      $0.replacing("voter: siri-second", with: "voter: ada-editor")
    },
    Forgery("a rule that is not that of the criteria", "audit-ballot-forged", committee: true) {
      let ballot = BallotSession($0)
      try ballot.prepare()
      try ballot.open()
      try $0.edit("ballot.yml") { $0.replacing("2/3", with: "1/3") }
      try $0.amend()
    },
    forged("a receipt replaced while voting", "receipts/north.yml") {
      $0.replacing(/[0-9a-f]{64}/, with: String(repeating: "0", count: 64))
    },
    forged("a reply other than that of its receipt", "replies/south.yml", after: .end) {
      $0.replacing("vote: disapprove", with: "vote: approve")
    },
    forged("a salt changed", "replies/south.yml", after: .end) {
      $0.replacing(/salt: "?[0-9a-f]/, with: "salt: x")
    },
    forged("an answer changed after the end", "dispositions/south.yml", after: .close) {
      $0.replacing("rejected", with: "noted")
    },
    forged("a result that the votes do not give", "result.yml", after: .close) {
      $0.replacing(
        "verdict: approved, in-favour: 3/4", with: "verdict: disapproved, in-favour: 3/4")
    },
    forged("a package other than the one that was sent", "ballot.yml") {
      $0.replacing(/letter.md, digest: [0-9a-f]{2}/, with: "letter.md, digest: 00")
    },
    forged("a change that goes by another name", "ballot.yml") {
      $0.replacing("Table 1, UCUM", with: "Table 2, UCUM")
    },
    forged("a report that was rewritten", "report.json") {
      $0.replacing("UCUM to high", with: "UCUM to low")
    },
    forged("an end that is taken back", "ballot.yml", after: .end) {
      $0.replacing(/ended: .*\n/, with: "")
    },
    Forgery("a late reply that is dated back", "audit-ballot-forged", committee: true) {
      let ballot = BallotSession($0)
      try ballot.prepare()
      try ballot.open()
      try ballot.votes("rune-reviewer", "approve")
      try $0.sandbox.git("commit", "-q", "--amend", "--no-edit", "--date=2026-11-23T12:00:00Z")
    },
    Forgery("a ballot that is gone", "audit-ballot-forged", committee: true) {
      let ballot = BallotSession($0)
      try ballot.prepare()
      try ballot.open()
      try $0.sandbox.git("rm", "-q", "-r", "Proposals/ballots")
      try $0.commitAll("Clean up", as: .chair)
    },
    Forgery("a ballot closed with a comment left over", "audit-ballot-forged", committee: true) {
      let ballot = BallotSession($0)
      try ballot.story()
      try $0.unwrap(3)
      try $0.sandbox.git("restore", "--staged", "--worktree", "Portfolio", "Proposals/0*")
      try $0.edit("dispositions/south.yml") { $0.replacing(#/    agreed: .*\n/#, with: "") }
      try $0.commitAll("Close ballot cd", as: .chair)
    },
  ]

  private enum Stage { case vote, end, close }

  /// A file of a ballot that is changed by hand.
  private static func forged(
    _ name: String, _ file: String, after stage: Stage = .vote,
    _ change: @escaping @Sendable (String) -> String
  ) -> Forgery {
    Forgery(name, "audit-ballot-forged", committee: true) {
      let ballot = BallotSession($0)
      if stage == .close {
        try ballot.story()
      } else {
        try ballot.prepare()
        try ballot.open()
        try ballot.vote()
        if stage == .end { try ballot.end() }
      }
      try $0.edit(file, change)
      try $0.commitAll("Tidy the ballot", as: .chair)
    }
  }
}

extension BallotSession {
  /// A ballot from its opening to its close, with both proposals accepted.
  func story() throws {
    try prepare()
    try open()
    try vote()
    try end()
    try dispose()
    try close()
  }
}

extension Transcript {
  /// Changes a file of the ballot.
  func edit(_ file: String, _ change: (String) -> String) throws {
    let path = "Proposals/ballots/cd/" + file
    let text = try sandbox.read(path)
    let forged = change(text)
    try #require(forged != text, "\(text)")
    try sandbox.write(forged, to: path)
  }
}
