import Diagnostics
import PortfolioModel

/// Renders a report as a comment on a host: Markdown that never is longer than a comment may be.
///
/// What does not fit is left out in whole parts, named at the end: sections from the last on, the
/// table of proposals before any objection, objections last. No word of a record calls anyone or
/// links to another issue.
package struct CommentRenderer {
  /// The most Unicode code points of a comment on GitHub; GitLab takes a million.
  package static let limit = 65_536

  /// The first line, by which a pipeline finds the comment that it wrote before.
  package static let mark = "<!-- rspmaint diff -->\n"

  private let limit: Int
  private let page: String?

  /// - Parameter page: The address of the whole report.
  package init(limit: Int = CommentRenderer.limit, page: String? = nil) {
    self.limit = limit
    self.page = page
  }

  package func render(_ report: Report) -> String {
    let parts = CommentRenderer.parts(of: report)
    let whole = text(parts, leavingOut: [])
    if whole.unicodeScalars.count <= limit { return whole }
    var chosen: Set<Int> = []
    var left = limit - CommentRenderer.mark.unicodeScalars.count - CommentRenderer.endLimit
    for rank in Rank.allCases {
      for (index, part) in parts.enumerated() where part.rank == rank {
        let size = part.text.unicodeScalars.count + 1
        guard size <= left else { continue }
        left -= size
        chosen.insert(index)
      }
    }
    let (kept, gone) = (
      parts.indices.filter(chosen.contains), parts.indices.filter { !chosen.contains($0) }
    )
    return text(kept.map { parts[$0] }, leavingOut: gone.map { parts[$0].title })
  }

  // MARK: - Parts

  /// In which order parts take their room.
  private enum Rank: CaseIterable { case head, objection, overview, section }

  private struct Part {
    let rank: Rank
    /// What the end calls it where it is left out.
    let title: String
    let text: String
  }

  private static func parts(of report: Report) -> [Part] {
    report.blocks.map { block in
      let (rank, title): (Rank, String) =
        switch block {
        case .section(_, let title, let count, _): (.section, title + Report.counted(count))
        case .card(_, let title, _): (.objection, title.map(\.text).joined())
        case .entries: (.overview, "the table of all proposals")
        case .heading(_, let spans), .paragraph(let spans): (.head, spans.map(\.text).joined())
        default: (.section, "a part without a heading")
        }
      var single = Report()
      single.blocks = [block]
      return Part(rank: rank, title: title, text: calm(MarkdownRenderer().render(single)))
    }.filter { !$0.text.isEmpty }
  }

  private func text(_ parts: [Part], leavingOut gone: [String]) -> String {
    CommentRenderer.mark
      + (parts.map(\.text) + [end(leavingOut: gone)])
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  // MARK: - The end

  /// The most code points of what is said at the end.
  private static let endLimit = 4_000
  /// The most code points of a title there.
  private static let titleLimit = 120

  /// What was left out, and where the whole can be read.
  private func end(leavingOut gone: [String]) -> String {
    let link =
      page.flatMap { LinkTarget($0) }.map { "[The whole report](<\($0.markdown)>)\n" } ?? ""
    guard !gone.isEmpty else { return link }
    var lines = "---\n\n**Left out, so that the comment is not too long:**\n\n"
    let room = CommentRenderer.endLimit - link.unicodeScalars.count - 100
    for (index, title) in gone.enumerated() {
      let line = "- \(CommentRenderer.shortened(title))\n"
      guard (lines + line).unicodeScalars.count <= room else {
        lines += "- and \((gone.count - index).counted("more part"))\n"
        break
      }
      lines += line
    }
    return lines + (link.isEmpty ? "" : "\n" + link)
  }

  private static func shortened(_ title: String) -> String {
    let scalars = title.unicodeScalars
    let cut = String(String.UnicodeScalarView(scalars.prefix(titleLimit)))
    return calm(MarkdownText.escaped(cut)) + (scalars.count > titleLimit ? "…" : "")
  }

  // MARK: - Words that hosts act on

  /// Markdown in which an escaped `@` or `#` starts no mention and no reference: hosts look for both
  /// after they took the escapes away, but not across a comment.
  private static func calm(_ markdown: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in markdown.unicodeScalars {
      if isEscaped, scalar == "@" || scalar == "#" {
        result.removeLast()
        result.append(scalar)
        result.append(contentsOf: "<!-- -->".unicodeScalars)
      } else {
        result.append(scalar)
      }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return String(result)
  }
}
