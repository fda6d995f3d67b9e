import ArgumentParser
import PortfolioModel
import Records
import Reports
import Verbs

extension Rspmaint {
  struct History: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "history",
      abstract: "Show which proposals changed a standard, and how.",
      usage: "rspmaint history <STANDARD> [<options>]",
      discussion: """
        Examples:
          rspmaint history example-code-set
          rspmaint history example-code-set --format markdown
        """)

    @OptionGroup var options: StandardOptions

    func run() throws {
      let (snapshot, id) = try options.find(below: Layout.folders)
      let history = try StandardHistory(of: id, in: snapshot)
      let report = HistoryReport(
        history.id.text, standing: history.standing,
        events: history.events.map { event in
          HistoryReport.Event(
            number: event.proposal.number, title: event.title, status: event.proposal.status,
            lines: event.entries.map { "\($0.section.rawValue): \($0.text)" },
            reviewers: event.reviewers, date: event.date?.description, edition: event.edition,
            release: event.release)
        })
      try options.output.print(report.report, json: report.json)
    }
  }
}
