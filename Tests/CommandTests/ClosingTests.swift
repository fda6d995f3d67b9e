import Foundation
import TestSupport
import Testing

@Suite("Who closes proposals and settles objections")
struct ClosingTests {
  private func closed(_ status: String, by person: String) -> String {
    "status: \(status)\nclosed: {date: 2026-11-23, by: \(person), because: Enough.}\n"
  }

  @Test("Lets the chair reject, and nobody else")
  func reject() throws {
    try tampering { tampering in
      let session = tampering.session
      let refused = try session.run("reject", "1", "--because", "No.", as: .reviewer)
      #expect(refused.code == 1 && refused.err.contains("is not the chair, who alone rejects"))
      try tampering.write(
        closed("rejected", by: Sandbox.Actor.reviewer.rawValue), to: Tampering.state, "Reject",
        as: .reviewer)
      try tampering.expect("closing-not-allowed")
      try tampering.write(
        closed("rejected", by: Sandbox.Actor.chair.rawValue), to: Tampering.state,
        "Reject in the chair's name", as: .reviewer)
      try tampering.expect("closing-not-allowed")
      try tampering.restore(Tampering.state, from: "HEAD~2")
      try tampering.expect()
      #expect(
        try session.run("reject", "1", "--because", "No.", as: .chair).code == 0)
      try tampering.expect()
    }
  }

  @Test("Lets the first proposer withdraw, whatever the text says now")
  func withdraw() throws {
    try tampering { tampering in
      let (session, sandbox) = (tampering.session, tampering.sandbox)
      try sandbox.edit(
        Tampering.folder + "/proposal.yml", Sandbox.Actor.editor.rawValue,
        Sandbox.Actor.stranger.rawValue)
      try session.commitAll("Take over", as: .stranger)
      let refused = try session.run("withdraw", "1", "--because", "Mine.", as: .stranger)
      #expect(refused.code == 1 && refused.err.contains("who alone can withdraw it"))
      try tampering.write(
        closed("withdrawn", by: Sandbox.Actor.stranger.rawValue), to: Tampering.state, "Withdraw",
        as: .stranger)
      try tampering.expect("closing-not-allowed")
      try tampering.restore(Tampering.state, from: "HEAD~1")
      #expect(
        try session.run("withdraw", "1", "--because", "Mine.", as: .editor).code == 0)
      try tampering.expect()
    }
  }

  @Test("Keeps what is closed as it is")
  func reopened() throws {
    try tampering { tampering in
      let session = tampering.session
      try session.approve(1, by: .reviewer, .second)
      try session.run("reject", "1", "--because", "No.", as: .chair)
      try tampering.restore(Tampering.state, from: "HEAD~1")
      try tampering.expect("closed-proposal-changed")
      try tampering.restore(Tampering.state, from: "HEAD~1")
      try tampering.expect()
      try tampering.sandbox.edit(
        Signers.file(.reviewer), "verdict: approve", "verdict: abstain")
      try session.commitAll("Adjust", as: .reviewer)
      try tampering.expect("closed-proposal-changed")
    }
  }

  @Test("Lets a chair settle an objection with a reason")
  func settles() throws {
    try tampering { tampering in
      let session = tampering.session
      try session.run("review", "1", "--object", "--comment", "No.", as: .second)
      try session.approve(1, by: .reviewer, .chair)
      let words = ["review", "1", "--resolve", "siri-second", "--because", "It was heard."]
      let other = try session.run(arguments: words, as: .reviewer)
      #expect(other.code == 1 && other.err.contains("is not the chair, who alone settles"))
      let unknown = try session.run(
        "review", "1", "--resolve", "lars-left", "--because", "B", as: .chair)
      #expect(unknown.code == 66 && unknown.err.contains("there are objections of siri-second"))
      #expect(try session.run("review", "1", "--resolve", "siri-second", as: .chair).code == 64)
      #expect(try session.run("review", "1", as: .chair).code == 64)
      let settled = try session.run(arguments: words, as: .chair)
      #expect(settled.code == 0 && settled.out.contains("0001 is reviewed enough"))
      #expect(
        try tampering.sandbox.read(Tampering.state).contains(
          "- {reviewer: siri-second, by: cleo-chair, date: 2026-11-23, because: It was heard.}"))
      #expect(try session.run(arguments: words, as: .chair).code == 1)
      let again = try session.run(
        "review", "1", "--object", "--comment", "Still no.", as: .second)
      #expect(again.code == 1 && again.err.contains("was settled today"))
      try tampering.expect(commits: true)
    }
  }

  @Test("Takes no settlement in the chair's name by another")
  func settledByAnother() throws {
    try tampering { tampering in
      let session = tampering.session
      try session.run("review", "1", "--object", "--comment", "No.", as: .second)
      try session.approve(1, by: .reviewer, .chair)
      let state = try tampering.sandbox.read(Tampering.state)
      try tampering.write(
        state + "resolved:\n  - {reviewer: siri-second, by: cleo-chair, date: 2026-11-23, "
          + "because: Heard.}\n", to: Tampering.state, "Settle", as: .editor)
      try tampering.expect("resolution-not-allowed")
    }
  }
}
