import PortfolioModel

/// The schemas that can be printed, and the files that each is for.
package struct SchemasReport {
  /// A schema by its name.
  package struct Entry: Sendable {
    package let kind: String
    /// The paths of the files, as a pattern; nil for a report.
    package let pattern: String?
    /// What such a file or report is: a noun with its article.
    package let summary: String

    package init(_ kind: String, at pattern: String?, _ summary: String) {
      self.kind = kind
      self.pattern = pattern
      self.summary = summary
    }
  }

  private let entries: [Entry]

  package init(_ entries: [Entry]) { self.entries = entries }

  package var report: Report {
    var report = Report()
    report.heading(1, "Schemas")
    report.table(
      ["kind", "what it describes", "files"],
      entries.map { entry in
        [
          [Span(entry.kind)], [Span(entry.summary)],
          entry.pattern.map { [Span($0, .code)] } ?? [Span("none: it is a report", .dim)],
        ]
      })
    return report
  }

  /// `rspmaint.schemas/1`
  package var json: some Encodable {
    JSON(
      schemas: entries.map {
        JSON.Entry(kind: $0.kind, files: Nullable($0.pattern), summary: $0.summary)
      })
  }

  private struct JSON: Encodable {
    struct Entry: Encodable {
      let kind: String
      let files: Nullable<String>
      let summary: String
    }

    let schema = "rspmaint.schemas/1"
    let schemas: [Entry]
  }
}
