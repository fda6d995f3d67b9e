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
          rspmaint init start ps --title TITLE --domain DOMAIN --host github --hooks
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

    @Option(help: ArgumentHelp("Add schemas and the settings of this editor.", valueName: "EDITOR"))
    var editor: [SchemaEditor] = []

    @Flag(help: "Install git's hooks and the diff driver in the new repository.")
    var hooks = false

    @OptionGroup var git: GitOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let request = StartPortfolio.Request(
        folder: (Console.absolute(folder), folder), title: title, domain: domain, id: id,
        source: from == "empty" ? nil : Console.absolute(from),
        hosts: PipelineHost.allCases.filter(host.contains),
        editors: SchemaEditor.allCases.filter(editor.contains),
        hooks: hooks ? try Console.program() : nil)
      let outcome = try StartPortfolio(request, git.applied(to: global.surroundings)).run()
      for sentence in StartSummary(outcome, of: request).sentences {
        Console.print(DisplayText.line(sentence.text) + "\n")
      }
      if let problem = outcome.hooksProblem { throw problem.ofHooks }
    }
  }
}

extension PipelineHost: ArgumentParser.ExpressibleByArgument {}

extension Refusal {
  /// The first of what is wrong with hooks, of a repository that is made.
  fileprivate var ofHooks: Refusal {
    Refusal(
      kind, "the portfolio is made, but not its hooks: \(sentences.first?.message ?? message)",
      help: ["\(run: .extra(.hooks)) in the new folder says what to do"])
  }
}
