import Reports

extension PageOptions<DiffFormat> {
  /// Prints the report on what differs.
  func print(_ input: DiffInput) throws {
    let report = DiffReport(input, isPlain: format == .text, wording: \.text)
    switch format {
    case .text: try print(terminalText(report.report))
    case .markdown: try print(MarkdownRenderer().render(report.report))
    case .html: try print(PageRenderer().render(report.report))
    case .json: try print(JSONText.of(report.json))
    }
  }
}
