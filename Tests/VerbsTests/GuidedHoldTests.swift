import PortfolioModel
import Testing
import Verbs

@Suite("The hold of a guided proposal")
struct GuidedHoldTests {
  static let held = ["acorn b", "7", "Two members doubt it.", "2027-01-05"]

  @Test("Is asked for where a standard is due and misses nothing")
  func asked() throws {
    let session = try GuidedSession(Self.held)
    #expect(
      session.transcript.contains(
        """
        > 7
        It would be held, as a standard which is due for a move.
        Why the committee keeps it where it is
        > Two members doubt it.
        Until when: YYYY-MM-DD or next-edition
        > 2027-01-05
        ACORN B then meets what emerging requires.
        It is due for preferred, held until 2027-01-05.
        What about ACORN B?
        """), "\(session.transcript)")
  }

  @Test("Comes to what flags would say")
  func changes() throws {
    let session = try GuidedSession(Self.held + GuidedProposalTests.toDraft)
    let hold = Override.Hold(try #require(Identifier("acorn-b")), from: .due)
    #expect(session.request?.holds == [ProposeRequest.HoldRequest("acorn-b", from: .due)])
    let change = try #require(try session.changes().first)
    guard case .add(let content) = change.action else {
      Issue.record("\(change)")
      return
    }
    #expect(change.subject.id.text == "acorn-b-held")
    #expect(content.list("holds") == [.fields(hold.fields)])
    #expect(content.text("review-by") == "2027-01-05")
  }

  @Test("Goes where the standard is moved after all")
  func moved() throws {
    let session = try GuidedSession(Self.held + ["5", "preferred"] + GuidedProposalTests.toDraft)
    #expect(session.request?.holds == [])
    #expect(session.request?.override.reason == nil)
  }

  @Test("Is not asked for where nothing is missed or due, nor for a day that is over")
  func refused() throws {
    let birch = try GuidedSession(["birch", "7"])
    #expect(birch.transcript.contains("Nothing is missed, no move is made, and it is not due"))
    let past = try GuidedSession(["acorn b", "7", "Reason.", "2025-12-31"])
    #expect(past.transcript.contains("2025-12-31 is in the past"))
    let back = try GuidedSession(["acorn b", "7", "back"] + GuidedProposalTests.toDraft)
    #expect(back.request == nil)
  }
}
