/// A table as the publication prints it, with rows by section and footnotes lettered from a.
package struct PrintedTable: Hashable, Sendable {
  /// A run of text in a cell, with the letters of its footnotes.
  package struct Piece: Hashable, Sendable {
    /// Empty where the cell holds only marks, as for a regional rating.
    package let text: String
    package let marks: [String]

    /// The text and its marks: "High (b)", "(a)", "High".
    package var phrase: String {
      let marks = marks.map { "(\($0))" }.joined(separator: " ")
      return text.isEmpty || marks.isEmpty ? text + marks : "\(text) \(marks)"
    }
  }

  package typealias Cell = [Piece]

  package struct Row: Hashable, Sendable {
    /// The row's key, unique in its table: a standard's id, or a use-case row's printed name.
    package let key: String
    /// The standard; nil in a use case.
    package let standard: Identifier?
    /// The cells: the name, then one for each further heading.
    package let cells: [Cell]
  }

  /// The rows of a group, or in a use case of a category.
  package struct Section: Hashable, Sendable {
    package let title: String
    package let rows: [Row]
  }

  package struct Footnote: Hashable, Sendable {
    /// What stands once below the table, behind a text in other words than the publication's.
    package static let paraphrased = "(paraphrased)"

    package let letter: String
    package let text: String
    package let isParaphrased: Bool

    /// The text, marked where it is a paraphrase.
    package var phrase: String { isParaphrased ? "\(text) \(Footnote.paraphrased)" : text }
  }

  /// The category's word, or the use case's id.
  package let id: String
  /// The table's number in the publication; nil where it has none.
  package let number: Int?
  package let name: String
  package let headings: [String]
  package let sections: [Section]
  package let footnotes: [Footnote]

  /// The text for a section without rows.
  package static let emptySection = "None listed."

  /// The title: "Table 1: Data standards".
  package var title: String { number.map { "Table \($0): \(name)" } ?? name }

  package var rows: [Row] { sections.flatMap(\.rows) }

  package func row(_ key: String) -> Row? { rows.first { $0.key.hasSameBytes(as: key) } }
}

extension [PrintedTable.Piece] {
  /// The cell on one line, marks in brackets.
  package var phrase: String { map(\.phrase).listed }
}
