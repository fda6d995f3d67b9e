/// Which hooks are installed.
package struct HooksReport {
  private let parts: [(part: String, state: String, phrase: String)]

  /// - Parameter parts: Each with the word for how it stands, and with a phrase that says it.
  package init(_ parts: [(part: String, state: String, phrase: String)]) { self.parts = parts }

  package var report: Report {
    var report = Report()
    report.blocks.append(
      .lines(parts.map { [Span($0.part, .strong), Span(": " + $0.phrase)] }))
    return report
  }

  /// `rspmaint.hooks/1`
  package var json: some Encodable {
    JSON(hooks: parts.map { JSON.Hook(part: $0.part, state: $0.state) })
  }

  private struct JSON: Encodable {
    struct Hook: Encodable {
      let part: String
      let state: String
    }

    let schema = "rspmaint.hooks/1"
    let hooks: [Hook]
  }
}
