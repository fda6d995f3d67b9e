import Reports

extension PageOptions<DiffFormat> {
  /// Prints the report on what differs.
  ///
  /// - Parameter page: Where the whole report can be read, for a comment that leaves out some of it.
  func print(_ input: DiffInput, page: String? = nil) throws {
    let report = DiffReport(input, isPlain: format == .text, wording: \.text)
    switch format {
    case .text: try print(terminalText(report.report))
    case .markdown: try print(MarkdownRenderer().render(report.report))
    case .comment: try print(CommentRenderer(page: page).render(report.report))
    case .html: try print(PageRenderer().render(report.report))
    case .json: try print(JSONText.of(report.json))
    }
  }
}
