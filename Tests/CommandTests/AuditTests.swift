import Foundation
import TestSupport
import Testing

@Suite("Honest histories")
struct AuditTests {
  func head(_ sandbox: Sandbox) throws -> String {
    try sandbox.git("rev-parse", "HEAD").trimmingCharacters(in: .newlines)
  }

  @Test("Proves proposals, plain commits and merges, from start to tip", .slow)
  func honest() throws {
    try story("audit", committee: true) { session in
      let sandbox = session.sandbox
      let start = try head(sandbox)
      // Five proposals, four of them in one go, one of them with a title that looks like a trailer.
      try session.propose("RSP-Proposal: 9", ["loinc", "--set", "tooling=high"])
      try session.propose("# Rename WIA", ["ihe-wia", "--set", "brief-name=IHE WIA 2"])
      try session.propose(
        "GSDF is content", ["dicom-gsdf", "--set", "category=content", "--place", "first"])
      try session.propose(
        "IRWF.b rises",
        [
          "ihe-irwf-b", "--set", "product-adoption=moderate", "--set", "site-deployment=low",
          "--set", "group=preferred",
        ])
      try session.propose("IRWF follows", ["ihe-irwf", "--set", "group=legacy", "--after", "4"])
      try session.run("review", "2", "--object", "--comment", "Why?", as: .chair)
      for number in 1...5 { try session.approve(number, by: .reviewer, .second) }
      session.expectDone()
      try session.run("review", "2", "--approve", as: .chair, day: "2026-11-24")
      try session.expect("settled")
      try session.run("commit", "1", "2", "3", "4", day: "2026-11-24")
      session.expect(
        says: """
          0001 RSP-Proposal: 9: committed on main as <id 3>
          0002 # Rename WIA: committed on main as <id 4>
          0003 GSDF is content: committed on main as <id 5>
          0004 IRWF.b rises: committed on main as <id 6>
          [exit 0]
          """)
      try session.run("commit", "5", day: "2026-11-24")
      // Work that has nothing to do with the portfolio.
      try sandbox.write("Words.\n", to: "notes.txt")
      try session.commitAll("Notes")
      // A branch with a proposal of its own, beside unfinished work here.
      try sandbox.git("switch", "-q", "-c", "side")
      try session.propose("UCUM to high", ["ucum", "--set", "tooling=high"])
      try session.approve(6, by: .reviewer, .second)
      session.expectDone()
      try session.run("commit", "6", day: "2026-11-24")
      session.expect(
        says: """
          0006 UCUM to high: committed on side as <id 7>
          [exit 0]
          """)
      try sandbox.git("switch", "-q", "main")
      try session.propose("Not yet", ["icd-9", "--set", "tooling=low"])
      try session.run("reject", "7", "--because", "Not now.", as: .chair)
      try sandbox.git("merge", "-q", "--no-ff", "-m", "Merge side", "side")
      // A draft that gets another number, is edited, and is withdrawn.
      try session.propose("Later", ["icd-10", "--set", "clause=5.3.1.9", "--nature", "correction"])
      try session.approve(8, by: .reviewer)
      session.expectDone()
      try sandbox.git("mv", "Proposals/0008-later", "Proposals/0009-later")
      try session.commitAll("Renumber")
      try session.run("propose", "--update", "9", "--rationale", "Better said.")
      try session.expect("renumbered")
      try session.run("withdraw", "9", "--because", "Mistaken.")
      session.expectDone()
      try session.expectSound()

      let outcome = try sandbox.rspmaint(["audit", "--since", start])
      try session.expect(outcome.out + outcome.err, as: "audit")
      #expect(outcome.code == 0, "\(outcome.out)")
      #expect(outcome.out.contains("start    \(start)\n"))
      let count = try sandbox.git("rev-list", "--count", "\(start)..HEAD")
      #expect(outcome.out.contains("commits  \(count)"))
      #expect(outcome.out.contains("asserted, not proved"))
      let json = try Audited(
        try sandbox.rspmaint(["audit", "--since", start, "--format", "json"]).out)
      #expect(json.findings.isEmpty)
      #expect(json.kinds["acceptances"] == 6)
      #expect(json.kinds["merges"] == 1)
      #expect(json.kinds["untouched"] == 1)
      #expect(json.approvals == ["count": 13, "proved": 0])
      #expect(String(json.commits) + "\n" == count)
    }
  }

