import ArgumentParser
import Exchange
import Records
import Reports
import Verbs

extension Rspmaint {
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Write the portfolio's data in a form that other programs take.",
      usage: "rspmaint export --format <FORMAT> [<options>]",
      discussion: """
        A sheet (csv), all records (json, described by 'rspmaint schema export'), what papers cite \
        (bibtex), a code system with a value set of each group (fhir, R5), or a concept scheme \
        (skos, JSON-LD). The same portfolio gives the same bytes; an edition's bundle holds all five.

        Examples:
          rspmaint export --format csv --output standards.csv
          rspmaint export --format fhir --rev edition/2030-fdis
        """)

    @Option(help: ArgumentHelp("The form of the data.", valueName: "FORMAT"))
    var format: ExportFormat

    @Option(
      help: ArgumentHelp("Write to this file instead of printing.", valueName: "FILE"),
      completion: .file())
    var output: String?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var revision: RevisionOption

    func run() throws {
      let workspace = try global.workspace()
      let portfolio = try revision.snapshot(workspace).readable()
      let text = try ExportPortfolio(portfolio).text(as: format)
      guard let output else { return Console.print(text) }
      try ReportFile(path: output).write(text)
      Console.printError("wrote \(DisplayText.line(output))\n")
    }
  }
}

extension ExportFormat: ArgumentParser.ExpressibleByArgument {}
