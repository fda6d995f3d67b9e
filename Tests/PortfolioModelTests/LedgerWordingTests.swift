import Diagnostics
import PortfolioModel
import Testing

@Suite("In whose words a footnote of the ledger is")
struct LedgerWordingTests {
  private static let publication = "origin: First\nclause: 5.3\n"
  private static let paraphrase = "paraphrase: true\n"
  private static let missing = ["override-source-missing o"]
  private static let entries: [(text: String, expected: [String])] = [
    ("", []), ("origin: \"7\"\n", []), (publication, []), (paraphrase + publication, []),
    (paraphrase, missing), (paraphrase + "clause: 5.3\n", missing), ("origin: First\n", missing),
    (paraphrase + "origin: First\n", missing),
    (paraphrase + "origin: \"7\"\n", ["override-source-unneeded o paraphrase"]),
    ("clause: 5.3\n", ["override-source-unneeded o clause"]),
    ("origin: \"7\"\nclause: 5.3\n", ["override-source-unneeded o clause"]),
  ]

  private func override(_ more: String, kind: String = "footnote") throws -> Override {
    try Sample.override(
      "o",
      "kind: \(kind)\n" + (kind == "footnote" ? "text: T\n" : "") + more
        + "waives:\n  - {standard: a, criterion: preferred.product-adoption, at: low}\n"
        + "reason: R\nreview-by: next-edition\n")
  }

  private func portfolio(_ overrides: Override...) throws -> Portfolio {
    try Sample.portfolio(
      [try Sample.standard("a", rated: "final low low low")], overrides: overrides)
  }

  @Test("Is said with publication and place, or not at all", arguments: entries.indices)
  func sources(index: Int) throws {
    let (text, expected) = LedgerWordingTests.entries[index]
    let portfolio = try portfolio(try override(text))
    let check = LedgerCheck(Judge(portfolio), today: try Sample.day("2026-06-01"))
    #expect(Sample.lines(check.findings()) == expected)
  }

  @Test("Is not said of an entry that prints nothing")
  func printless() throws {
    let portfolio = try portfolio(try override(LedgerWordingTests.paraphrase, kind: "transition"))
    let check = LedgerCheck(Judge(portfolio), today: try Sample.day("2026-06-01"))
    #expect(Sample.lines(check.findings()) == ["override-source-unneeded o paraphrase"])
  }

  @Test("Is printed once below the table where it is a paraphrase")
  func printed() throws {
    let own = PrintedTable(.data, of: try portfolio(try override("")))
    #expect(own.footnotes.map(\.phrase) == ["T"])
    let other = try override(LedgerWordingTests.paraphrase + LedgerWordingTests.publication)
    let table = PrintedTable(.data, of: try portfolio(other))
    #expect(table.footnotes.map(\.phrase) == ["T (paraphrased)"])
    #expect(other.wording == "in other words than First, 5.3")
  }
}
