import ArgumentParser
import Reports
import Verbs

/// How a report that is also a page is printed, and where to.
struct PageOptions<Format: PageFormat>: ParsableArguments {
  @Option(help: ArgumentHelp("How to print the report.", valueName: "FORMAT"))
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      "Write the report to this file instead of printing it.", valueName: "FILE"),
    completion: .file())
  var output: String?

  @Option(help: ArgumentHelp("When to use colours.", valueName: "WHEN"))
  var color = ColorChoice.auto

  @Flag(help: "Open no pager.")
  var noPager = false

  /// Prints text, or writes it to the file that was asked for.
  func print(_ text: String) throws {
    guard let output else { return Console.show(text, pages: !noPager) }
    try ReportFile(path: output).write(text)
    Console.printError("wrote \(DisplayText.line(output))\n")
  }

  /// Writes bytes that are no text to the file that was asked for.
  func write(_ bytes: [UInt8]) throws {
    guard let output else { return }
    try ReportFile(path: output).write(bytes)
    Console.printError("wrote \(DisplayText.line(output))\n")
  }

  func terminalText(_ report: Report) -> String {
    let isColored = output == nil ? color.isOn : color == .always
    let width = output == nil ? Console.outputWidth : 80
    return TerminalRenderer(width: width, color: isColored).render(report)
  }
}

/// The formats of one verb; each has text among them.
protocol PageFormat: ExpressibleByArgument, CaseIterable, Sendable {
  static var text: Self { get }
}

enum DiffFormat: String, PageFormat {
  case text, markdown, comment, html, json
}

enum StoryFormat: String, PageFormat {
  case text, markdown, html, json
}

extension PageOptions<StoryFormat> {
  /// Prints a report, or writes it to the file that was asked for, in the chosen format.
  func print(_ report: Report, json: @autoclosure () -> some Encodable) throws {
    switch format {
    case .text: try print(terminalText(report))
    case .markdown: try print(MarkdownRenderer().render(report))
    case .html: try print(PageRenderer().render(report))
    case .json: try print(JSONText.of(json()))
    }
  }
}

enum TablesFormat: String, PageFormat {
  case text, markdown, html, csv, json
}

extension ColorChoice {
  /// Whether standard output takes colours.
  var isOn: Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      Console.isOutputTerminal && (Console.variable("NO_COLOR") ?? "").isEmpty
        && Console.variable("TERM") != "dumb"
    }
  }
}
