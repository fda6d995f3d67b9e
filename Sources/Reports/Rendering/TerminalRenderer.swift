import PortfolioModel

/// Renders a report as text for a terminal or a pager.
package struct TerminalRenderer {
  let width: Int
  private let color: Bool

  package init(width: Int = 80, color: Bool) {
    self.width = width
    self.color = color
  }

  package func render(_ report: Report) -> String {
    var text = ""
    render(report) { text += $0 }
    return text
  }

  /// Renders a report piece by piece: a table row by row.
  package func render(_ report: Report, to write: (String) throws -> Void) rethrows {
    let blocks = report.flattened
    for (index, block) in blocks.enumerated() {
      if index > 0, !isHeadingBefore(blocks, index) { try write("\n") }
      if case .table(let header, let rows) = block {
        try render(header, rows, to: write)
      } else {
        try write(render(block))
      }
    }
  }

  /// A block follows its own heading without a blank line.
  private func isHeadingBefore(_ blocks: [Report.Block], _ index: Int) -> Bool {
    if case .heading(let level, _) = blocks[index - 1] { return level == 3 }
    return false
  }

  private func render(_ block: Report.Block) -> String {
    switch block {
    case .heading(let level, let spans):
      let title = wrapped(spans.map { Span($0.text, .strong) }, indent: "", hanging: "")
      guard level < 3 else { return title }
      let length = min(width, DisplayText.width(plain(spans)))
      return title + String(repeating: level == 1 ? "=" : "-", count: length) + "\n"
    case .paragraph(let spans): return wrapped(spans, indent: "", hanging: "")
    case .bullets(let items):
      return items.map { wrapped($0, indent: "- ", hanging: "  ") }.joined()
    case .lines(let lines):
      // A line feed in a record's text must not start what looks like another line.
      return lines.map { line in
        line.map { styled(Span($0.text.oneLine, $0.role)) }.joined() + "\n"
      }.joined()
    case .quote(let lines):
      return lines.map { wrapped($0, indent: "  | ", hanging: "  | ") }.joined()
    case .table: preconditionFailure("a table is rendered row by row")
    case .entries, .items, .section, .group, .beside, .card, .details, .whole, .picture:
      preconditionFailure("flattened reports hold none of these")
    }
  }

  func plain(_ spans: [Span]) -> String {
    spans.map { DisplayText.escaped($0.text) }.joined()
  }

  func styled(_ span: Span) -> String {
    let text = DisplayText.escaped(span.text)
    guard color, let code = span.role.code, !text.isEmpty else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

extension Role {
  /// The terminal's code, or nil for plain text.
  fileprivate var code: String? {
    switch self {
    case .plain, .code, .met, .removed: nil
    case .strong, .added, .direction: "1"
    case .dim: "2"
    case .inserted: "34"
    case .deleted: "35"
    case .missed, .error: "31"
    case .waived, .warning: "33"
    case .note: "36"
    }
  }
}
