/// What a piece of text is; renderers choose how that looks, always with words besides colours.
package enum Role: Sendable, Hashable {
  case plain, strong, dim, code
  case added, removed
  case met, missed, waived
  case error, warning, note
}

/// A run of text with one role.
package struct Span: Sendable, Hashable, ExpressibleByStringLiteral {
  package let text: String
  package let role: Role

  package init(_ text: String, _ role: Role = .plain) {
    self.text = text
    self.role = role
  }

  package init(stringLiteral text: String) { self.init(text) }
}

/// A report as a tree: the same content for every renderer.
package struct Report: Sendable, Hashable {
  package enum Block: Sendable, Hashable {
    /// Level 1 to 3.
    case heading(Int, [Span])
    case paragraph([Span])
    case bullets([[Span]])
    /// Header and rows; every row has as many cells as the header.
    case table([String], [[[Span]]])
    /// Lines that are never wrapped.
    case lines([[Span]])
  }

  package var blocks: [Block] = []

  package init() {}

  package mutating func heading(_ level: Int, _ text: String) {
    blocks.append(.heading(level, [Span(text)]))
  }

  package mutating func paragraph(_ spans: Span...) { blocks.append(.paragraph(spans)) }

  package mutating func bullets(_ items: [[Span]]) {
    if !items.isEmpty { blocks.append(.bullets(items)) }
  }

  package mutating func table(_ header: [String], _ rows: [[[Span]]]) {
    if !rows.isEmpty { blocks.append(.table(header, rows)) }
  }
}
