import ArgumentParser
import Diagnostics
import Reports
import Verbs

extension Rspmaint {
  struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "doctor",
      abstract: "Say what works here, and what to type where something does not.",
      usage: "rspmaint doctor [<options>]",
      discussion: """
        It looks at the libraries, at git, the portfolio, its repository, your identity, hooks and \
        signing, and changes nothing. Exits with 1 only where no verb could work.

        Examples:
          rspmaint doctor
          rspmaint doctor --format json
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: ReportOptions

    func run() throws {
      let checkup = try ExamineSetup(
        at: global.repository, gitDirectory: Console.variable("GIT_DIR").map(Console.absolute),
        global.surroundings
      ).run()
      let report = DoctorReport(
        tool: "rspmaint", version: Rspmaint.version,
        checkup.entries.map {
          DoctorReport.Line(
            subject: $0.subject.rawValue, standing: $0.standing.rawValue, sentence: $0.sentence,
            help: $0.help)
        }, isUsable: checkup.isUsable, wording: \.text)
      try output.print(report.report, json: report.json)
      if !checkup.isUsable { throw ExitStatus.findings }
    }
  }
}
