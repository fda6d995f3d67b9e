import Diagnostics
import PortfolioModel
import Records
import Testing

@Suite("Ledger entries that are confirmed")
struct ConfirmedOverrideTests {
  private func base(_ adoption: String = "low", until date: String = "2026-05-31") throws
    -> Portfolio
  {
    try Sample.portfolio(
      [try Sample.standard("a", rated: "final \(adoption) low low")],
      overrides: [
        try Sample.override(
          "o",
          "kind: transition\nwaives:\n"
            + "  - {standard: a, criterion: preferred.product-adoption, at: low}\n"
            + "reason: R\norigin: \"1\"\nreview-by: \(date)\n")
      ])
  }

  private static let confirm = "  - override: o\n    confirm: [override]\n"

  private static func review(_ from: String, _ to: String) -> String {
    "  - override: o\n    set:\n      - {field: review-by, from: \(from), to: \(to)}\n"
  }

  private func judged(_ changes: String, on base: Portfolio) throws -> ProposalJudgement {
    ProposalJudgement(
      try Sample.proposal(changes), on: base, today: try Sample.day("2026-06-01"), isDraft: false)
  }

  private func errors(_ changes: String, on base: Portfolio) throws -> [String] {
    Sample.lines(try judged(changes, on: base).findings.filter { $0.severity > .note })
  }

  @Test("Get the date of their next review and nothing else")
  func renewed() throws {
    let changes = Self.confirm + Self.review("2026-05-31", "2027-05-31")
    let judgement = try judged(changes, on: base())
    #expect(judgement.isValid)
    #expect(judgement.result == (try base(until: "2027-05-31")))
  }

  @Test("Need a later date, unless they wait for the next edition")
  func undated() throws {
    let fault = ["confirmation-without-review #3 changes.0"]
    #expect(try errors(Self.confirm, on: base()) == fault)
    #expect(try errors(Self.confirm, on: base(until: "2027-05-31")) == fault)
    #expect(
      try errors(
        Self.confirm + Self.review("2027-05-31", "2026-05-30"), on: base(until: "2027-05-31")
      )
      .contains(fault[0]))
    #expect(try errors(Self.confirm, on: base(until: "next-edition")) == [])
    // A date alone may change without a confirmation.
    #expect(try errors(Self.review("2026-05-31", "2027-05-31"), on: base()) == [])
  }

  @Test("Are not kept where nothing needs them")
  func unneeded() throws {
    let changes = Self.confirm + Self.review("2026-05-31", "2027-05-31")
    #expect(try errors(changes, on: base("moderate")) == ["override-unneeded #3 changes.0"])
  }

  @Test(
    "Are confirmed as a whole, standards by factor",
    arguments: ["override: o\n    confirm: [tooling]", "standard: a\n    confirm: [override]"])
  func words(change: String) throws {
    let fields = try Sample.fields(
      change.replacing("\n    ", with: "\n"), .change)
    #expect(Change.problems(in: fields, at: .root).map(\.rule) == [.unsupportedChange])
  }

  @Test("Stand in the changelog as one line with the next review")
  func changelog() throws {
    let proposal = try Sample.proposal(Self.confirm + Self.review("2026-05-31", "2027-05-31"))
    #expect(
      ChangelogEntry.entries(of: proposal, cutBy: .byBlob).map {
        "\($0.section.rawValue): \($0.text)"
      }
        == ["Overrides: `o` confirmed, next review by 2027-05-31"])
    #expect(
      proposal.changes.map { $0.fields } == proposal.fields.list("changes").compactMap(\.fields))
  }
}
