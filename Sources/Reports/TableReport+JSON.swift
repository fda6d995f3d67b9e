import PortfolioModel

extension TableReport {
  /// `rspmaint.tables/1`
  package var json: some Encodable {
    JSON(edition: portfolio.description.edition, tables: tables.map(TableJSON.init))
  }

  private struct JSON: Encodable {
    let schema = "rspmaint.tables/1"
    let edition: String
    let tables: [TableJSON]
  }
}

/// A printed table as JSON reports hold it.
struct TableJSON: Encodable {
  struct Piece: Encodable {
    let text: String
    let marks: [String]
  }

  struct Row: Encodable {
    let standard: Nullable<String>
    let cells: [[Piece]]
  }

  struct Section: Encodable {
    let title: String
    let rows: [Row]
  }

  struct Footnote: Encodable {
    let letter: String
    let text: String
    let paraphrased: Bool
  }

  let id: String
  let number: Nullable<Int>
  let title: String
  let headings: [String]
  let sections: [Section]
  let footnotes: [Footnote]

  init(_ table: PrintedTable) {
    id = table.id
    number = Nullable(table.number)
    title = table.name
    headings = table.headings
    sections = table.sections.map { section in
      Section(
        title: section.title,
        rows: section.rows.map { row in
          Row(
            standard: Nullable(row.standard?.text),
            cells: row.cells.map { cell in
              cell.map { Piece(text: $0.text, marks: $0.marks) }
            })
        })
    }
    footnotes = table.footnotes.map {
      Footnote(letter: $0.letter, text: $0.text, paraphrased: $0.isParaphrased)
    }
  }
}
