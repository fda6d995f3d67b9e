import Diagnostics
import PortfolioModel
import Testing

@Suite("Moves that the ledger explains")
struct LedgerMoveTests {
  private func entry(_ moves: String, kind: String = "footnote", more: String = "") -> String {
    "kind: \(kind)\n" + (kind == "footnote" ? "text: T\n" : "") + more
      + "moves:\n  - {\(moves)}\nreason: R\nreview-by: next-edition\n"
  }

  /// The findings on an entry `o` beside a legacy standard `n` whose successor `p` is preferred.
  private func findings(_ override: String) throws -> [String] {
    let portfolio = try Sample.portfolio(
      [
        try Sample.standard("n", .legacy, with: "superseded-by: [p]\n"), try Sample.standard("p"),
      ], overrides: [try Sample.override("o", override)])
    return Sample.lines(
      LedgerCheck(Judge(portfolio), today: try Sample.day("2026-06-01")).findings())
  }

  @Test("Need no waiver, and stand as long as the standard stands where they led")
  func stand() throws {
    #expect(try findings(entry("standard: n, from: preferred, to: legacy")) == [])
    #expect(
      try findings(entry("standard: p, from: preferred, to: legacy"))
        == ["override-unneeded o moves.0"])
    #expect(
      try findings(entry("standard: x, from: preferred, to: legacy"))
        == ["override-unknown-standard o moves.0.standard"])
  }

  @Test("Belong to a footnote, and an entry decides something")
  func substance() throws {
    #expect(
      try findings(entry("standard: n, from: preferred, to: legacy", kind: "transition"))
        == ["unknown-key o moves"])
    #expect(
      try findings("kind: transition\nreason: R\nreview-by: next-edition\n") == ["missing-key o"])
  }

  @Test(
    "Put the letter on the name, unless the entry cites factors alone",
    arguments: [
      ("", ["name"]), ("cites: [name]\n", ["name"]), ("cites: [tooling]\n", ["tooling"]),
      ("cites: [name, tooling]\n", ["name"]),
    ])
  func letters(cites: String, expected: [String]) throws {
    let portfolio = try Sample.portfolio(
      [try Sample.standard("n", .legacy)],
      overrides: [
        try Sample.override("o", entry("standard: n, from: preferred, to: legacy", more: cites))
      ])
    let row = try #require(PrintedTable(.data, of: portfolio).row("n"))
    let marked = zip(TableColumn.allCases, row.cells).filter { !$1[0].marks.isEmpty }
    #expect(marked.map(\.0.rawValue) == expected)
  }
}
