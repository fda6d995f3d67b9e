import Foundation
import TestSupport
import Testing

@Suite("Changes in answer to the comments of a ballot")
struct BallotChangesTests {
  /// A ballot whose voting has ended, with two comments.
  private func ended(_ work: (BallotSession) throws -> Void) throws {
    try BallotSession.run { ballot in
      try ballot.vote()
      try ballot.end()
      try work(ballot)
    }
  }

  @Test("Are refused without a comment that they answer")
  func refuses() throws {
    try ended { ballot in
      let silent = try ballot.refuses(
        "propose", "--update", "2", "--rationale", "Better.", as: .editor,
        on: BallotSession.closed)
      #expect(
        silent.contains(
          "the comments on proposal 0002 are being resolved in ballot 'cd': it changes only in answer to "
            + "one"), "\(silent)")
      #expect(silent.contains("rspmaint propose --update 2 … --answers COMMENT"))
      let unknown = try ballot.refuses(
        "propose", "--update", "2", "--rationale", "Better.", "--answers", "south-2", as: .editor,
        on: BallotSession.closed, code: 66)
      #expect(unknown.contains("there is no comment 'south-2' in ballot 'cd'"), "\(unknown)")
      #expect(unknown.contains("did you mean 'south-1'?"))
      let new = try ballot.refuses(
        "propose", "ucum", "--set", "tooling=low", "--title", "T", "--answers", "south-1",
        as: .editor, on: BallotSession.closed, code: 64)
      #expect(new.contains("--answers goes with --update."), "\(new)")
    }
    try BallotSession.run { ballot in
      let voting = try ballot.refuses(
        "propose", "--update", "2", "--rationale", "Better.", "--answers", "south-1", as: .editor)
      #expect(voting.contains("proposal 0002 is being voted on in ballot 'cd'"), "\(voting)")
    }
    try BallotSession.run(opens: false) { ballot in
      let free = try ballot.refuses(
        "propose", "--update", "2", "--rationale", "Better.", "--answers", "south-1", as: .editor)
      #expect(free.contains("no ballot holds proposal 0002"), "\(free)")
    }
  }

  @Test("In words alone need no vote, and are listed in the result")
  func editorial() throws {
    try ended { ballot in
      let voted = try ballot.content(of: "0001-loinc-to-high")
      try ballot.changes("1", "editors-1", "--rationale", "The comma is minded.")
      let text = try ballot.sandbox.read("Proposals/0001-loinc-to-high/proposal.yml")
      #expect(
        text.contains("answers:\n  - {comment: editors-1, ballot: cd, by: Editors}\n"), "\(text)")
      #expect(try ballot.sandbox.rspmaint(["validate"]).code == 0)
      let status = try ballot.does(["ballot", "status", "cd"], on: BallotSession.closed)
      #expect(
        status.replacing(/\n +/, with: " ").contains(
          "0001 was changed in words alone since it was voted on, in answer to editors-1."),
        "\(status)")
      try ballot.dispose()
      let unreviewed = try ballot.refuses("ballot", "close", "cd", on: BallotSession.closed)
      #expect(unreviewed.contains("proposal 0001 needs 2 approvals"), "\(unreviewed)")
      try ballot.review("1")
      try ballot.close()
      let result = try ballot.sandbox.read("Proposals/ballots/cd/result.yml")
      let now = try ballot.content(of: "0001-loinc-to-high")
      #expect(result.contains("number: 1, content: \(now), voted: \(voted), verdict: approved"))
      #expect(try ballot.audit() == [])
      #expect(try ballot.sandbox.rspmaint(["validate"]).code == 0)
      try ballot.session.expectSound()
    }
  }

  @Test("Beyond words are shown against what was voted on, and keep it from being closed")
  func substantial() throws {
    try ended { ballot in
      try ballot.changes("2", "south-1", "--set", "ucum:tooling=low")
      try ballot.review("2")
      try ballot.dispose()
      let refused = try ballot.refuses("ballot", "close", "cd", on: BallotSession.closed)
      #expect(
        refused.contains(
          "proposal 0002 was changed beyond words since it was voted on: UCUM: tooling"),
        "\(refused)")
      #expect(refused.contains("rspmaint ballot recirculate cd --closes DATE"))
      let diff = try ballot.does(["diff", "--ballot", "cd"], on: BallotSession.closed)
      #expect(diff.contains("UCUM") && diff.contains("▼"), "\(diff)")
      #expect(!diff.contains("LOINC"), "\(diff)")
      #expect(diff.contains("Compared with what was voted on in ballot cd"), "\(diff)")
      #expect(diff.contains("Answers comment south-1 by South"), "\(diff)")
      let json = try ballot.does(
        ["ballot", "status", "cd", "--format", "json"], on: BallotSession.closed)
      #expect(json.contains("\"ucum assessment.tooling\""), "\(json)")
    }
  }

  @Test("Status and commit say what a proposal waits for, as comments are answered")
  func waits() throws {
    try ended { ballot in
      func said() throws -> String {
        let status = try ballot.does(["status"], on: BallotSession.closed)
          .replacing(/\n */, with: " ")
        let commit = try ballot.refuses("commit", "1", on: BallotSession.closed)
        #expect(commit.contains("to free it: 'rspmaint ballot cancel cd"), "\(commit)")
        let sentence = try #require(commit.firstMatch(of: /rspmaint: (proposal 0001 .*)\n/)).1
        let help = try #require(commit.firstMatch(of: /help: (.*)\n/)).1
        #expect(status.contains("\(sentence): \(help)."), "\(status)")
        #expect(!status.contains("name the comments") && !commit.contains("name the comments"))
        return "\(sentence): \(help)"
      }
      #expect(
        try said()
          == "proposal 0001 waits for ballot 'cd', in which 2 comments have no agreed answer yet: "
          + "'rspmaint ballot status cd' says what is missing")
      try ballot.dispose()
      #expect(
        try said()
          == "proposal 0001 waits for ballot 'cd' to be closed: 'rspmaint ballot close cd' accepts what "
          + "was approved")
      try ballot.changes("1", "editors-1", "--rationale", "The comma is minded.")
      #expect(
        try said()
          == "proposal 0001 waits for ballot 'cd' to be closed, and was changed since it was voted on: "
          + "'rspmaint ballot status cd' says what is missing")
      let withdrawn = try ballot.refuses(
        "withdraw", "1", "--because", "Enough.", as: .editor, on: BallotSession.closed)
      #expect(withdrawn.contains("proposal 0001 waits for ballot 'cd'"), "\(withdrawn)")
      #expect(!withdrawn.contains("name the comments"), "\(withdrawn)")
    }
  }

  @Test("By hand are refused without a comment that they answer")
  func byHand() throws {
    try ended { ballot in
      let path = "Proposals/0001-loinc-to-high/proposal.yml"
      let text = try ballot.sandbox.read(path)
      try ballot.sandbox.write(text.replacing("title: LOINC", with: "title: The LOINC"), to: path)
      let saved = try ballot.session.run("save", day: BallotSession.closed)
      #expect(saved.code == 1 && (saved.out + saved.err).contains("balloted-proposal-changed"))
    }
  }
}

extension BallotSession {
  /// The content id of a proposal.
  func content(of folder: String) throws -> String {
    try sandbox.git("rev-parse", "HEAD:Proposals/\(folder)/proposal.yml")
      .trimmingCharacters(in: .newlines)
  }

  /// Changes a proposal in answer to a comment.
  func changes(
    _ number: String, _ comment: String, _ more: String..., on day: String = closed
  ) throws {
    try does(["propose", "--update", number, "--answers", comment] + more, on: day)
  }

  func review(_ number: String, on day: String = closed) throws {
    for actor in [Sandbox.Actor.reviewer, .second] {
      try does(["review", number, "--approve"], as: actor, on: day)
    }
  }
}
