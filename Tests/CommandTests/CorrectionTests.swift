import Foundation
import TestSupport
import Testing

@Suite("Corrections of the changelog")
struct CorrectionTests {
  @Test("Adds a correction that regeneration keeps and the audit takes")
  func corrects() throws {
    try EditionSession.run { edition in
      let out = try edition.does(
        "changelog", "correct", "1", "--text", "It was the tooling of 2026.", as: .editor)
      #expect(out.hasPrefix("correction: It was the tooling of 2026.\nCommitted as "), "\(out)")
      let line = "\n  - correction: It was the tooling of 2026.\n"
      #expect(try edition.sandbox.read(Transcript.changelog).contains(line))
      #expect(
        try edition.sandbox.git("log", "-1", "--format=%B", "--name-only")
          == "Correct the changelog of 0001\n\nRSP-Correction: 1\n\n\n\(Transcript.changelog)\n"
          + "\(Transcript.folder)/state.yml\n")
      try edition.does("changelog", "correct", "1", "--text", "Once more.")
      #expect(try edition.audit() == [])
      try edition.accept(2, "UCUM to high", "ucum", "--set", "tooling=high")
      #expect(try edition.sandbox.read(Transcript.changelog).contains(line))
      #expect(try edition.audit() == [])
      try edition.cut()
      #expect(try edition.audit() == [])
      try edition.session.expectSound()
      #expect(try edition.sandbox.rspmaint(["validate"]).code == 0)
    }
  }

  @Test("Refuses what can't be corrected, and who may not")
  func refuses() throws {
    try EditionSession.run { edition in
      func said(_ number: String, _ text: String, as actor: Sandbox.Actor = .chair, code: Int32 = 1)
        throws -> String
      {
        try edition.refuses(
          "changelog", "correct", number, "--text", text, as: actor, code: code)
      }
      #expect(try said("1", "X", as: .reviewer).contains("who alone correct the changelog"))
      #expect(try said("1", " ", code: 64).contains("the correction is empty"))
      #expect(try said("7", "X", code: 66).contains("there is no proposal 0007"))
      try edition.session.propose("UCUM to high", ["ucum", "--set", "tooling=high"])
      #expect(try said("2", "X").contains("proposal 0002 is open, so the changelog holds none"))
      try edition.does("changelog", "correct", "1", "--text", "Once.")
      #expect(try said("1", "Once.").contains("the changelog of 0001 says that already"))
      let rehearsed = try edition.does("changelog", "correct", "1", "--text", "X", "--dry-run")
      #expect(rehearsed.contains("Nothing is written."))
      #expect(try edition.sandbox.git("status", "--porcelain") == "")
    }
  }
}
