import ArgumentParser
import PortfolioModel
import Records
import Reports
import Verbs

extension Rspmaint {
  struct History: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show which proposals changed a standard, and how.",
      usage: "rspmaint history <STANDARD> [<options>]",
      discussion: """
        Examples:
          rspmaint history example-code-set
          rspmaint history example-code-set --format markdown
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var revision: RevisionOption
    @OptionGroup var output: ReportOptions

    @Argument(
      help: ArgumentHelp("The standard, by id, name or a part of it.", valueName: "STANDARD"))
    var name: String

    func run() throws {
      let workspace = try global.workspace()
      let snapshot = try revision.snapshot(workspace)
      let history = try StandardHistory(of: try snapshot.standard(named: name), in: snapshot)
      let report = HistoryReport(
        history.id.text, standing: history.standing,
        events: history.events.map { event in
          HistoryReport.Event(
            number: event.proposal.number, title: event.title, status: event.proposal.status,
            lines: event.entries.map { "\($0.section.rawValue): \($0.text)" },
            reviewers: event.reviewers, date: event.date?.description, edition: event.edition)
        })
      try output.print(report.report, json: report.json)
    }
  }
}
