import Foundation
import TestSupport
import Testing

/// Steps of a ballot that somebody takes who may not, or on another day.
extension Forgery {
  static let officers: [Forgery] = [
    taken("an end that a plain member brought about", by: "Rune Reviewer <rune@north.example>"),
    taken("an end by someone from outside", by: "Mallory <mallory@x.example>"),
    Forgery("a receipt by someone from outside", "audit-ballot-forged", committee: true) {
      let ballot = BallotSession($0)
      try ballot.prepare()
      try ballot.open()
      try ballot.votes("rune-reviewer", "approve")
      try $0.sandbox.git(
        "commit", "-q", "--amend", "--no-edit", "--author=Mallory <mallory@x.example>")
    },
    Forgery("a receipt that stands twice", "audit-ballot-forged", committee: true) {
      let ballot = BallotSession($0)
      try ballot.prepare()
      try ballot.open()
      try ballot.votes("rune-reviewer", "approve")
      try $0.edit("receipts/north.yml") { text in
        let again = text.split(separator: "\n").dropFirst().joined(separator: "\n")
        return text + again.replacing("2026-10-10", with: "2026-10-11") + "\n"
      }
      try $0.sandbox.git("add", "-A")
      try $0.sandbox.git("commit", "-q", "--amend", "--no-edit")
    },
    Forgery("an end before its day without a reason", "audit-ballot-forged", committee: true) {
      let ballot = BallotSession($0)
      try ballot.prepare()
      try ballot.open()
      try ballot.votes("rune-reviewer", "approve")
      try ballot.does(
        ["ballot", "end", "cd", "--because", "R."], as: .chair, on: BallotSession.voted)
      try $0.edit("ballot.yml") { $0.replacing(", because: R.", with: "") }
      try $0.sandbox.git("add", "-A")
      try $0.sandbox.git("commit", "-q", "--amend", "--no-edit")
    },
    Forgery(
      "an answer that a meeting agreed which is yet to come", "audit-ballot-forged", committee: true
    ) {
      let ballot = BallotSession($0)
      try ballot.prepare()
      try ballot.open()
      try ballot.vote()
      try ballot.end()
      try ballot.dispose()
      try $0.edit("dispositions/south.yml") {
        $0.replacing("on: 2026-11-20", with: "on: 2027-11-20")
      }
      try $0.sandbox.git("add", "-A")
      try $0.sandbox.git("commit", "-q", "--amend", "--no-edit")
    },
  ]

  /// The end of voting, by somebody else than the chair, who is named as the one who ended it.
  private static func taken(_ name: String, by person: String) -> Forgery {
    Forgery(name, "audit-ballot-forged", committee: true) {
      let ballot = BallotSession($0)
      try ballot.prepare()
      try ballot.open()
      try ballot.vote()
      try ballot.end()
      try $0.edit("ballot.yml") {
        $0.replacing("by: Cleo Chair <cleo@chair.example>", with: "by: \(person)")
      }
      try $0.sandbox.git("add", "-A")
      try $0.sandbox.git("commit", "-q", "--amend", "--no-edit", "--author=\(person)")
    }
  }
}
