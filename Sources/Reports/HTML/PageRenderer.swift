/// Renders a report as one page that needs nothing else: style and script are in it, and it is
/// complete without the script.
package struct PageRenderer {
  package init() {}

  private typealias Section = (id: String, title: String, count: Int?)

  package func render(_ report: Report) -> String {
    let sections = report.blocks.compactMap { block -> Section? in
      guard case .section(let id, let title, let count, _) = block else { return nil }
      return (id, title, count)
    }
    let firstSection = report.blocks.firstIndex { if case .section = $0 { true } else { false } }
    let head = report.blocks[..<(firstSection ?? report.blocks.endIndex)]
    let rest = report.blocks[(firstSection ?? report.blocks.endIndex)...]
    var body = BodyRenderer()
    let content: [HTML] = [
      .element(.a, [(.class, "skip"), (.href, "#main")], [.text("To the report")]),
      .element(.header, [(.class, "top")], head.map { body.render($0) }),
      contents(sections),
      .element(.main, [(.id, "main"), (.tabindex, "-1")], rest.map { body.render($0) }),
      .element(.script, [], [.constant(PageText.script)]),
    ]
    return "<!doctype html>\n"
      + HTML.element(
        .html, [(.lang, "en")],
        [
          .element(.head, [], headElements(title(of: report))), .element(.body, [], content),
        ]
      ).markup + "\n"
  }

  private func headElements(_ title: String) -> [HTML] {
    [
      .element(.meta, [(.charset, "utf-8")], []),
      .element(
        .meta, [(.httpEquiv, "Content-Security-Policy"), (.content, PageText.policy)], []),
      .element(
        .meta, [(.name, "viewport"), (.content, "width=device-width, initial-scale=1")], []),
      .element(.meta, [(.name, "referrer"), (.content, "no-referrer")], []),
      .element(.title, [], [.text(title)]),
      .element(.style, [], [.constant(PageText.style)]),
    ]
  }

  private func title(of report: Report) -> String {
    for case .heading(1, let spans) in report.blocks { return spans.map(\.text).joined() }
    return "Report"
  }

  private func contents(_ sections: [Section]) -> HTML {
    .element(
      .nav, [(.ariaLabel, "Contents"), (.class, "contents")],
      [
        .element(
          .ul, [],
          sections.map { section in
            let count = section.count.map {
              [HTML.text(" "), .element(.span, [(.class, "count")], [.text(String($0))])]
            }
            return .element(
              .li, [], [HTML.link(to: "#" + section.id, [.text(section.title)] + (count ?? []))])
          })
      ])
  }
}
