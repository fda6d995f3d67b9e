import PortfolioModel

extension Report {
  /// The report as headings, texts and tables only, for a medium that can't fold or draw.
  var flattened: [Block] { blocks.flatMap(Report.flattened) }

  private static func flattened(_ block: Block) -> [Block] {
    switch block {
    case .section(_, let title, let count, let blocks):
      section(title + counted(count), blocks.flatMap(flattened))
    case .group(let title, let count, let blocks):
      [.heading(3, [Span(title + counted(count))])] + blocks.flatMap(flattened)
    case .beside(let left, let right): (left + right).flatMap(flattened)
    case .whole: []
    case .card(_, let title, let blocks): [.heading(3, title)] + blocks.flatMap(flattened)
    case .details(let summary, _, let blocks): details(summary, blocks.flatMap(flattened))
    case .entries(let header, let rows): [.table(header, rows.map { $0.cells.map(marked) })]
    case .items(let items): [.bullets(items.map { marked($0.spans) })]
    case .quote(let lines): [.quote(lines)]
    case .picture: []
    case .heading(let level, let spans): [.heading(level, spans)]
    case .paragraph(let spans): [.paragraph(marked(spans))]
    case .bullets(let items): [.bullets(items.map(marked))]
    case .table(let header, let rows): [.table(header, rows.map { $0.map(marked) })]
    case .lines(let lines): [.lines(lines)]
    }
  }

  /// " (3)"
  static func counted(_ count: Int?) -> String { count.map { " (\($0))" } ?? "" }

  /// Pictures alone have no heading.
  private static func details(_ summary: String, _ blocks: [Block]) -> [Block] {
    blocks.isEmpty ? [] : [.heading(3, [Span(summary)])] + blocks
  }

  /// An empty section has no heading either.
  private static func section(_ title: String, _ blocks: [Block]) -> [Block] {
    blocks.isEmpty ? [] : [.heading(2, [Span(title)])] + blocks
  }

  /// Words that go and come get marks that need no colour; links show where they lead.
  private static func marked(_ spans: [Span]) -> [Span] {
    spans.map { span in
      switch (span.role, span.link) {
      case (.deleted, _): Span("[-\(span.text)-]", .deleted)
      case (.inserted, _): Span("{+\(span.text)+}", .inserted)
      case (_, let link?) where !link.hasSameBytes(as: span.text) && !link.hasPrefix("#"):
        Span("\(span.text) <\(link)>", span.role)
      default: span
      }
    }
  }
}
