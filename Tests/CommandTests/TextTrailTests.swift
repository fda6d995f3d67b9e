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
      try session.run("propose", "--update", "2", "--rationale", "Once more.", "--commit")
      #expect(try session.run("validate", "--quiet").code == 0)
      #expect(try session.run("commit", "2").err.contains("0002 needs 2 approvals"))
    }
  }

  @Test("Counts none for one that was gone and came again under another number")
  func again() throws {
    try proposed { session, sandbox in
      try session.approve(1, by: .reviewer, .second)
      try session.run("review", "1", "--object", "--comment", "No.", "--commit", as: .chair)
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
      try session.run("review", "1", "--object", "--comment", "No.", "--commit", as: .second)
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
      #expect(try session.run("review", "2", "--approve", "--commit", as: .second).code == 0)
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
      try session.run("propose", "--update", "1", "--rationale", "Better said.")
      try sandbox.git(
        "commit", "-q", "-a", "-m", "Say it better", "--author", Sandbox.Actor.second.rawValue)
      try expectOwn(session, 1)
      // What she wrote led to what stands in a copy of it, whoever says so.
      try session.run("propose", "--update", "1", "--rationale", "Once more.", "--commit")
      try sandbox.copy(Signers.folder, to: other)
      try session.commitAll("Copy", as: .stranger)
      try sandbox.git("rm", "-q", "-r", Signers.folder)
      try session.commitAll("Tidy up", as: .stranger)
      try session.run("propose", "--update", "2", "--rationale", "Mine.", "--commit")
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
      try session.run("propose", "--update", "1", "--rationale", "Better said.")
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
          + Transcript.words + ["--open"])
      try session.commitAll("One for another")
      let review = try session.run("review", "2", "--approve", as: .second)
      #expect(review.code == 0, "\(review.err)")
    }
    // The same change under another title is the same proposal.
    try proposed(as: .second) { session, sandbox in
      try sandbox.git("rm", "-q", "-r", Signers.folder)
      try session.run(
        "propose", "loinc", "--confirm", "tooling", "--title", "Look at it anew", "--rationale",
        "Other words.", "--evidence", "survey: Another <https://example.org/other>", "--open")
      try session.commitAll("One for another")
      try expectOwn(session, 2)
    }
  }
}

@Suite("Rules that changed meanwhile")
struct RulesMeanwhileTests {
  @Test("Lifts no objection by a branch from before signatures were required")
  func signatures() throws {
    try signedSession(required: false) { signers, session in
      let sandbox = signers.sandbox
      try signers.review("--object", by: .second, "--comment", "No.")
      for member in [Sandbox.Actor.reviewer, .chair] { try signers.review(by: member) }
      try session.branch("side") {
        let text = try sandbox.read(Signers.file(.second))
        try sandbox.write(
          text.components(separatedBy: "comment:")[0]
            .replacingOccurrences(of: "verdict: object", with: "verdict: abstain"),
          to: Signers.file(.second))
        try session.commitAll("Change of mind", as: .second)
        #expect(try session.run("validate", "--quiet").code == 0)
      }
      try signers.require()
      try session.commitAll("Require signatures")
      try sandbox.git("merge", "-q", "--no-ff", "-m", "Merge", "side", as: .stranger)
      let commit = try session.run("commit", "1")
      #expect(commit.code == 1 && commit.err.contains("[objection-replaced]"), "\(commit.err)")
      try signers.review(by: .second)
      #expect(try session.run("commit", "1").code == 0)
    }
  }

  @Test("Lifts no objection by a merge the wrong way round")
  func wrongWayRound() throws {
    try signedSession { signers, session in
      let sandbox = signers.sandbox
      for member in [Sandbox.Actor.reviewer, .chair] { try signers.review(by: member) }
      try sandbox.git("switch", "-q", "-c", "side")
      let content = try Borrowing.content(signers)
      try sandbox.write(
        "member: siri-second\ndate: 2026-11-24\nverdict: abstain\ncontent: \(content)\n",
        to: Signers.file(.second))
      try session.commitAll("Abstain", as: .stranger)
      try sandbox.git("switch", "-q", "main")
      try signers.review("--object", by: .second, "--comment", "No.")
      try sandbox.git("switch", "-q", "side")
      try sandbox.git("merge", "-q", "-X", "ours", "-m", "Merge main", "main", as: .stranger)
      let commit = try session.run("commit", "1", day: "2026-11-24")
      #expect(commit.code == 1 && commit.err.contains("[review-not-theirs]"), "\(commit.err)")
    }
  }

