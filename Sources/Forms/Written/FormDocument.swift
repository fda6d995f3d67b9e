/// A Word document to be written: what stands in the page header, in the body and in the footer.
package struct FormDocument: Hashable, Sendable {
  package enum Orientation: Hashable, Sendable {
    case portrait
    case landscape
  }

  package enum Block: Hashable, Sendable {
    /// Level 0 is the document's title, 1 and 2 are headings below it.
    case heading(FormText, level: Int = 1)
    case paragraph(FormText)
    /// A line with a dot in front of it.
    case item(FormText)
    case table(FormTable)
    case pageBreak
  }

  package let orientation: Orientation
  /// Repeated on each page.
  package let header: [Block]
  package let body: [Block]
  /// Repeated on each page, in small print.
  package let footer: [Block]

  package init(
    _ orientation: Orientation, header: [Block] = [], body: [Block], footer: [Block] = []
  ) {
    self.orientation = orientation
    self.header = header
    self.body = body
    self.footer = footer
  }
}
