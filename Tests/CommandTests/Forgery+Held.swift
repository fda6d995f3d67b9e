import Foundation
import TestSupport
import Testing

/// What is done to texts that are voted on, to what was sent, and to replies that came.
extension Forgery {
  static let held: [Forgery] = [
    Forgery("a text edited while it is voted on", "audit-ballot-forged", committee: true) {
      try BallotSession($0).opened()
      try $0.sandbox.edit(
        "Proposals/0001-loinc-to-high/proposal.yml", "title: LOINC to high", "title: LOINC to top")
      try $0.commitAll("Mend a word")
    },
    Forgery("a proposal withdrawn while it is voted on", "audit-ballot-forged", committee: true) {
      let ballot = BallotSession($0)
      try ballot.prepare()
      try $0.sandbox.git("checkout", "-q", "-b", "aside")
      try ballot.does(["withdraw", "1", "--because", "R."], on: BallotSession.written)
      try $0.sandbox.git("checkout", "-q", "main")
      try ballot.open()
      try $0.sandbox.git("cherry-pick", "aside")
    },
    Forgery("a merge that brings another text to a vote", "audit-ballot-forged", committee: true) {
      let ballot = BallotSession($0)
      try ballot.prepare()
      try $0.sandbox.git("checkout", "-q", "-b", "aside")
      try ballot.does(["propose", "--update", "1", "--rationale", "R."], on: BallotSession.written)
      try $0.sandbox.git("checkout", "-q", "main")
      try ballot.open()
      try $0.sandbox.git("merge", "-q", "--no-edit", "aside")
    },
    Forgery("digests of what was sent later rewritten", "audit-ballot-forged", committee: true) {
      try BallotSession($0).extended()
      try $0.edit("ballot.yml") { text in
        text.replacing(/(later-packages:(\n.*)*?letter.md, digest: )[0-9a-f]{2}/) { "\($0.1)00" }
      }
      try $0.commitAll("Tidy the ballot", as: .chair)
    },
    Forgery("more time without what was sent", "audit-ballot-forged", committee: true) {
      try BallotSession($0).extended()
      try $0.edit("ballot.yml") { text in
        let start = text.firstRange(of: "later-packages:")?.lowerBound
        return String(text[..<(start ?? text.endIndex)])
      }
      try $0.amend()
    },
    Forgery("a reply declared lost in another's name", "audit-ballot-forged", committee: true) {
      try BallotSession($0).lost()
      try $0.edit("receipts/south.yml") {
        $0.replacing("Cleo Chair <cleo@chair.example>", with: "Rune Reviewer <rune@north.example>")
      }
      try $0.amend()
    },
    Forgery("a lost reply that is found by hand", "audit-ballot-forged", committee: true) {
      try BallotSession($0).lost()
      try $0.edit("receipts/south.yml") { $0.replacing(/lost:\n.*\n/, with: "") }
      try $0.commitAll("Tidy the ballot", as: .chair)
    },
    Forgery("a vote struck without a word of its reasons", "audit-ballot-forged", committee: true) {
      let ballot = BallotSession($0)
      try ballot.opened()
      try ballot.vote()
      try ballot.end()
      try ballot.does(
        ["ballot", "reason", "cd", "south", "none", "--although-technical", "--because", "Dates."],
        as: .chair, on: BallotSession.closed)
      try $0.edit("dispositions/south.yml") { $0.replacing(", although: [south-1]", with: "") }
      try $0.amend()
    },
    Forgery(
      "attributes among what came", rules: ["audit-foreign-file"], committee: true
    ) {
      try BallotSession($0).opened()
      try $0.sandbox.write("* text\n", to: "Proposals/ballots/cd/originals/.gitattributes")
      try $0.commitAll("Tidy the ballot", as: .chair)
    },
    Forgery("a message of 6 MB", "audit-ballot-forged", committee: true) {
      let ballot = BallotSession($0)
      try ballot.opened()
      try ballot.vote()
      try ballot.end()
      try ballot.dispose()
      try $0.sandbox.write("We agree.\n", to: "../message.txt")
      try ballot.does(
        ["ballot", "satisfied", "cd", "south-1", "yes", "--message", "../message.txt"],
        as: .chair, on: BallotSession.closed)
      let path = "Proposals/ballots/cd/originals/south-1-message-1.txt"
      try $0.sandbox.write(String(repeating: "x", count: 6 << 20), to: path)
      let blob = try $0.sandbox.git("hash-object", path).trimmingCharacters(in: .newlines)
      try $0.edit("dispositions/south.yml") {
        $0.replacing(/content: [0-9a-f]{40}/, with: "content: \(blob)")
      }
      try $0.amend()
    },
  ]
}

extension BallotSession {
  fileprivate func opened() throws {
    try prepare()
    try open()
  }

  fileprivate func extended() throws {
    try opened()
    try does(
      ["ballot", "extend", "cd", "--closes", "2026-12-01", "--because", "More time."], as: .chair,
      on: BallotSession.voted)
  }

  /// South voted, and its reply is declared lost.
  fileprivate func lost() throws {
    try opened()
    try votes("siri-second", "disapprove", "--comment", "2:te=Too few tools.")
    try sandbox.shell("rm .git/rspmaint/ballots/cd/south.yml")
    try does(
      ["ballot", "lost", "cd", "south", "--because", "The disk broke."], as: .chair,
      on: BallotSession.voted)
  }
}
