import Diagnostics
import PortfolioModel
import Records
import Testing

@Suite("Holds of the ledger")
struct HoldTests {
  /// A portfolio with `e`, which is due, `l`, whose use has faded, and `p`, which is neither.
  private func base(_ override: String? = nil) throws -> Portfolio {
    try Sample.portfolio(
      [
        try Sample.standard("e", .emerging),
        try Sample.standard(
          "l", .legacy, rated: "final low none low", with: "superseded-by: [p]\n"),
        try Sample.standard("p", at: 20),
      ],
      overrides: try override.map { [try Sample.override("o", $0)] } ?? [])
  }

  private func hold(
    _ standard: String = "e", from ground: String = "due", until date: String = "2027-11-30",
    origin: String = "\"7\""
  ) -> String {
    "kind: transition\nholds:\n  - {standard: \(standard), from: \(ground)}\n"
      + "reason: R\norigin: \(origin)\nreview-by: \(date)\n"
  }

  private func findings(_ override: String?, on day: String = "2026-06-01") throws -> [Finding] {
    try base(override).findings(on: try Sample.day(day)).filter {
      $0.rule != .standardsWithoutUseCase
    }
  }

  private func lines(_ override: String?, on day: String = "2026-06-01") throws -> [String] {
    Sample.lines(try findings(override, on: day))
  }

  @Test("Tell a due and a faded record as such without a hold")
  func without() throws {
    #expect(
      try lines(nil)
        == ["expected-criterion-missed l assessment.site-deployment", "standard-due e group"])
  }

  @Test("Keep what they hold from being told as due, or as faded, and say until when and by whom")
  func held() throws {
    let due = try findings(hold())
    #expect(
      Sample.lines(due)
        == ["expected-criterion-missed l assessment.site-deployment", "standard-held e group"])
    #expect(
      due.last?.message
        == "E is due for preferred: it meets every required criterion of preferred; "
        + "held until 2027-11-30 by 0007")
    #expect(due.last?.severity == .note)
    let faded = try findings(hold("l", from: "faded", until: "next-edition", origin: "First"))
    #expect(
      Sample.lines(faded)
        == ["standard-held l assessment.site-deployment", "standard-due e group"])
    #expect(faded.first?.message.hasSuffix("; held until the next edition by First") == true)
  }

  @Test("End with their day: then the record is due again, with a warning")
  func ended() throws {
    #expect(try lines(hold(), on: "2027-11-30").contains("standard-held e group"))
    let after = try findings(hold(), on: "2027-12-01")
    #expect(
      Sample.lines(after) == [
        "expected-criterion-missed l assessment.site-deployment", "standard-due e group",
        "override-past-review o review-by",
      ])
    #expect(
      after.last?.message
        == "override o was due for review by 2027-11-30: it no longer holds E")
    #expect(after.last?.severity == .warning)
  }

  @Test(
    "Are unneeded where the record is not due, or has not faded",
    arguments: [("p", "due"), ("p", "faded"), ("e", "faded"), ("l", "due")])
  func unneeded(standard: String, ground: String) throws {
    let found = try findings(hold(standard, from: ground))
    #expect(Sample.lines(found).contains("hold-unneeded o holds.0"))
    #expect(Sample.lines(found).contains("standard-due e group"))
    #expect(found.first { $0.rule == .holdUnneeded }?.severity == .note)
  }

  @Test("Want a standard that is there, a date even when carried, and something to decide")
  func malformed() throws {
    #expect(try lines(hold("x")).contains("override-unknown-standard o holds.0.standard"))
    let undated = hold(origin: "First").replacing("review-by: 2027-11-30\n", with: "notes: N\n")
    #expect(try lines(undated).contains("override-without-review o"))
    #expect(try lines(undated).contains("standard-due e group"))
    #expect(
      try lines("kind: transition\nreason: R\nreview-by: next-edition\n").contains("missing-key o"))
  }

  private func errors(_ changes: String, on base: Portfolio) throws -> [String] {
    let judgement = ProposalJudgement(
      try Sample.proposal(changes), on: base, today: try Sample.day("2026-06-01"), isDraft: false)
    return Sample.lines(judgement.findings.filter { $0.severity > .note })
  }

  private func add(_ standard: String, from ground: String) -> String {
    "  - override: o\n    add:\n      kind: transition\n      holds:\n"
      + "        - {standard: \(standard), from: \(ground)}\n"
      + "      reason: R\n      review-by: 2027-11-30\n"
  }

  @Test("Are errors in a proposal that grants them without need, or takes the need and keeps them")
  func proposals() throws {
    #expect(try errors(add("e", from: "due"), on: base()) == [])
    #expect(try errors(add("p", from: "due"), on: base()) == ["hold-unneeded #3 changes.0"])
    let move = "  - standard: e\n    set:\n      - {field: group, from: emerging, to: preferred}\n"
    #expect(try errors(move, on: base(hold())) == ["hold-unneeded #3 changes.0"])
    let drop = "  - override: o\n    remove: true\n"
    #expect(try errors(move + drop, on: base(hold())) == [])
    let other = "  - standard: p\n    confirm: [tooling]\n"
    #expect(try errors(other, on: base(hold("p"))) == [])
  }

  @Test("Stand in the changelog with their end")
  func changelog() throws {
    let proposal = try Sample.proposal(add("e", from: "due"))
    #expect(
      ChangelogEntry.entries(of: proposal, cutBy: .byBlob).map(\.text)
        == ["`o` granted: holds `e`, which is due for a move, until 2027-11-30"])
  }

  @Test("Have their footnote on the name, or on the factors that they cite")
  func footnotes() throws {
    func marks(_ more: String) throws -> [[String]] {
      let entry = hold().replacing("transition", with: "footnote\ntext: T\(more)")
      let table = PrintedTable(.data, of: try base(entry))
      #expect(table.footnotes.map(\.text) == ["T"])
      return try #require(table.row("e")).cells.map { $0.flatMap(\.marks) }
    }
    #expect(try marks("") == [["a"], [], [], [], []])
    #expect(try marks("\ncites: [tooling]") == [[], [], [], [], ["a"]])
  }
}
