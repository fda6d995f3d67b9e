import PortfolioModel

/// Renders a report as Markdown that git hosts show; nothing from records is markup.
package struct MarkdownRenderer {
  package init() {}

  package func render(_ report: Report) -> String {
    report.blocks.map(render).joined(separator: "\n")
  }

  private func render(_ block: Report.Block) -> String {
    switch block {
    case .heading(let level, let spans):
      String(repeating: "#", count: level) + " " + inline(spans) + "\n"
    case .paragraph(let spans): inline(spans) + "\n"
    case .bullets(let items): items.map { "- " + inline($0) + "\n" }.joined()
    case .lines(let lines): lines.map { "- " + inline($0) + "\n" }.joined()
    case .table(let header, let rows):
      row(header.map { [Span($0)] }) + "|" + String(repeating: " --- |", count: header.count)
        + "\n" + rows.map(row).joined()
    }
  }

  private func row(_ cells: [[Span]]) -> String {
    "|" + cells.map { " " + inline($0) + " |" }.joined() + "\n"
  }

  private func inline(_ spans: [Span]) -> String {
    spans.map { span in
      let text = span.text.split(separator: "\n").joined(separator: " ")
      guard text.contains(where: { $0 != " " }) else { return text }
      switch span.role {
      case .code: return MarkdownText.code(text)
      case .strong, .missed, .error: return marked(text, "**")
      case .removed: return marked(text, "~~")
      case .added: return marked(text, "**")
      case .waived, .warning: return marked(text, "*")
      default: return keepingSpaces(text)
      }
    }.joined()
  }

  private func marked(_ text: String, _ mark: String) -> String {
    let core = keepingSpaces(text)
    let head = core.prefix { $0 == " " }
    let tail = core.reversed().prefix { $0 == " " }
    let inner = core.dropFirst(head.count).dropLast(tail.count)
    return head + mark + inner + mark + String(tail)
  }

  private func keepingSpaces(_ text: String) -> String {
    let tail = text.reversed().prefix { $0 == " " }
    return MarkdownText.escaped(String(text.dropLast(tail.count))) + String(tail)
  }
}
