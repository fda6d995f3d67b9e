import PortfolioModel
import Testing

@Suite("Rows and footnotes of a table that are looked up")
struct TableLookupTests {
  private func table() throws -> PrintedTable {
    let rating = "assessment: {maturity: final, product-adoption: {regions: {us: high}, note: N}"
    let regional = "\(rating), site-deployment: low, tooling: low}\n"
    let portfolio = try Sample.portfolio([
      try Sample.standard("a", at: 10, with: "footnotes: [{text: One, on: [tooling]}]\n"),
      try Sample.standard("b", at: 20, with: "footnotes: [{text: Two}, {text: One}]\n"),
      try Sample.standard("c", .legacy, at: 10, with: regional),
      try Sample.standard("d", .legacy, at: 20, with: regional),
    ])
    return PrintedTable(.data, of: portfolio)
  }

  @Test("Finds what a search through the table finds")
  func lookup() throws {
    let table = try table()
    let lookup = TableLookup(table)
    #expect(table.footnotes.map(\.letter) == ["a", "b", "c"])
    for section in table.sections {
      for row in section.rows {
        #expect(lookup.row(row.key) == row && lookup.section(of: row.key) == section.title)
      }
    }
    for note in table.footnotes {
      #expect(lookup.footnote(saying: note.text) == note)
      #expect(lookup.texts(of: [note.letter]) == [note.text])
    }
    #expect(lookup.row("e") == nil && lookup.section(of: "e") == nil)
    #expect(lookup.footnote(saying: "Three") == nil && lookup.texts(of: ["d"]).isEmpty)
  }

  @Test("Tells rows apart by the bytes of their names, and takes the first of two")
  func bytes() throws {
    let useCase = try Sample.useCase(
      "u",
      """
      title: U
      rows:
        - {name: "\\u00e9", category: data, standards: [a], note: First}
        - {name: "e\\u0301", category: data, standards: [a], note: Second}
        - {name: "\\u00e9", category: content, standards: [a], note: Third}

      """)
    let portfolio = try Sample.portfolio([try Sample.standard("a")], useCases: [useCase])
    let lookup = TableLookup(PrintedTable(useCase, in: portfolio))
    #expect(lookup.row("\u{E9}")?.cells[2].phrase == "First")
    #expect(lookup.row("e\u{301}")?.cells[2].phrase == "Second")
    #expect(lookup.section(of: "\u{E9}") == lookup.section(of: "e\u{301}"))
  }
}
