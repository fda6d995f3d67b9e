import Foundation
import TestSupport
import Testing

/// What is done to corrections of the changelog.
extension Forgery {
  static let corrections: [Forgery] = [
    forged("a correction that the changelog does not hold", "audit-trailer-unfounded") {
      try $0.sandbox.edit(Transcript.changelog, "  - correction: It was tooling.\n", "")
      try $0.amend()
    },
    forged("a correction that says another thing in the changelog", "audit-changelog-differs") {
      try $0.sandbox.edit(Transcript.changelog, "It was tooling.", "It was adoption.")
      try $0.amend()
    },
    forged(
      "a correction rewritten later", "audit-correction-forged", "closed-proposal-changed"
    ) {
      let path = Transcript.folder + "/state.yml"
      try $0.sandbox.edit(path, "It was tooling.", "It was adoption.")
      try $0.sandbox.edit(Transcript.changelog, "It was tooling.", "It was adoption.")
      try $0.commitAll("Correct the changelog of 0001\n\nRSP-Correction: 1")
    },
    forged(
      "a correction in the name of another proposal", "audit-correction-forged",
      "closed-proposal-changed"
    ) {
      try $0.reword("RSP-Correction: 1", "RSP-Correction: 2")
    },
    forged("a record that changes with a correction", "audit-change-smuggled") {
      try $0.sandbox.edit(Transcript.ucum, "tooling: moderate", "tooling: high")
      try $0.amend()
    },
    forged("a correction by its trailer alone", "audit-trailer-unfounded") {
      try $0.sandbox.git("commit", "-q", "--allow-empty", "-m", "Correct\n\nRSP-Correction: 1")
    },
    Forgery("a correction by a stranger", "audit-correction-forged", on: .accepted, committee: true)
    {
      let corrected = try $0.run("changelog", "correct", "1", "--text", "It was tooling.")
      try #require(corrected.code == 0, "\($0.text)")
      try $0.ascribe(to: .stranger)
    },
  ]

  /// A correction of proposal 1, and what a forger makes of it.
  private static func forged(
    _ name: String, _ rules: String..., forge: @escaping @Sendable (Transcript) throws -> Void
  ) -> Forgery {
    Forgery(name, rules: Set(rules), on: .accepted) {
      try #require(
        try $0.run("changelog", "correct", "1", "--text", "It was tooling.").code == 0, "\($0.text)"
      )
      try forge($0)
    }
  }
}
