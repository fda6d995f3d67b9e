/// Text with a few marks. A line feed is a line break, a tab is a tab.
package struct FormText: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    case plain(String)
    case bold(String)
    case italic(String)
    case superscript(String)
    /// The number of the page, and how many there are.
    case page
    case pages
  }

  package enum Alignment: Hashable, Sendable {
    case leading
    case center
    case trailing
  }

  package let parts: [Part]
  package let alignment: Alignment

  package init(_ parts: [Part], _ alignment: Alignment = .leading) {
    self.parts = parts
    self.alignment = alignment
  }
}

extension FormText: ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) { self.init([.plain(text)]) }

  package init(_ text: String) { self.init([.plain(text)]) }

  package static func bold(_ text: String) -> FormText { FormText([.bold(text)]) }

  package func aligned(_ alignment: Alignment) -> FormText { FormText(parts, alignment) }
}