  @Test("Takes what the chair settled on two branches, merged by another")
  func settledApart() throws {
    _ = try session(committee: true) { session in
      let sandbox = session.sandbox
      try session.propose("Re-rate LOINC", ["loinc", "--set", "tooling=high"])
      for actor in [Sandbox.Actor.reviewer, .second] {
        try session.run("review", "1", "--object", "--comment", "No.", "--commit", as: actor)
      }
      func settle(_ id: String) throws {
        try session.run(
          "review", "1", "--resolve", id, "--because", "Heard.", "--commit", as: .chair)
      }
      try session.branch("side") { try settle("siri-second") }
      try settle("rune-reviewer")
      let ours = try sandbox.read(Settling.state)
      let theirs = try sandbox.git("show", "side:" + Settling.state)
      let line = try #require(
        theirs.components(separatedBy: "\n").first { $0.contains("siri-second") })
      _ = try sandbox.start(
        "/usr/bin/git", ["merge", "-q", "--no-commit", "side"], .editor, input: nil)
      try sandbox.write(ours + line + "\n", to: Settling.state)
      try session.commitAll("Merge side", as: .editor)
      let validate = try session.run("validate", "--quiet")
      #expect(validate.code == 0, "\(validate.out)")
    }
  }

  @Test("Takes no rejection by someone who was the chair once")
  func chair() throws {
    _ = try session(committee: true) { session in
      try session.propose("Re-rate LOINC", ["loinc", "--set", "tooling=high"])
      try session.branch("side") {
        let reject = try session.run("reject", "1", "--because", "No.", "--commit", as: .chair)
        #expect(reject.code == 0)
      }
      try session.sandbox.edit(
        "Portfolio/committee.yml", "affiliation: Chair Org, role: chair",
        "affiliation: Chair Org, role: member")
      try session.commitAll("Another chair will come")
      try session.sandbox.git("merge", "-q", "--no-ff", "-m", "Merge", "side", as: .stranger)
      let validate = try session.run("validate", "--quiet")
      #expect(validate.code == 1 && validate.out.contains("[closing-not-allowed]"))
    }
  }

  @Test("Puts a signed objection in no other words without a signature")
  func words() throws {
    try signedSession { signers, session in
      try signers.review("--object", by: .second, "--comment", "The survey is made up.")
      for member in [Sandbox.Actor.reviewer, .chair] { try signers.review(by: member) }
      let text = try signers.sandbox.read(Signers.file(.second))
      try signers.sandbox.write(
        text.components(separatedBy: "signature:")[0]
          .replacingOccurrences(of: "The survey is made up.", with: "A typing mistake."),
        to: Signers.file(.second))
      try session.commitAll("Say it better", as: .second)
      let validate = try session.run("validate", "--quiet")
      #expect(validate.code == 1 && validate.out.contains("[objection-replaced]"))
    }
  }

  @Test("Audits that too")
  func audited() throws {
    try signedSession { signers, session in
      let start = try signers.sandbox.git("rev-parse", "HEAD").trimmingCharacters(in: .newlines)
      for member in [Sandbox.Actor.reviewer, .chair] { try signers.review(by: member) }
      try signers.review("--object", by: .second, "--comment", "No.")
      try session.sandbox.write(
        signers.sandbox.read(Signers.file(.second)).components(separatedBy: "comment:")[0]
          .replacingOccurrences(of: "verdict: object", with: "verdict: abstain"),
        to: Signers.file(.second))
      try session.commitAll("Change of mind", as: .second)
      try session.graftAcceptance()
      let audit = try Audited(
        try session.sandbox.rspmaint(["audit", "--since", start, "--format", "json"]).out)
      #expect(audit.rules == ["objection-replaced", "audit-not-reviewed"])
    }
  }

  @Test("Asks for a day of acceptance after all that it rests on")
  func day() throws {
    _ = try session(committee: true) { session in
      try session.propose("Re-rate LOINC", ["loinc", "--set", "tooling=high"])
      for actor in [Sandbox.Actor.left, .reviewer] {
        try session.run("review", "1", "--approve", "--commit", as: actor, day: "2026-06-29")
      }
      let early = try session.run("commit", "1", day: "2026-06-30")
      #expect(early.code == 1)
      #expect(
        early.err.contains("0001 can't be accepted on 2026-06-30: it was written on 2026-11-23"))
      try session.approve(1, by: .second)
      try session.run("commit", "1", day: "2026-11-27")
      try session.propose("Re-rate UCUM", ["ucum", "--set", "tooling=high"])
      try session.approve(2, by: .reviewer, .second)
      let before = try session.run("commit", "2", day: "2026-11-26")
      #expect(before.code == 1 && before.err.contains("proposal 0001 was accepted on 2026-11-27"))
    }
  }

  @Test("Lets an acceptance that nobody made be taken back")
  func acceptance() throws {
    _ = try session(committee: true) { session in
      try session.propose("Re-rate LOINC", ["loinc", "--set", "tooling=high"])
      try session.approve(1, by: .reviewer, .second)
      let state = try session.sandbox.read(Settling.state)
      try session.sandbox.write(
        state.replacingOccurrences(of: "status: open", with: "status: accepted")
          + Transcript.acceptance, to: Settling.state)
      try session.commitAll("Accept", as: .stranger)
      let validate = try session.run("validate", "--quiet")
      #expect(validate.code == 1 && validate.out.contains("[closing-not-allowed]"))
      try session.sandbox.git("revert", "--no-edit", "HEAD")
      #expect(try session.run("validate", "--quiet").code == 0)
      #expect(try session.run("commit", "1").code == 0)
    }
  }
}
