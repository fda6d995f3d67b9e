import Foundation
import TestSupport
import Testing

@Suite("One proposal under whatever name")
struct TextTrailTests {
  private let other = "Proposals/0002-re-rate-loinc"

  private func proposed(
    as actor: Sandbox.Actor = .editor, _ work: (Transcript, Sandbox) throws -> Void
  ) throws {
    _ = try session(committee: true) { session in
      try session.propose("Re-rate LOINC", ["loinc", "--confirm", "tooling"], as: actor)
      try work(session, session.sandbox)
    }
  }

  private func expectRepeated(
    _ session: Transcript, _ number: Int, _ at: SourceLocation = #_sourceLocation
  ) throws {
    let validate = try session.run("validate", "--quiet")
    let errors = validate.out.components(separatedBy: "\n").filter { $0.contains(": error: ") }
    #expect(errors.count == 1, "\(validate.out)", sourceLocation: at)
    #expect(
      errors.allSatisfy {
        $0.hasPrefix("Proposals/000\(number)-") && $0.hasSuffix("[repeated-proposal]")
      }, "\(errors)", sourceLocation: at)
    #expect(
      try session.run("status").out.contains("repeated-proposal"), sourceLocation: at)
    let commit = try session.run("commit", String(number))
    #expect(
      commit.code == 1 && commit.err.contains("[repeated-proposal]"), "\(commit.err)",
      sourceLocation: at)
  }

  /// That the second member may not approve a proposal, for it is her own.
  private func expectOwn(
    _ session: Transcript, _ number: Int, _ at: SourceLocation = #_sourceLocation
  ) throws {
    let own = try session.run("review", String(number), "--approve", as: .second)
    #expect(
      own.code == 1 && own.err.contains("nobody approves their own"), "\(own.err)",
      sourceLocation: at)
  }

  @Test("Counts no review twice: not for a copy beside the first, nor for one in its place")
  func copies() throws {
    try proposed { session, sandbox in
      try session.approve(1, by: .reviewer, .second)
      try sandbox.copy(Signers.folder, to: other)
      try session.commitAll("Copy", as: .stranger)
      try expectRepeated(session, 2)
      // The first is as good as ever.
      try sandbox.git("branch", "-q", "copied")
      #expect(try session.run("commit", "1").code == 0)
      try expectRepeated(session, 2)
      try sandbox.git("reset", "-q", "--hard", "copied")
      try sandbox.git("rm", "-q", "-r", Signers.folder)
      try session.commitAll("Tidy up", as: .stranger)
      try expectRepeated(session, 2)
      // A text of its own wants reviews of its own.
      try session.run("propose", "--update", "2", "--rationale", "Once more.")
      #expect(try session.run("validate", "--quiet").code == 0)
      #expect(try session.run("commit", "2").err.contains("0002 needs 2 approvals"))
    }
  }

  @Test("Counts none for one that was gone and came again under another number")
  func again() throws {
    try proposed { session, sandbox in
      try session.approve(1, by: .reviewer, .second)
      try session.run("review", "1", "--object", "--comment", "No.", as: .chair)
      try sandbox.copy(Signers.folder, to: "../kept")
      try sandbox.git("rm", "-q", "-r", Signers.folder)
      try session.commitAll("Tidy up", as: .stranger)
      try FileManager.default.createDirectory(
        atPath: sandbox.root + "/Proposals", withIntermediateDirectories: true)
      try sandbox.copy("../kept", to: other)
      try FileManager.default.removeItem(
        atPath: sandbox.root + "/" + other + "/reviews/cleo-chair.yml")
      try session.commitAll("Propose again", as: .stranger)
      try expectRepeated(session, 2)
    }
  }

  @Test("Knows a proposer by a copy, by a new number with new words, and by a new address")
  func ownPeople() throws {
    try proposed(as: .second) { session, sandbox in
      try sandbox.copy(Signers.folder, to: other)
      try session.commitAll("Copy", as: .stranger)
      try sandbox.git("rm", "-q", "-r", Signers.folder)
      try session.commitAll("Tidy up", as: .stranger)
      try sandbox.edit(
        other + "/proposal.yml", Sandbox.Actor.second.rawValue, Sandbox.Actor.editor.rawValue)
      try session.commitAll("Take over", as: .stranger)
      try expectOwn(session, 2)
    }
    try proposed(as: .second) { session, sandbox in
      try sandbox.git("mv", Signers.folder, other)
      try sandbox.edit(
        other + "/proposal.yml", Sandbox.Actor.second.rawValue, Sandbox.Actor.editor.rawValue)
      try session.commitAll("Renumber and take over", as: .stranger)
      try expectOwn(session, 2)
    }
    try proposed(as: .second) { session, sandbox in
      try sandbox.edit(
        Signers.folder + "/proposal.yml", Sandbox.Actor.second.rawValue,
        Sandbox.Actor.editor.rawValue)
      try session.commitAll("Take over", as: .stranger)
      let address = Sandbox.Actor.second.email
      try sandbox.edit("Portfolio/committee.yml", address, "siri@new.example")
      try sandbox.git("config", "user.name", "Siri Second")
      try sandbox.git("config", "user.email", "siri@new.example")
      try session.commitAll("A new address", as: .chair)
      let own = try sandbox.start(
        "/bin/sh",
        [
          "-c",
          "unset GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL; exec '\(Sandbox.binary)' review 1 --approve "
            + "--as-of 2026-11-23",
        ], .second, input: nil)
      #expect(own.code == 1 && own.err.contains("nobody approves their own"), "\(own.err)")
    }
  }

  @Test("Counts no review for one of two folders that a merge kept of one")
  func bothKept() throws {
    try proposed { session, sandbox in
      try session.approve(1, by: .reviewer, .chair)
      try sandbox.git("switch", "-q", "-c", "side")
      try sandbox.git("mv", Signers.folder, other)
      try session.commitAll("Renumber", as: .stranger)
      try sandbox.git("switch", "-q", "main")
      try session.run("review", "1", "--object", "--comment", "No.", as: .second)
      try sandbox.git("read-tree", "main")
      try sandbox.git("read-tree", "--prefix=\(other)/", "side:\(other)")
      let tree = try sandbox.git("write-tree").trimmingCharacters(in: .newlines)
      let merge = try sandbox.git(
        "commit-tree", tree, "-p", "main", "-p", "side", "-m", "Merge", as: .stranger)
      try sandbox.git("reset", "-q", "--hard", merge.trimmingCharacters(in: .newlines))
      let commit = try session.run("commit", "2")
      #expect(commit.code == 1 && commit.err.contains("[repeated-proposal]"), "\(commit.err)")
    }
  }

  @Test("Makes nobody an author who gives a number, or copies a proposal as a pattern")
  func noAuthors() throws {
    try proposed { session, sandbox in
      try session.approve(1, by: .reviewer)
      try sandbox.git("mv", Signers.folder, other)
      // The tool itself prescribes this move; it is no copy before it is committed either.
      #expect(try session.run("validate", "--quiet").code == 0)
      try session.commitAll("Renumber", as: .second)
      #expect(try session.run("review", "2", "--approve", as: .second).code == 0)
      let pattern = "Proposals/0003-re-rate-ucum"
      try sandbox.copy(other, to: pattern)
      try session.commitAll("A pattern", as: .reviewer)
      try sandbox.edit(pattern + "/proposal.yml", "standard: loinc", "standard: ucum")
      try session.commitAll("Another standard", as: .reviewer)
      let commit = try session.run("commit", "2")
      #expect(commit.code == 0, "\(commit.err)")
    }
  }

  @Test("Knows an author by a commit of another's, by a new title, and behind a copy")
  func authors() throws {
    try proposed { session, sandbox in
      try session.run("propose", "--update", "1", "--rationale", "Better said.", "--no-save")
      try sandbox.git(
        "commit", "-q", "-a", "-m", "Say it better", "--author", Sandbox.Actor.second.rawValue)
      try expectOwn(session, 1)
      // What she wrote led to what stands in a copy of it, whoever says so.
      try session.run("propose", "--update", "1", "--rationale", "Once more.")
      try sandbox.copy(Signers.folder, to: other)
      try session.commitAll("Copy", as: .stranger)
      try sandbox.git("rm", "-q", "-r", Signers.folder)
      try session.commitAll("Tidy up", as: .stranger)
      try session.run("propose", "--update", "2", "--rationale", "Mine.")
      try expectOwn(session, 2)
    }
    try proposed(as: .second) { session, sandbox in
      let moved = "Proposals/0002-quite-another"
      try sandbox.git("mv", Signers.folder, moved)
      try sandbox.edit(
        moved + "/proposal.yml", Sandbox.Actor.second.rawValue, Sandbox.Actor.editor.rawValue)
      try sandbox.edit(moved + "/proposal.yml", "title: Re-rate LOINC", "title: Quite another")
      try session.commitAll("Take over", as: .stranger)
      try expectOwn(session, 2)
    }
  }

  @Test(
    "Knows those whom a commit calls its co-authors",
    arguments: [
      "Co-Authored-By: Siri Second <siri@south.example>",
      "Co-authored-by : Siri Second <siri@south.example>",
      "Co-authored-by: Siri Second\n <siri@south.example>",
      "Co-authored-by: siri@south.example",
      "Co-authored-by: Sam <sam@elsewhere.example>, Siri Second <siri@south.example>",
      "Co-authored-by: Sam <sam@elsewhere.example>, siri second",
    ])
  func coauthors(trailer: String) throws {
    try proposed { session, sandbox in
      try session.run("propose", "--update", "1", "--rationale", "Better said.", "--no-save")
      try session.commitAll("Say it better\n\n\(trailer)")
      try expectOwn(session, 1)
      #expect(try session.run("review", "1", "--approve", as: .reviewer).code == 0)
    }
  }

  @Test("Makes no one an author of what came as a draft of theirs went")
  func exchanged() throws {
    try proposed(as: .second) { session, sandbox in
      try sandbox.git("rm", "-q", "-r", Signers.folder)
      try session.run(
        arguments: ["propose", "ucum", "--set", "tooling=high", "--title", "Re-rate UCUM"]
          + Transcript.words + ["--open", "--no-save"])
      try session.commitAll("One for another")
      let review = try session.run("review", "2", "--approve", as: .second)
      #expect(review.code == 0, "\(review.err)")
    }
    // The same change under another title is the same proposal.
    try proposed(as: .second) { session, sandbox in
      try sandbox.git("rm", "-q", "-r", Signers.folder)
      try session.run(
        "propose", "loinc", "--confirm", "tooling", "--title", "Look at it anew", "--rationale",
        "Other words.", "--evidence", "survey: Another <https://example.org/other>", "--open",
        "--no-save")
      try session.commitAll("One for another")
      try expectOwn(session, 2)
    }
  }
}
