/// A printed table whose rows and footnotes are looked up, not searched for.
package struct TableLookup: Sendable {
  /// A row and the title of its section.
  private struct Place {
    let row: PrintedTable.Row
    let section: String
  }

  package let table: PrintedTable
  /// By the key of the row, as a field value, so that keys are compared by their bytes.
  private var places: [FieldValue: Place] = [:]
  private var footnotes: [FieldValue: PrintedTable.Footnote] = [:]
  private var texts: [String: String] = [:]

  package init(_ table: PrintedTable) {
    self.table = table
    for section in table.sections {
      for row in section.rows where places[.text(row.key)] == nil {
        places[.text(row.key)] = Place(row: row, section: section.title)
      }
    }
    for footnote in table.footnotes {
      texts[footnote.letter] = footnote.text
      if footnotes[.text(footnote.text)] == nil { footnotes[.text(footnote.text)] = footnote }
    }
  }

  package func row(_ key: String) -> PrintedTable.Row? { places[.text(key)]?.row }

  /// The title of the section that holds a row.
  package func section(of key: String) -> String? { places[.text(key)]?.section }

  package func footnote(saying text: String) -> PrintedTable.Footnote? { footnotes[.text(text)] }

  /// The texts of the footnotes that the marks of a piece refer to.
  package func texts(of marks: [String]) -> [String] { marks.compactMap { texts[$0] } }
}
