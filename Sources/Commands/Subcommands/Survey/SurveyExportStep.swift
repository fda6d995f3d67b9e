import ArgumentParser
import Diagnostics
import PortfolioModel
import Reports
import Verbs

extension Rspmaint.Survey {
  struct ExportStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Write the form that experts fill in.",
      usage: "rspmaint survey export <ID> --output <FILE.xlsx|FILE.csv> [<options>]",
      discussion: """
        The form has a row for each standard, factor and region. In XLSX a level is chosen from a \
        list, and all but the answers is locked; instructions stand on the first sheet. The form of a \
        later round shows the group's answers. The same bytes come out each time.

        Examples:
          rspmaint survey export use-2030 --output use.xlsx
          rspmaint survey export use-2030 --output use.csv
        """)

    @OptionGroup var read: SurveyReadOptions

    @Option(
      help: ArgumentHelp("The file, which is replaced.", valueName: "FILE.xlsx|FILE.csv"),
      completion: .file())
    var output: String

    func run() throws {
      let survey = try read.survey()
      try ReportFile(path: Console.absolute(output)).write(survey.form(for: output))
      let rows = survey.survey.round.asks.count
      Console.print(
        "Wrote the form of round \(survey.survey.round.number) to \(DisplayText.line(output)): "
          + "\(rows.counted("row")).\n")
    }
  }
}
