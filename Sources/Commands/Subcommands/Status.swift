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
      abstract: "Show what waits for whom: proposals, overrides, standards due for a move.",
      usage: "rspmaint status [<options>]",
      discussion: """
        Examples:
          rspmaint status
          rspmaint status --as-of 2030-01-31 --format json
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: ReportOptions

    func run() throws {
      let workspace = try global.workspace()
      workspace.prepareHistory()
      if let sentence = try workspace.cutOff() { Console.printNote(sentence) }
      let status = try ReadStatus(
        try workspace.snapshot(.worktree), in: workspace, global.surroundings)
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
        }, ledger: status.ledger, due: status.due, held: status.held, conflicts: status.conflicts)
      try output.print(report.report, json: report.json)
    }
  }
}
