import ArgumentParser
import Diagnostics
import History
import Reports
import Store
import Verbs

extension Rspmaint {
  struct Audit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "audit",
      abstract: "Prove that every change of the portfolio comes from a reviewed proposal.",
      usage: "rspmaint audit [<options>]",
      discussion: """
        Judges every commit that is reachable from HEAD but not from the start, merges included, \
        by what its first parent holds. Exits with 1 if anything is not proved.

        Examples:
          rspmaint audit
          rspmaint audit --since main~20 --format markdown
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: ReportOptions

    @Option(
      help: ArgumentHelp(
        "The commit, branch, tag or edition to start from (default: the latest edition).",
        valueName: "REVISION"))
    var since: String?

    func run() throws {
      let workspace = try global.workspace(proves: true)
      try workspace.refuseAbsenceFromBare()
      let (outcome, skipped) = try AuditCommits(since: since, global.surroundings)
        .run(in: workspace)
      let report = AuditReport(outcome, skipped: skipped)
      try output.print(report.report, json: report.json)
      if !outcome.findings.isEmpty { throw ExitStatus.findings }
    }
  }
}

extension AuditReport {
  init(_ outcome: HistoryAudit.Outcome, skipped: [String]) {
    self.init(
      start: outcome.start, startName: outcome.startName, skipped: skipped, tip: outcome.tip,
      counts: Counts(
        acceptances: outcome.kinds.count {
          if case .acceptance = $0 { true } else { false }
        }, merges: outcome.kinds.count { $0 == .merge },
        free: outcome.kinds.count { $0 == .free },
        untouched: outcome.kinds.count { $0 == .untouched },
        editions: outcome.kinds.count { $0 == .edition }),
      approvals: Evidence(outcome.approvals), settlements: Evidence(outcome.settlements),
      findings: outcome.findings.map {
        Item(
          rule: $0.rule, commit: $0.commit, title: $0.title, path: $0.path, message: $0.message,
          help: $0.help.map(\.text))
      })
  }
}
