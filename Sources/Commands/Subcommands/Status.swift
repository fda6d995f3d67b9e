import ArgumentParser
import Diagnostics
import History
import PortfolioModel
import Records
import Reports
import Store
import Verbs

extension Rspmaint {
  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "status",
      abstract: "Show what waits for whom: proposals, surveys, overrides, due moves.",
      usage: "rspmaint status [<options>]",
      discussion: """
        With a date to come it says what lapses by then: overrides, holds and the edition's \
        systematic review.

        Examples:
          rspmaint status
          rspmaint status --as-of 2030-01-31 --older-than 5y --format json
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: ReportOptions

    @Option(
      help: ArgumentHelp(
        "Show ratings that nobody confirmed for longer: 5y, 18m or 90d.", valueName: "TIME"))
    var olderThan: TimeSpan?

    func run() throws {
      let workspace = try global.workspace()
      workspace.prepareHistory()
      if let sentence = try workspace.cutOff() { Console.printNote(sentence) }
      let status = try ReadStatus(
        try workspace.snapshot(.worktree), in: workspace, global.surroundings,
        olderThan: olderThan)
      let report = StatusReport(
        sharing: status.sharing.map {
          StatusReport.Sharing(
            branch: $0.shared.name, unshared: $0.unshared, ahead: $0.ahead,
            sentences: $0.sentences.map(\.text))
        },
        proposals: status.proposals.map {
          StatusReport.Line(
            number: $0.entry.number, title: $0.title, status: $0.entry.status,
            sentence: $0.sentence.text, isReady: $0.isReady)
        },
        surveys: status.surveys.map {
          StatusReport.SurveyLine($0.entry, sentence: $0.sentence.text, isDue: $0.isDue)
        }, ledger: status.ledger, due: status.due, held: status.held, conflicts: status.conflicts,
        review: status.review, unconfirmed: status.unconfirmed, age: olderThan)
      try output.print(report.report, json: report.json)
    }
  }
}

extension TimeSpan: ArgumentParser.ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}
