import ArgumentParser
import Reports

extension Rspmaint {
  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "schema", abstract: "Print the JSON Schema of a report.")

    @Argument(help: "The verb whose JSON the schema describes.")
    var report: ReportSchema

    func run() throws { Console.print(report.text) }
  }
}

extension ReportSchema: ArgumentParser.ExpressibleByArgument {}
