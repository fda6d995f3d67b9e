import Foundation
import TestSupport
import Testing

@Suite("Ballots")
struct BallotTests {
  private static let folder = "Proposals/ballots/cd"

  @Test("Freezes proposals, rule and bodies when it is opened")
  func opens() throws {
    try BallotSession.run { ballot in
      let text = try ballot.sandbox.read(BallotTests.folder + "/ballot.yml")
      let base = try ballot.sandbox.git("rev-parse", "HEAD~1").trimmingCharacters(in: .newlines)
      let contents = try ["0001-loinc-to-high", "0002-ucum-to-high"].map {
        try ballot.sandbox.git("rev-parse", "HEAD:Proposals/\($0)/proposal.yml")
          .trimmingCharacters(in: .newlines)
      }
      let (frozen, package) = try ballot.split(text)
      #expect(
        frozen == """
          title: Second draft
          opened: 2026-10-01
          closes: 2026-11-05
          zone: UTC
          vote-on: each
          base: \(base)
          proposals:
            - {number: 1, content: \(contents[0])}
            - {number: 2, content: \(contents[1])}
          changes:
            - {change: "1.1", place: "Table 1, LOINC", fingerprint: \(try ballot.fingerprint(0))}
            - {change: "2.1", place: "Table 1, UCUM", fingerprint: \(try ballot.fingerprint(1))}
          rule:
            basis: a proposal of this tool, with the arithmetic of ISO/IEC Directives, Part 1, 2.6.3
            approve: {of: p-members, at-least: 2/3}
            negative: {of: all, at-most: 1/4}
            leaves-out: [abstention, negative-without-technical-reason]
            returned: {at-least: 1/2}
            days: {at-least: 28}
            meeting: {from: 1/2}
          bodies:
            - {id: chair-org, name: Chair Org, status: p-member, voter: cleo-chair}
            - {id: editors, name: Editors, status: p-member, voter: ada-editor}
            - {id: north, name: North, status: p-member, voter: rune-reviewer}
            - {id: south, name: South, status: p-member, voter: siri-second}

          """)
      #expect(
        package.map { $0.replacing(/[0-9a-f]{64}/, with: "DIGEST") }
          == ["package:", "  made-by: 0.1.0", "  files:"]
          + BallotPackageTests.names.map { "    - {name: \($0), digest: DIGEST}" })
      #expect(
        try ballot.sandbox.git("log", "-1", "--format=%s", "--name-only")
          == "Open ballot cd\n\n\(BallotTests.folder)/ballot.yml\n"
          + "\(BallotTests.folder)/report.json\n")
      #expect(try ballot.sandbox.rspmaint(["validate"]).code == 0)
      #expect(try ballot.audit() == [])
    }
  }

  @Test("Refuses what can't be balloted, with the reason")
  func refusesToOpen() throws {
    try BallotSession.run(opens: false) { ballot in
      func open(_ numbers: String, closes: String = BallotSession.closes, _ more: String...)
        -> [String]
      {
        [
          "ballot", "open", "cd", "--proposals", numbers, "--title", "T", "--closes", closes,
        ] + more
      }
      func said(
        _ arguments: [String], as actor: Sandbox.Actor = .chair, code: Int32 = 1
      ) throws -> String {
        let outcome = try ballot.session.run(
          arguments: arguments, as: actor, day: BallotSession.opened)
        #expect(outcome.code == code, "\(outcome.out)\(outcome.err)")
        return outcome.err
      }
      #expect(
        try said(open("1", closes: "2026-10-20"))
          .contains("19 days are too few: the rule asks for at least 28 days"))
      #expect(try said(open("1"), as: .editor).contains("is neither chair nor secretary"))
      try ballot.does(
        ["propose", "icd-9", "--set", "tooling=low", "--title", "A draft"] + Transcript.words,
        on: BallotSession.written)
      #expect(try said(open("3")).contains("proposal 0003 is draft, not open"))
      try ballot.does(["open", "3"], on: BallotSession.written)
      #expect(try said(open("3")).contains("proposal 0003 needs 2 approvals"))
      #expect(
        try said(open("1", "--voter", "nord=rune-reviewer"), code: 64)
          .contains("'nord' is not a body"))
      try ballot.open()
      let taken = try said(
        ["ballot", "open", "other", "--proposals", "2", "--title", "T", "--closes", "2026-12-01"])
      #expect(taken.contains("proposal 0002 is being voted on in ballot 'cd'"))
    }
  }

  @Test("Shares nothing of a reply until voting ends, and proves it then")
  func seals() throws {
    try BallotSession.run { ballot in
      try ballot.votes("siri-second", "disapprove", "--comment", "2:te=Too few tools.")
      let receipts = try ballot.sandbox.read(BallotTests.folder + "/receipts/south.yml")
      #expect(
        receipts.wholeMatch(
          of: /receipts:\n  - \{date: 2026-10-10, digest: [0-9a-f]{64}\}\n/)
          != nil, "\(receipts)")
      let objects = try ballot.sandbox.git(
        "cat-file", "--batch-all-objects", "--batch-check=%(objectname) %(objecttype)")
      for line in objects.split(separator: "\n") where line.hasSuffix("blob") {
        let text = try ballot.sandbox.git("cat-file", "blob", String(line.prefix(40)))
        #expect(!text.contains("Too few tools") && !text.contains("disapprove"))
      }
      let tally = try ballot.session.run("ballot", "tally", "cd", day: BallotSession.voted)
      #expect(tally.code == 1 && tally.err.contains("are sealed until voting ends"))
      try ballot.end()
      let replies = try ballot.sandbox.read(BallotTests.folder + "/replies/south.yml")
      #expect(replies.contains("      - {proposal: 2, vote: disapprove}\n"))
      #expect(replies.contains("          Too few tools.\n"))
      #expect(try ballot.sandbox.rspmaint(["validate"]).code == 0)
      #expect(try ballot.audit() == [])
      #expect(
        try ballot.sandbox.start("/bin/ls", [".git/rspmaint/ballots/cd"], .editor, input: nil).out
          == "")
    }
  }

  @Test("Takes the last reply of a body, and the same one once")
  func replaces() throws {
    try BallotSession.run { ballot in
      try ballot.votes("rune-reviewer", "abstain")
      #expect(
        try ballot.votes("rune-reviewer", "abstain").contains("has answered just that already"))
      #expect(try ballot.votes("rune-reviewer", "approve").contains("North has answered anew"))
      try ballot.end()
      let replies = try ballot.sandbox.read(BallotTests.folder + "/replies/north.yml")
      #expect(replies.matches(of: /vote: abstain/).count == 2)
      #expect(replies.matches(of: /vote: approve/).count == 2)
      let report = try ballot.does(
        ["ballot", "report", "cd", "--format", "json"], on: BallotSession.closed)
      #expect(report.contains(#""vote" : "approve""#) && !report.contains("abstain"))
    }
  }

  @Test("Refuses replies that can't count")
  func refusesReplies() throws {
    try BallotSession.run { ballot in
      func said(_ voter: String, _ vote: String, on day: String = BallotSession.voted) throws
        -> String
      {
        try ballot.refuses(
          "ballot", "import", "cd", "--voter", voter, "--vote", vote, on: day,
          code: vote.contains("aprove") ? 64 : 1)
      }
      #expect(try said("lars-left", "approve").contains("'lars-left' answers for no body"))
      #expect(
        try said("rune-reviewer", "3=approve").contains("proposal 0003 is not in ballot 'cd'"))
      #expect(try said("rune-reviewer", "aprove").contains("did you mean 'approve'?"))
      #expect(
        try ballot.refuses(
          "ballot", "import", "cd", "--voter", "rune-reviewer", "--comment", "A\u{202E}b"
        ).contains("the reply could not be read again"))
      let back = try ballot.sandbox.start(
        Sandbox.binary,
        [
          "ballot", "import", "cd", "--voter", "rune-reviewer", "--vote", "approve", "--as-of",
          BallotSession.voted,
        ], .chair, input: nil, ["GIT_COMMITTER_DATE": Sandbox.noon("2026-11-20")])
      #expect(back.code == 1)
      #expect(back.err.contains("the receipt would be of 2026-10-10, and the commit that holds it"))
      let late = try said("rune-reviewer", "approve", on: "2026-11-06")
      #expect(late.contains("voting in ballot 'cd' closed on 2026-11-05, and today is 2026-11-06"))
      #expect(late.contains("rspmaint ballot extend cd --closes DATE --because REASON"))
      try ballot.does(
        ["ballot", "extend", "cd", "--closes", "2026-11-10", "--because", "Two asked for it."],
        as: .chair, on: BallotSession.voted)
      try ballot.votes("rune-reviewer", "approve", on: "2026-11-06")
    }
  }

  @Test("Ends by itself on the closing date or when all have answered, earlier with a reason")
  func ends() throws {
    try BallotSession.run { ballot in
      try ballot.votes("rune-reviewer", "approve")
      let early = try ballot.refuses("ballot", "end", "cd")
      #expect(early.contains("goes on until 2026-11-05, and Chair Org, Editors and South have not"))
      try ballot.votes("cleo-chair", "approve")
      try ballot.votes("ada-editor", "approve")
      try ballot.votes("siri-second", "approve")
      try ballot.does(["ballot", "end", "cd"], as: .chair, on: BallotSession.voted)
      #expect(
        try ballot.refuses("ballot", "import", "cd", "--voter", "siri-second", "--vote", "abstain")
          .contains("voting in ballot 'cd' has ended"))
    }
  }

  @Test("Keeps a reply in another folder, from which voting can be ended elsewhere")
  func keeps() throws {
    try BallotSession.run { ballot in
      try ballot.sandbox.shell("mkdir ../kept")
      try ballot.votes("rune-reviewer", "approve", "--keep", "../kept")
      try ballot.sandbox.shell("rm -r .git/rspmaint/ballots")
      let lost = try ballot.refuses("ballot", "end", "cd", on: BallotSession.closed)
      #expect(lost.contains("the reply of North that came on 2026-10-10 is not sealed on this"))
      try ballot.does(
        ["ballot", "end", "cd", "--kept", "../kept"], as: .chair, on: BallotSession.closed)
      #expect(try ballot.audit() == [])
    }
  }

  @Test("Lets no verb change a proposal that a ballot holds")
  func holds() throws {
    try BallotSession.run { ballot in
      let held = "proposal 0001 is being voted on in ballot 'cd', and what is voted on does not"
      for arguments in [
        ["commit", "1"], ["withdraw", "1", "--because", "No."],
        ["propose", "--update", "1", "--rationale", "Other."], ["refresh", "1"],
      ] {
        let outcome = try ballot.session.run(
          arguments: arguments, as: .editor, day: BallotSession.closed)
        #expect(outcome.code == 1 && outcome.err.contains(held), "\(arguments): \(outcome.err)")
      }
      let chair = try ballot.refuses("reject", "1", "--because", "No.", on: BallotSession.closed)
      #expect(chair.contains(held))
      let status = try ballot.does(["status"], on: BallotSession.closed)
      #expect(status.replacing("\n  ", with: " ").contains(held), "\(status)")
      let path = "Proposals/0001-loinc-to-high/proposal.yml"
      let text = try ballot.sandbox.read(path)
      try ballot.sandbox.write(text.replacing("title: LOINC", with: "title: The LOINC"), to: path)
      let saved = try ballot.session.run("save", day: BallotSession.closed)
      #expect(saved.code == 1 && (saved.out + saved.err).contains("balloted-proposal-changed"))
    }
  }

  @Test("Cancelling frees the proposals")
  func cancels() throws {
    try BallotSession.run { ballot in
      try ballot.does(
        ["ballot", "cancel", "cd", "--because", "The wrong ones."], as: .chair,
        on: BallotSession.voted)
      try ballot.does(["commit", "1"], on: BallotSession.closed)
      #expect(try ballot.audit() == [])
      #expect(
        try ballot.refuses("ballot", "cancel", "cd", "--because", "Again.")
          .contains("ballot 'cd' is closed and never changes again"))
    }
  }

  @Test("Lets no acceptance make stale what a ballot holds")
  func harms() throws {
    try BallotSession.run(opens: false) { ballot in
      try ballot.does(
        ["propose", "loinc", "--set", "tooling=low", "--title", "LOINC to low"] + Transcript.words
          + ["--open"], on: BallotSession.written)
      for actor in [Sandbox.Actor.reviewer, .second] {
        try ballot.does(["review", "3", "--approve"], as: actor, on: BallotSession.written)
      }
      try ballot.open()
      let refused = try ballot.refuses("commit", "3", as: .editor, on: BallotSession.closed)
      let words = "it would harm proposal 0001, which ballot 'cd' holds:"
      #expect(refused.contains(words), "\(refused)")
    }
  }

  @Test("Takes back a step that is not shared, but not the end of voting")
  func undoes() throws {
    try BallotSession.run { ballot in
      try ballot.votes("rune-reviewer", "approve")
      for _ in 0..<2 { try ballot.does(["undo"], as: .chair, on: BallotSession.voted) }
      #expect(try ballot.sandbox.git("ls-files", "Proposals/ballots") == "")
      try ballot.open()
      try ballot.vote()
      try ballot.end()
      #expect(
        try ballot.refuses("undo", on: BallotSession.closed)
          .contains("the last commit ended voting, and what was opened is never sealed again"))
    }
  }

  @Test("Opens and closes only on what all have")
  func shared() throws {
    try BallotSession.run(opens: false) { ballot in
      let sandbox = ballot.sandbox
      try sandbox.git("init", "-q", "--bare", "-b", "main", "../server.git")
      try sandbox.git("remote", "add", "origin", "../server.git")
      try sandbox.git("push", "-q", "-u", "origin", "HEAD~1:refs/heads/main")
      try sandbox.git("branch", "-q", "--set-upstream-to=origin/main")
      let refused = try ballot.refuses(
        "ballot", "open", "cd", "--proposals", "1", "--title", "T", "--closes",
        BallotSession.closes, on: BallotSession.opened)
      #expect(refused.contains("1 saved change is not shared yet"), "\(refused)")
      try sandbox.git("push", "-q", "origin", "main")
      try ballot.open()
    }
  }

  @Test("Refuses hand edits of a ballot's files")
  func handEdits() throws {
    try BallotSession.run { ballot in
      let path = BallotTests.folder + "/ballot.yml"
      let text = try ballot.sandbox.read(path)
      try ballot.sandbox.write(text.replacing("2/3", with: "1/3"), to: path)
      let saved = try ballot.session.run("save", day: BallotSession.voted)
      #expect(saved.code == 1 && saved.err.contains("only verbs write the files of a ballot"))
      let taken = try ballot.session.run(
        "ballot", "import", "cd", "--voter", "rune-reviewer", "--vote", "approve", as: .chair,
        day: BallotSession.voted)
      #expect(taken.code == 1)
      #expect(taken.err.contains("files of ballot 'cd' were edited, and only verbs write them"))
    }
  }

  @Test("Rehearses each step without writing anything")
  func rehearses() throws {
    try BallotSession.run { ballot in
      let before = try ballot.sandbox.git("rev-parse", "HEAD")
      let out = try ballot.votes("rune-reviewer", "approve", "--dry-run")
      #expect(out.contains("Nothing is written.") && out.contains("digest:"))
      try ballot.does(
        ["ballot", "end", "cd", "--because", "Enough.", "--dry-run"], as: .chair,
        on: BallotSession.voted)
      #expect(try ballot.sandbox.git("rev-parse", "HEAD") == before)
      #expect(try ballot.sandbox.git("status", "--porcelain") == "")
      #expect(
        !FileManager.default.fileExists(atPath: ballot.sandbox.root + "/.git/rspmaint/ballots"))
    }
  }
}
