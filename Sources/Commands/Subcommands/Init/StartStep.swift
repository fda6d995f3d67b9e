import ArgumentParser
import Diagnostics
import PortfolioModel
import Reports
import Verbs

extension Rspmaint.Init {
  struct StartStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "start", abstract: "Start a portfolio in a new folder.",
      usage: "rspmaint init <FOLDER> --title <TEXT> --domain <TEXT> [<options>]",
      discussion: """
        Nothing is written into a folder that holds something, and a run that fails leaves nothing.

        Examples:
          rspmaint init start ps --title Summaries --domain 'patient summaries'
          rspmaint init start copy --title TITLE --domain DOMAIN --from ../other
        """)

    @Argument(
      help: ArgumentHelp("The folder to make, or an empty one.", valueName: "FOLDER"),
      completion: .directory)
    var folder: String

    @Option(help: ArgumentHelp("The portfolio's title, on one line.", valueName: "TEXT"))
    var title: String

    @Option(help: ArgumentHelp("What its standards are for, in a phrase.", valueName: "TEXT"))
    var domain: String

    @Option(
      help: ArgumentHelp("The portfolio's id (default: made of the domain).", valueName: "ID"))
    var id: Identifier?

    @Option(
      help: ArgumentHelp(
        "Take rules and records from the portfolio in this folder (default: empty, none).",
        valueName: "FOLDER"), completion: .directory)
    var from = "empty"

    @Option(help: ArgumentHelp("Add the pipelines of this host.", valueName: "HOST"))
    var host: [PipelineHost] = []

    @OptionGroup var git: GitOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let outcome = try StartPortfolio(
        StartPortfolio.Request(
          folder: (Console.absolute(folder), folder), title: title, domain: domain, id: id,
          source: from == "empty" ? nil : Console.absolute(from), hosts: host),
        git.applied(to: global.surroundings)
      ).run()
      for sentence in StartSummary(outcome).sentences {
        Console.print(DisplayText.line(sentence.text) + "\n")
      }
    }
  }
}

extension PipelineHost: ArgumentParser.ExpressibleByArgument {}
