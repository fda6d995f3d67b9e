import ArgumentParser
import Diagnostics
import PortfolioModel
import Records
import Reports
import Verbs

extension Rspmaint {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show one standard's record and all that bears on it, or one proposal.",
      usage: "rspmaint show <STANDARD|NUMBER> [<options>]",
      discussion: """
        Examples:
          rspmaint show 'Example code'
          rspmaint show example-code-set --rev HEAD~5 --format markdown
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var revision: RevisionOption
    @OptionGroup var output: ReportOptions

    @Argument(
      help: ArgumentHelp(
        "The standard, by id, name or a part of it; or a proposal's number.",
        valueName: "STANDARD|NUMBER"), completion: Candidates.subjects)
    var name: String

    func run() throws {
      let workspace = try global.workspace()
      let snapshot = try revision.snapshot(workspace, about: name)
      let portfolio = try snapshot.readable()
      switch try ShowSubject.find(name, in: snapshot, workspace, global.surroundings) {
      case .standard(let standard): try print(ShowReport(standard, in: portfolio))
      case .delisted(let delisted): try print(ShowReport(delisted, in: portfolio))
      case .proposal(let entry, let proposal, let sentence, let changes):
        let report = ProposalReport(
          entry, proposal, sentence: sentence?.text, changes: changes, in: portfolio)
        try output.print(report.report, json: report.json)
      }
    }

    private func print(_ report: ShowReport) throws {
      try output.print(report.report, json: report.json)
    }
  }
}
