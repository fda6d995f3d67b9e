import Diagnostics
import PortfolioModel
import Testing

@Suite("The steps of a proposal's state")
struct ProposalStateTests {
  private static let base = String(repeating: "a", count: 40)
  private static let person = Person("Ada <ada@x.example>")

  private func state(_ text: String) throws -> ProposalState {
    try #require(ProposalState(fields: try Sample.fields(text, .state)))
  }

  private func names(_ state: ProposalState) -> [String] { state.fields.names }

  private func closing(_ because: String) throws -> ProposalState.Closing {
    ProposalState.Closing(
      date: try Sample.day("2026-06-01"), by: try #require(Self.person), because: because)
  }

  @Test("Opens on a base, and keeps the one it has where there is none")
  func opening() throws {
    let draft = ProposalState(.draft)
    #expect(draft.opened(on: nil) == ProposalState(.open))
    let opened = draft.opened(on: Self.base)
    #expect(names(opened) == ["status", "base"] && opened.status == .open)
    #expect(opened.opened(on: nil) == opened)
    let other = String(repeating: "b", count: 40)
    #expect(opened.based(on: other).fields.text("base") == other)
    #expect(opened.based(on: nil) == opened)
  }

  @Test("Keeps all that a step has nothing to say of, in the order of the file")
  func keeping() throws {
    let open = try state(
      "status: open\nbase: \(Self.base)\nerrata: [One]\nresolved:\n"
        + "  - {reviewer: bob, by: ada, date: 2026-05-01, because: Met.}\n")
    let acceptance = ProposalState.Acceptance(
      date: try Sample.day("2026-06-01"), reviewers: ["Bob", "Cy"], edition: "First")
    let accepted = open.accepted(acceptance)
    #expect(names(accepted) == ["status", "base", "accepted", "resolved", "errata"])
    #expect(accepted.accepted == acceptance && accepted.status == .accepted)
    #expect(accepted.resolutions == open.resolutions && accepted.closed == nil)
    let closed = try open.closed(as: .rejected, try closing("No need."))
    #expect(names(closed) == ["status", "base", "closed", "resolved", "errata"])
    #expect(try closed.closed == closing("No need.") && closed.status == .rejected)
    for next in [accepted, closed] {
      #expect(Schema.state.problems(in: next.fields).isEmpty)
    }
  }

  @Test("Settles an objection once, and leaves the settlements of others")
  func settling() throws {
    let objection = try #require(
      Review(
        file: "bob",
        fields: try Sample.fields(
          "member: bob\ndate: 2026-05-02\nverdict: object\ncontent: \(Self.base)\ncomment: No.\n",
          .review)))
    let open = try state(
      "status: open\nresolved:\n"
        + "  - {reviewer: bob, by: ada, date: 2026-05-01, because: Of an earlier one.}\n"
        + "  - {reviewer: bob, by: ada, date: 2026-05-03, because: Unsigned.}\n"
        + "  - {reviewer: cy, by: ada, date: 2026-05-03, because: Met.}\n")
    let settlement = ProposalState.Resolution(
      reviewer: "bob", by: "ada", date: try Sample.day("2026-05-04"), because: "Met now.",
      signature: nil)
    let settled = try open.settled(objection, by: settlement)
    #expect(
      settled.resolutions.map(\.because) == ["Of an earlier one.", "Met.", "Met now."])
    #expect(settled.status == .open)
  }

  @Test("Refuses a reason that the file can't hold")
  func unfitReason() throws {
    let open = ProposalState(.open)
    #expect(throws: Refusal.self) {
      try open.closed(as: .withdrawn, try closing("Two\nlines"))
    }
  }
}
