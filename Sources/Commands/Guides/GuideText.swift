import Reports

/// A guide as a report, read from the Markdown of its article: headings, paragraphs, lists and blocks of
/// commands; in lines, code between backquotes, emphasis between asterisks, and links to articles.
struct GuideText {
  private(set) var report = Report()

  init(_ markdown: String) {
    var lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      if line.hasPrefix("```") {
        let end = lines.firstIndex { $0.hasPrefix("```") } ?? lines.endIndex
        report.blocks.append(.lines(lines[..<end].map { [Span("  " + $0, .strong)] }))
        lines = lines[end...].dropFirst()
      } else if line.hasPrefix("#") {
        let level = line.prefix { $0 == "#" }.count
        report.heading(level, String(line.dropFirst(level + 1)))
      } else if line.hasPrefix("- ") {
        var items = [String(line.dropFirst(2))]
        while let next = lines.first, !next.isEmpty {
          if next.hasPrefix("- ") {
            items.append(String(next.dropFirst(2)))
          } else {
            items[items.count - 1] += " " + next.drop { $0 == " " }
          }
          lines.removeFirst()
        }
        report.bullets(items.map { [Span(GuideText.plain($0))] })
      } else if !line.isEmpty {
        var paragraph = String(line)
        while let next = lines.first, !next.isEmpty {
          paragraph += " " + next
          lines.removeFirst()
        }
        report.paragraph(Span(GuideText.plain(paragraph)))
      }
    }
  }

  /// A line as a terminal shows it: code in quotation marks.
  private static func plain(_ line: String) -> String {
    line.replacing(/`([^`]*)`/) { match in
      match.1.contains("'") ? String(match.1) : "'\(match.1)'"
    }.replacing(/\*([^*]+)\*/) { String($0.1) }
      .replacing(/<doc:([A-Za-z]+)>/) { "“\($0.1)” in the manual" }
  }
}
