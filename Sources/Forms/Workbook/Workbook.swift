package import PortfolioModel

/// A workbook that is written for others to fill in: a page of text, then a table in which some cells are
/// open and all others locked.
package struct Workbook: Sendable {
  package struct Column: Hashable, Sendable {
    package let heading: String
    /// In characters.
    package let width: Int
    /// Whether its cells are to be filled in.
    package let isOpen: Bool

    package init(_ heading: String, width: Int, isOpen: Bool = false) {
      (self.heading, self.width, self.isOpen) = (heading, width, isOpen)
    }
  }

  package struct Cell: Hashable, Sendable {
    package let text: String
    /// The words of a drop-down list; empty where there is none. Together they have at most 255 bytes.
    package let choices: [String]

    package init(_ text: String = "", choices: [String] = []) {
      (self.text, self.choices) = (text, choices)
    }
  }

  package struct Line: Hashable, Sendable {
    package let text: String
    package let isHeading: Bool

    package init(_ text: String, isHeading: Bool = false) {
      (self.text, self.isHeading) = (text, isHeading)
    }
  }

  package let title: String
  /// The day that the file says it was made on.
  package let created: CalendarDate
  /// The first sheet: its name, and its lines.
  package let notes: (name: String, lines: [Line])
  /// The name of the sheet with the table.
  package let sheet: String
  package let columns: [Column]
  package let rows: [[Cell]]

  package init(
    _ title: String, created: CalendarDate, notes: (name: String, lines: [Line]), sheet: String,
    columns: [Column], rows: [[Cell]]
  ) {
    (self.title, self.created, self.notes) = (title, created, notes)
    (self.sheet, self.columns, self.rows) = (sheet, columns, rows)
  }
}
