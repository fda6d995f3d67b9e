import Foundation
import TestSupport
import Testing

/// What is done to a ballot while comments are answered, and between its rounds.
extension Forgery {
  static let rounds: [Forgery] = [
    Forgery("a text changed after the vote and closed", "audit-ballot-forged", committee: true) {
      let ballot = BallotSession($0)
      try ballot.prepare()
      try ballot.open()
      try ballot.change()
      try $0.forgeResult(of: ballot)
    },
    forgedRound("a round on a text that was not there") { text in
      text.replacing(/recirculated:(\n.*)*?number: 2, content: [0-9a-f]{40}/) { match in
        String(match.output.0.dropLast(40)) + String(repeating: "0", count: 40)
      }
    },
    forgedRound("a round with another last day", amends: false) {
      $0.replacing("closes: 2026-11-20", with: "closes: 2026-11-09")
    },
    forgedRound("a round that is taken back", amends: false) { text in
      String(text.prefix(upTo: text.firstRange(of: "recirculated:")?.lowerBound ?? text.endIndex))
    },
    Forgery("a vote of an earlier round rewritten", "audit-ballot-forged", committee: true) {
      let ballot = BallotSession($0)
      try ballot.prepare()
      try ballot.open()
      try ballot.change()
      try ballot.recirculate()
      try ballot.votes("siri-second", "approve", on: "2026-11-10")
      try ballot.endSecond()
      try $0.change("replies/south.yml") {
        $0.replacing("vote: disapprove", with: "vote: approve")
      }
      try $0.commitAll("Tidy the ballot", as: .chair)
    },
    Forgery("an earlier vote that is gone", "audit-ballot-forged", committee: true) {
      let ballot = BallotSession($0)
      try ballot.prepare()
      try ballot.open()
      try ballot.change()
      try ballot.recirculate()
      try $0.sandbox.git("rm", "-q", "Proposals/ballots/cd/replies/south.yml")
      try $0.sandbox.git("rm", "-q", "Proposals/ballots/cd/receipts/south.yml")
      try $0.commitAll("Tidy the ballot", as: .chair)
    },
    Forgery("an older answer restored", "audit-ballot-forged", committee: true) {
      let ballot = BallotSession($0)
      try ballot.prepare()
      try ballot.open()
      try ballot.vote()
      try ballot.end()
      for answer in ["noted", "rejected"] {
        try ballot.does(
          ["ballot", "dispose", "cd", "south-1", answer, "--because", "Said."], as: .chair,
          on: BallotSession.closed)
      }
      try $0.sandbox.git("checkout", "-q", "HEAD~1", "--", "Proposals/ballots/cd/dispositions")
      try $0.commitAll("Tidy the ballot", as: .chair)
    },
    Forgery("an agreed answer changed without a reason", "audit-ballot-forged", committee: true) {
      let ballot = BallotSession($0)
      try ballot.prepare()
      try ballot.open()
      try ballot.vote()
      try ballot.end()
      try ballot.dispose()
      try ballot.does(
        [
          "ballot", "dispose", "cd", "south-1", "noted", "--because", "It counts ten.",
          "--agreed", "Plenary, 2026-11-21", "--reopened", "The survey was wrong.",
        ], as: .chair, on: BallotSession.closed)
      try $0.change("dispositions/south.yml") { $0.replacing(#/    reopened: .*\n/#, with: "") }
      try $0.amend()
    },
    Forgery("a commenter's message replaced", "audit-ballot-forged", committee: true) {
      let ballot = BallotSession($0)
      try ballot.prepare()
      try ballot.open()
      try ballot.vote()
      try ballot.end()
      try ballot.dispose()
      try $0.sandbox.write("We agree.\n", to: "../message.txt")
      try ballot.does(
        ["ballot", "satisfied", "cd", "south-1", "yes", "--message", "../message.txt"],
        as: .chair, on: BallotSession.closed)
      try $0.sandbox.write(
        "We do not.\n", to: "Proposals/ballots/cd/originals/south-1-message-1.txt")
      try $0.commitAll("Tidy the ballot", as: .chair)
    },
  ]

  /// A later round that is changed by hand, in the commit that opens it or afterwards.
  private static func forgedRound(
    _ name: String, amends: Bool = true, _ change: @escaping @Sendable (String) -> String
  ) -> Forgery {
    Forgery(name, "audit-ballot-forged", committee: true) {
      let ballot = BallotSession($0)
      try ballot.prepare()
      try ballot.open()
      try ballot.change()
      try ballot.recirculate()
      try $0.change("ballot.yml", change)
      if amends { try $0.amend() } else { try $0.commitAll("Tidy the ballot", as: .chair) }
    }
  }
}

extension Transcript {
  /// Changes a file of the ballot.
  fileprivate func change(_ file: String, _ change: (String) -> String) throws {
    let path = "Proposals/ballots/cd/" + file
    let text = try sandbox.read(path)
    let forged = change(text)
    try #require(forged != text, "\(text)")
    try sandbox.write(forged, to: path)
  }

  /// Closes the ballot by hand on the texts as they are.
  fileprivate func forgeResult(of ballot: BallotSession) throws {
    let text = try sandbox.read("Proposals/ballots/cd/ballot.yml")
    let old = try #require(text.firstMatch(of: /number: 2, content: ([0-9a-f]{40})/)?.output.1)
    let new = try ballot.content(of: "0002-ucum-to-high")
    let first = try ballot.content(of: "0001-loinc-to-high")
    try sandbox.write(
      """
      date: 2026-11-23
      by: Cleo Chair <cleo@chair.example>
      proposals:
        - {number: 1, content: \(first), verdict: approved, in-favour: 3/3, negative: 0/3, returned: 4/4}
        - {number: 2, content: \(new), voted: \(old), verdict: approved, in-favour: 3/4, negative: 1/4, returned: 4/4}

      """, to: "Proposals/ballots/cd/result.yml")
    try commitAll("Close ballot cd", as: .chair)
  }
}
