import ArgumentParser

extension Rspmaint {
  struct Survey: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "survey",
      abstract: "Ask experts for levels, in rounds, and report what they agree on.",
      usage: "rspmaint survey <STEP> <ID> [<options>]",
      discussion: """
        Experts answer in a spreadsheet. Their answers are sealed until a round is closed, and kept \
        under pseudonyms. They are evidence: 'propose --from-survey' drafts proposals from them.

        Examples:
          rspmaint survey open use-2030 --category data --title Use --closes 2030-01-31
          rspmaint survey export use-2030 --output use.xlsx
          rspmaint survey import use-2030 use.xlsx --expert 'Ada <ada@x.example>'
          rspmaint survey close use-2030
          rspmaint survey report use-2030
        """,
      subcommands: [
        OpenStep.self, ExportStep.self, ImportStep.self, StatusStep.self, CloseStep.self,
        ReportStep.self, RoundStep.self, SealStep.self, ShowStep.self, ListStep.self,
      ])
  }
}
