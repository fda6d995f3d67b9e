/// Renders the blocks of a report as elements of a page.
struct BodyRenderer {
  /// Ids that are taken, so that no two elements share one.
  private var ids: Set<String> = ["main"]
  private var tables = 0

  mutating func render(_ block: Report.Block) -> HTML {
    switch block {
    case .heading(let level, let spans):
      return .element(level == 1 ? .h1 : level == 2 ? .h2 : .h3, [], inline(spans))
    case .paragraph(let spans): return .element(.p, [], inline(spans))
    case .bullets(let items):
      return .element(.ul, [], items.map { .element(.li, [], inline($0)) })
    case .lines(let lines):
      return .element(
        .ul, [(.class, "lines")], lines.map { .element(.li, [], inline($0)) })
    case .table(let header, let rows):
      return table(header, rows.map { cells in row(header, cells, attributes: [], anchors: []) })
    case .entries(let header, let rows):
      return table(
        header, rows.map { entryRow(header, $0) },
        isEntries: rows.contains { !$0.entry.fingerprints.isEmpty })
    case .items(let items):
      return .element(
        .ul, [(.class, "items")],
        items.map { .element(.li, attributes($0.entry), inline($0.spans)) })
    case .quote(let lines):
      return .element(.blockquote, [], lines.map { .element(.p, [], inline($0)) })
    case .section(let id, let title, let count, let blocks):
      let taken = claim(id)
      return .element(
        .section, [(.id, taken), (.ariaLabelledBy, taken + "-title")],
        [.element(.h2, [(.id, taken + "-title")], [.text(title)] + counted(count))]
          + blocks.map { render($0) })
    case .group(let title, let count, let blocks):
      return .element(
        .div, [(.class, "group")],
        [.element(.h3, [], [.text(title)] + counted(count))] + blocks.map { render($0) })
    case .beside(let left, let right):
      return .element(
        .div, [(.class, "beside")],
        [
          .element(.div, [(.class, "about")], left.map { render($0) }),
          .element(.div, [(.class, "changes")], right.map { render($0) }),
        ])
    case .card(let entry, let title, let blocks): return card(entry, title, blocks)
    case .details(let summary, let isOpen, let blocks):
      return .element(
        .details, isOpen ? [(.open, "")] : [],
        [.element(.summary, [], [.text(summary)])] + blocks.map { render($0) })
    case .whole(let summary, let blocks):
      return .element(
        .details, [(.class, "whole")],
        [.element(.summary, [], [.text(summary)])] + blocks.map { render($0) })
    case .picture(.map(let map)): return MapDrawing(map).figure
    case .picture(.chains(let chains)): return ChainsDrawing(chains).figure
    }
  }

  /// How many a heading counts; the script counts anew when it filters.
  private func counted(_ count: Int?) -> [HTML] {
    count.map { [.text(" "), .element(.span, [(.class, "count")], [.text(String($0))])] } ?? []
  }

  private mutating func claim(_ wanted: String) -> String {
    var id = wanted
    var count = 1
    while !ids.insert(id).inserted {
      count += 1
      id = "\(wanted)-\(count)"
    }
    return id
  }

  // MARK: - Entries

  private mutating func card(
    _ entry: ReportEntry, _ title: [Span], _ blocks: [Report.Block]
  ) -> HTML {
    let id = entry.fingerprints.first.map { claim("change-" + $0) }
    let anchors = anchors(entry.fingerprints.dropFirst())
    return .element(
      .article, (id.map { [(.id, $0)] } ?? []) + [(.class, "card")] + attributes(entry),
      [
        .element(
          .header, [],
          [.element(.h3, [], inline(title))] + (id.map { [anchor($0)] } ?? [])),
        .element(.div, [(.class, "body")], blocks.map { render($0) }),
      ] + anchors)
  }

  private mutating func entryRow(_ header: [String], _ row: Report.EntryRow) -> HTML {
    guard let first = row.entry.fingerprints.first else {
      return self.row(header, row.cells, attributes: attributes(row.entry), anchors: [])
    }
    let id = claim("change-" + first)
    return self.row(
      header, row.cells, attributes: [(.id, id), (.class, "entry")] + attributes(row.entry),
      anchors: [anchor(id)] + anchors(row.entry.fingerprints.dropFirst()))
  }

  /// Places for links to the further changes that an entry holds.
  private mutating func anchors(_ fingerprints: ArraySlice<String>) -> [HTML] {
    fingerprints.map { .element(.span, [(.id, claim("change-" + $0))], []) }
  }

  private func anchor(_ id: String) -> HTML {
    .element(
      .a, [(.class, "anchor"), (.href, "#" + id), (.ariaLabel, "Link to this change")],
      [.text("#")])
  }

  private func attributes(_ entry: ReportEntry) -> HTML.Attributes {
    [
      (.dataKind, entry.kind),
      (.dataCategories, entry.categories.joined(separator: " ")),
      (.dataProposals, entry.proposals.map(String.init).joined(separator: " ")),
      (.dataStandards, entry.standards.joined(separator: " ")),
    ]
      + (entry.fingerprints.isEmpty
        ? []
        : [
          (.tabindex, "-1"), (.dataFingerprints, entry.fingerprints.joined(separator: " ")),
        ])
  }

  // MARK: - Tables

  private mutating func table(
    _ header: [String], _ rows: [HTML], isEntries: Bool = false
  ) -> HTML {
    tables += 1
    let heads = header.map { HTML.element(.th, [(.scope, "col")], [.text($0)]) }
    let label = "Table \(tables): \(header.joined(separator: ", "))"
    return .element(
      .div,
      [
        (.class, isEntries ? "scroll entries" : "scroll"), (.role, "region"), (.ariaLabel, label),
        (.tabindex, "0"),
      ],
      [
        .element(
          .table, [],
          [.element(.thead, [], [.element(.tr, [], heads)]), .element(.tbody, [], rows)])
      ])
  }

  /// Each cell names its column, for a screen too narrow to show columns.
  private func row(
    _ header: [String], _ cells: [[Span]], attributes: HTML.Attributes, anchors: [HTML]
  ) -> HTML {
    .element(
      .tr, attributes,
      cells.enumerated().map { index, spans in
        index == 0
          ? .element(.th, [(.scope, "row")], inline(spans) + anchors)
          : .element(.td, [(.dataLabel, header[index])], inline(spans))
      })
  }

  // MARK: - Text

  func inline(_ spans: [Span]) -> [HTML] {
    spans.filter { !$0.text.isEmpty }.compactMap { span in
      if let bars = span.bars { return BarsDrawing(bars).svg }
      var content: [HTML] = [.text(span.text)]
      // Text of a record has its own direction and never turns that of what stands around it.
      if !span.isConstant {
        content = [.element(.bdi, [], content)]
      }
      if let link = span.link { content = [HTML.link(to: link, content)] }
      switch span.role {
      case .plain: return content.count == 1 ? content[0] : .element(.span, [], content)
      case .strong: return .element(.strong, [], content)
      case .code: return .element(.code, [], content)
      case .deleted: return .element(.del, [], content)
      case .inserted: return .element(.ins, [], content)
      default: return .element(.span, [(.class, name(span.role))], content)
      }
    }
  }

  private func name(_ role: Role) -> String {
    switch role {
    case .plain: "plain"
    case .strong: "strong"
    case .dim: "dim"
    case .code: "code"
    case .removed: "removed"
    case .added: "added"
    case .deleted: "deleted"
    case .inserted: "inserted"
    case .direction: "direction"
    case .met: "met"
    case .missed: "missed"
    case .waived: "waived"
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }
}
