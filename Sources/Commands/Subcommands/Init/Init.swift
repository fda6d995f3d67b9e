import ArgumentParser

extension Rspmaint {
  struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "init",
      abstract: "Start a portfolio; write pipelines, schemas and editors' settings.",
      usage: """
        rspmaint init <FOLDER> --title <TEXT> --domain <TEXT> [<options>]
        rspmaint init ci --host <HOST> [<options>]
        rspmaint init editor [<EDITOR> ...] [<options>]
        """,
      discussion: """
        Makes the folder, a repository in it by your own git, and a first commit: a portfolio that \
        validates at once, with criteria that say which levels nobody has decided yet.

        Examples:
          rspmaint init ps --title Summaries --domain 'patient summaries'
          rspmaint init copy --title TITLE --domain DOMAIN --from ../other
        """,
      subcommands: [StartStep.self, CIStep.self, EditorStep.self],
      defaultSubcommand: StartStep.self)
  }
}
