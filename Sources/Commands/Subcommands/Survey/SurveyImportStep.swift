import ArgumentParser
import PortfolioModel
import Store
import Verbs

extension Rspmaint.Survey {
  struct ImportStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Take an expert's answers; they are sealed until the end.",
      usage: "rspmaint survey import <ID> <FILE> ... --expert <EXPERT> [<options>]",
      discussion: """
        The form comes back as XLSX or CSV. A cell that can't be understood is a finding, and the rest \
        is taken; a form of another round or survey is refused. What is shared is a receipt under a \
        pseudonym, with a digest that proves later that nothing was changed. Later answers of the same \
        expert replace earlier ones, cell by cell.

        Examples:
          rspmaint survey import use-2030 ada.xlsx --expert 'Ada <ada@x.example>'
          rspmaint survey import use-2030 ada.csv --expert 'Ada <ada@x.example>'
        """)

    @OptionGroup var step: SurveyStepOptions

    @Argument(
      help: ArgumentHelp("The forms that came back.", valueName: "FILE"), completion: .file())
    var files: [String]

    @Option(
      help: ArgumentHelp("Who answers; the name is never shared.", valueName: "NAME <EMAIL>"))
    var expert: Person

    @Option(
      help: ArgumentHelp("A folder that keeps the answers and forms too.", valueName: "FOLDER"),
      completion: .directory)
    var keep: String?

    func run() throws {
      try step.options.take { workspace, surroundings in
        try TakeAnswers(
          step.id, files.map(Console.absolute), of: expert, keeping: keep.map(Console.absolute),
          salt: Console.salt(), surroundings
        ).run(in: workspace)
      }
    }
  }
}
