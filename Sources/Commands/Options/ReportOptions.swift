import ArgumentParser
import Reports

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, markdown, json
}

/// How a report is printed.
struct ReportOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How to print the report.", valueName: "FORMAT"))
  var format = ReportFormat.text

  @Option(help: ArgumentHelp("When to use colours.", valueName: "WHEN"))
  var color = ColorChoice.auto

  @Flag(help: "Open no pager.")
  var noPager = false

  func print(_ report: Report, json: @autoclosure () -> some Encodable) throws {
    switch format {
    case .text:
      let renderer = TerminalRenderer(color: color.isOn)
      try Console.show(pages: !noPager) { try renderer.render(report, to: $0) }
    case .markdown: show(MarkdownRenderer().render(report))
    case .json: show(try JSONText.of(json()))
    }
  }

  func show(_ text: String) { Console.show(text, pages: !noPager) }
}
