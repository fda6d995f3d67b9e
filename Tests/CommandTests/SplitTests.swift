import Foundation
import TestSupport
import Testing

@Suite("A proposal that is split or taken over")
struct SplitTests {
  /// An open proposal with two changes, which two members approved.
  private func approved(_ work: (BallotSession) throws -> Void) throws {
    try BallotSession.run(opens: false) { ballot in
      try ballot.does(
        [
          "propose", "icd-9", "icd-10", "--set", "icd-9:tooling=low", "--set",
          "icd-10:tooling=high", "--title", "Two of a kind",
        ] + Transcript.words + ["--open"], on: BallotSession.written)
      try ballot.review("3", on: BallotSession.written)
      try work(ballot)
    }
  }

  @Test("Moves changes into a new proposal, and says what was reviewed")
  func splits() throws {
    try approved { ballot in
      let sandbox = ballot.sandbox
      let out = try ballot.does(
        ["split", "3", "--changes", "icd-10", "--title", "The contested part"], as: .chair,
        on: BallotSession.opened)
      #expect(out.contains("Proposal 0004 has 1 change of proposal 0003: icd-10."), "\(out)")
      #expect(out.contains("Proposal 0003 keeps 1 change: icd-9."), "\(out)")
      #expect(
        out.contains("rune-reviewer and siri-second approved both parts as one; that lapses"),
        "\(out)")
      let kept = try sandbox.read("Proposals/0003-two-of-a-kind/proposal.yml")
      let moved = try sandbox.read("Proposals/0004-the-contested-part/proposal.yml")
      #expect(kept.contains("icd-9") && !kept.contains("icd-10"))
      #expect(moved.contains("icd-10") && !moved.contains("icd-9"))
      #expect(moved.contains("proposer: Ada Editor <ada@editors.example>\ncreated: 2026-10-01\n"))
      #expect(
        try sandbox.read("Proposals/0004-the-contested-part/state.yml").hasPrefix("status: open\n"))
      #expect(
        try sandbox.git("log", "-1", "--format=%s")
          == "Split proposal 0003: changes go to 0004\n")
      #expect(try sandbox.rspmaint(["validate"]).code == 0)
      // Who wrote the one does not review the other.
      let own = try ballot.refuses(
        "review", "4", "--approve", as: .editor, on: BallotSession.opened)
      #expect(own.contains("0004"), "\(own)")
      try ballot.review("4", on: BallotSession.opened)
      try ballot.does(["commit", "4"], on: BallotSession.closed)
      #expect(try ballot.audit() == [])
    }
  }

  @Test("Refuses to move what is not there, or all")
  func refusesSplit() throws {
    try approved { ballot in
      let unknown = try ballot.refuses("split", "3", "--changes", "7", code: 66)
      #expect(unknown.contains("proposal 0003 has no change '7'"), "\(unknown)")
      #expect(unknown.contains("its changes are: 1 icd-9, 2 icd-10"), "\(unknown)")
      #expect(
        try ballot.refuses("split", "3", "--changes", "1,icd-10").contains("nothing would be left"))
      try ballot.open()
      #expect(
        try ballot.refuses("split", "1", "--changes", "1")
          .contains("proposal 0001 is being voted on in ballot 'cd'"))
    }
  }

  @Test("Is taken over by the chair, who may withdraw it; its author stays one")
  func takesOver() throws {
    try approved { ballot in
      let other = try ballot.refuses(
        "takeover", "3", "--because", "Gone.", as: .reviewer, on: BallotSession.opened)
      #expect(other.contains("is not the chair, who alone takes over a proposal"), "\(other)")
      let own = try ballot.refuses("withdraw", "3", "--because", "Stale.", on: BallotSession.opened)
      #expect(own.contains("rspmaint takeover 3 --because REASON"), "\(own)")
      let out = try ballot.does(
        ["takeover", "3", "--because", "Gone."], as: .chair, on: BallotSession.opened)
      #expect(out.contains("Cleo Chair takes over proposal 0003 from Ada Editor: Gone."), "\(out)")
      let state = try ballot.sandbox.read("Proposals/0003-two-of-a-kind/state.yml")
      #expect(
        state.contains(
          "taken-over: {date: 2026-10-01, by: Cleo Chair <cleo@chair.example>, because: Gone.}\n"),
        "\(state)")
      let show = try ballot.does(["show", "3"], on: BallotSession.opened)
      #expect(show.contains("taken over on 2026-10-01 by Cleo Chair"), "\(show)")
      let author = try ballot.refuses(
        "review", "3", "--approve", as: .editor, on: BallotSession.opened)
      #expect(author.contains("0003"), "\(author)")
      try ballot.does(
        ["withdraw", "3", "--because", "Nobody goes on."], as: .chair, on: BallotSession.closed)
      #expect(try ballot.sandbox.rspmaint(["validate"]).code == 0)
      #expect(try ballot.audit() == [])
    }
  }

  @Test("A takeover by another than the chair is found")
  func forged() throws {
    try approved { ballot in
      let path = "Proposals/0003-two-of-a-kind/state.yml"
      let state = try ballot.sandbox.read(path)
      try ballot.sandbox.write(
        state
          + "taken-over: {date: 2026-10-01, by: Ada Editor <ada@editors.example>, because: M.}\n",
        to: path)
      try ballot.sandbox.git("commit", "-q", "-am", "Take over")
      #expect(try ballot.audit() == ["closing-not-allowed"])
    }
  }
}
