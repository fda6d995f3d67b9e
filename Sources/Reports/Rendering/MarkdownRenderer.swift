import PortfolioModel

/// Renders a report as Markdown that git hosts show; nothing from records is markup.
package struct MarkdownRenderer {
  package init() {}

  package func render(_ report: Report) -> String {
    render(report.blocks)
  }

  private func render(_ blocks: [Report.Block]) -> String {
    blocks.map(render).filter { !$0.isEmpty }.joined(separator: "\n")
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
    case .entries(let header, let rows): render(.table(header, rows.map(\.cells)))
    case .items(let items): render(.bullets(items.map(\.spans)))
    case .quote(let lines):
      lines.map { "> " + inline($0) + "\n" }.joined(separator: ">\n")
    case .section(_, let title, let count, let blocks):
      section(title + Report.counted(count), render(blocks))
    case .group(let title, let count, let blocks):
      "### " + inline([Span(title + Report.counted(count))]) + "\n\n" + render(blocks)
    case .beside(let left, let right): render(left + right)
    case .card(_, let title, let blocks): "### " + inline(title) + "\n\n" + render(blocks)
    case .details(let summary, let isOpen, let blocks):
      folded(summary, isOpen: isOpen, render(blocks))
    case .whole(let summary, let blocks): render(.details(summary, isOpen: false, blocks))
    case .picture: ""
    }
  }

  /// Pictures alone have nothing to unfold.
  private func folded(_ summary: String, isOpen: Bool, _ content: String) -> String {
    guard !content.isEmpty else { return "" }
    return "<details\(isOpen ? " open" : "")><summary>\(HTMLText.escaped(summary))</summary>\n\n"
      + content + "\n</details>\n"
  }

  /// An empty section has no heading either.
  private func section(_ title: String, _ content: String) -> String {
    content.isEmpty ? "" : "## " + inline([Span(title)]) + "\n\n" + content
  }

  private func row(_ cells: [[Span]]) -> String {
    "|" + cells.map { " " + inline($0) + " |" }.joined() + "\n"
  }

  private func inline(_ spans: [Span]) -> String {
    spans.map { span in
      let text = span.text.oneLine
      guard text.contains(where: { $0 != " " }) else { return text }
      if let link = span.link, let target = LinkTarget(link), !link.hasPrefix("#") {
        return "[\(keepingSpaces(text))](<\(target.markdown)>)"
      }
      switch span.role {
      case .code: return MarkdownText.code(text)
      case .strong, .missed, .error, .added, .inserted: return marked(text, "**")
      case .deleted: return marked(text, "~~")
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