  @Test("Follows a proposal that a side branch numbers and words anew")
  func renumbered() throws {
    _ = try session(committee: true) { session in
      let sandbox = session.sandbox
      let start = try head(sandbox)
      try session.propose("LOINC to high", ["loinc", "--set", "tooling=high"])
      try session.run("review", "1", "--object", "--comment", "No.", as: .second)
      try session.branch("side") {
        try sandbox.git("mv", Transcript.folder, "Proposals/0002-loinc-to-high")
        try session.commitAll("Renumber")
        try session.run("propose", "--update", "2", "--rationale", "Better.")
      }
      try sandbox.git("merge", "-q", "--no-ff", "-m", "Merge side", "side", as: .stranger)
      #expect(try sandbox.rspmaint(["audit", "--since", start]).code == 0)
      #expect(try session.run("validate", "--quiet").code == 0)
      // The objection and the first author are those of the old number.
      let own = try session.run("review", "2", "--approve", as: .editor)
      #expect(own.err.contains("nobody approves their own"))
      try session.approve(2, by: .reviewer, .chair)
      #expect(try session.run("commit", "2").err.contains("the objection of siri-second"))
      // It can't be dropped on the way either.
      try sandbox.git("reset", "-q", "--hard", "side")
      try sandbox.git("rm", "-q", "Proposals/0002-loinc-to-high/reviews/siri-second.yml")
      try session.commitAll("Tidy up", as: .stranger)
      let audit = try Audited(
        try sandbox.rspmaint(["audit", "--since", start, "--format", "json"]).out)
      #expect(audit.rules == ["review-deleted"])
    }
  }

  @Test("Starts from the latest edition, and asks for a start where there is none")
  func editions() throws {
    try story("audit-editions") { session in
      let sandbox = session.sandbox
      try session.run("audit")
      session.expect(
        says: """
          [standard error]
          rspmaint: an audit needs a start, and no edition is tagged below HEAD
            help: name the commit after which the history is to be proved: 'rspmaint audit --since COMMIT'
            help: what the start holds is taken on trust
          [exit 64]
          """)
      try session.run("audit", "--since", "nothing")
      session.expect(
        says: """
          [standard error]
          rspmaint: there is no revision 'nothing'
            help: name a branch, a tag or a commit: 'git log --oneline'
            help: or an edition: 'rspmaint edition list' shows them
          [exit 66]
          """)
      try sandbox.git("tag", "edition/2020")
      let squatting = try sandbox.rspmaint(["audit"])
      #expect(squatting.code == 64)
      #expect(
        squatting.err.contains(
          "refs/tags/edition/2020 is on a commit that makes no edition of that name"),
        "\(squatting.err)")
      try session.accepted()
      session.expectDone()
      try EditionSession(session: Transcript(sandbox)).cut("2021", stage: "CD")
      try sandbox.edit(Transcript.ucum, "tooling: moderate", "tooling: high")
      try session.commitAll("Tidy up")
      try session.run("audit")
      try session.expect("latest")
      try session.run("audit", "--since", "2020", "--format", "markdown")
      try session.expect("markdown")
      try session.run("audit", "--since", "2021", "--format", "json")
      try session.expect("json")
      try sandbox.git("switch", "-q", "-c", "elsewhere", "HEAD~2")
      try sandbox.git("commit", "-q", "--allow-empty", "-m", "Elsewhere")
      try session.run("audit", "--since", "main")
      session.expect(
        says: """
          [standard error]
          rspmaint: 'main' is no ancestor of <id 4>, so there is no history between them
            help: name a commit, branch or tag of this history: 'git log --oneline'
          [exit 1]
          """)
    }
  }

  @Test("Lets a stray go that the start held")
  func strays() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.write("Words.\n", to: "Portfolio/notes.txt")
    try sandbox.commitAll("Stray")
    let start = try head(sandbox)
    try sandbox.git("rm", "-q", "Portfolio/notes.txt")
    try sandbox.commitAll("Tidy up")
    #expect(try sandbox.rspmaint(["audit", "--since", start]).code == 0)
  }

  @Test("Proves a portfolio in a folder of a larger repository")
  func subfolder() throws {
    _ = try session { session in
      let sandbox = session.sandbox
      try FileManager.default.createDirectory(
        atPath: sandbox.root + "/sub/rsp", withIntermediateDirectories: true)
      try sandbox.git("mv", "Portfolio", "sub/rsp/Portfolio")
      try session.commitAll("Move the portfolio")
      let start = try head(sandbox)
      let place = ["--repo", "sub/rsp"]
      try session.run(
        arguments: ["propose", "loinc", "--set", "tooling=high", "--title", "LOINC to high"]
          + Transcript.words + ["--open"] + place)
      try session.run(arguments: ["review", "1", "--approve"] + place, as: .reviewer)
      try session.run(arguments: ["commit", "1"] + place)
      let audit = ["audit", "--since", start, "--format", "json"] + place
      #expect(try Audited(try sandbox.rspmaint(audit).out).findings.isEmpty)
      // Another portfolio's proposals are judged there.
      try sandbox.write("Words.\n", to: "other/Portfolio/notes.txt")
      try session.commitAll("Elsewhere\n\nRSP-Proposal: 7")
      #expect(try Audited(try sandbox.rspmaint(audit).out).findings.isEmpty)
      try sandbox.edit("sub/rsp/" + Transcript.ucum, "tooling: moderate", "tooling: high")
      try session.commitAll("Tidy up")
      let forged = try Audited(try sandbox.rspmaint(audit).out)
      #expect(forged.findings.map(\.path) == ["sub/rsp/" + Transcript.ucum])
    }
  }
}
