import ArgumentParser
import Diagnostics
import PortfolioModel
import Reports
import Verbs

extension Rspmaint {
  struct Man: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "man",
      abstract: "Print a page of the manual for man(1), or write all pages.",
      usage: "rspmaint man [<VERB> [<STEP>]] [--output <FOLDER>] [<options>]",
      discussion: """
        The pages are written in mdoc(7). An installed package has them in their place, so that \
        'man rspmaint' shows the first, and 'man rspmaint-propose' that of a verb.

        Examples:
          rspmaint man ballot open > rspmaint-ballot-open.1
          rspmaint man --output man1
        """)

    @Argument(
      help: ArgumentHelp("The verb, and the step of a verb that has steps.", valueName: "VERB"))
    var words: [String] = []

    @Option(
      help: ArgumentHelp("Write all pages into this folder, which is there.", valueName: "FOLDER"),
      completion: .directory)
    var output: String?

    @Option(
      help: ArgumentHelp(
        "The date of the pages, as YYYY-MM-DD (default: the date in UTC).", valueName: "DATE"))
    var asOf: CalendarDate?

    func validate() throws {
      if output != nil, !words.isEmpty { throw ValidationError("--output writes all pages.") }
    }

    func run() throws {
      let pages = ManualPage.all(
        of: try CommandDescription(json: Rspmaint._dumpHelp()),
        Rspmaint.manualSetting(on: asOf ?? CalendarDate(secondsSince1970: Console.now)))
      if let output {
        for page in pages { try ReportFile(path: "\(output)/\(page.name).1").write(page.text) }
        return Console.printError(
          "wrote \(pages.count.counted("page")) into \(DisplayText.line(output))\n")
      }
      let name = (["rspmaint"] + words).joined(separator: "-")
      guard let page = pages.first(where: { $0.name.hasSameBytes(as: name) }) else {
        throw Man.unknown(name, among: pages)
      }
      Console.print(page.text)
    }

    private static func unknown(_ name: String, among pages: [ManualPage]) -> Refusal {
      let nearest = Nearest.match(for: name, in: pages.map(\.name))
      let words = { (name: String) in name.split(separator: "-").dropFirst().joined(separator: " ")
      }
      return Refusal(
        .noInput, "there is no page on '\(words(name))'",
        help: [nearest.map { "did you mean '\(words($0))'?" } ?? "the first page lists the verbs"])
    }
  }
}
