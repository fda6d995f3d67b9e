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

  func print(_ report: Report, json: @autoclosure () -> some Encodable) throws {
    switch format {
    case .text: Console.print(TerminalRenderer(color: color.isOn).render(report))
    case .markdown: Console.print(MarkdownRenderer().render(report))
    case .json: Console.print(try JSONText.of(json()))
    }
  }
}
