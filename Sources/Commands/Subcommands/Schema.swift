import ArgumentParser
import Reports

extension Rspmaint {
  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "schema", abstract: "Print the JSON Schema of a report or an export.",
      discussion: """
        Examples:
          rspmaint schema diff
          rspmaint schema export > export.schema.json
        """)

    @Argument(help: ArgumentHelp("The verb whose JSON the schema describes.", valueName: "VERB"))
    var report: ReportSchema

    func run() throws { Console.show(report.text) }
  }
}

extension ReportSchema: ArgumentParser.ExpressibleByArgument {}
