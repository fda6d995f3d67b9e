import ArgumentParser
import Verbs

extension Rspmaint.Init {
  struct CIStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ci", abstract: "Write the pipelines of a host.",
      usage: "rspmaint init ci --host <HOST> [<options>]",
      discussion: """
        They validate each push, and comment and attach the reviewers' report where changes are \
        reviewed. A file that somebody edited stays as it is.

        Examples:
          rspmaint init ci --host github
          rspmaint init ci --host gitlab
        """)

    @Option(help: ArgumentHelp("The host whose pipelines are wanted.", valueName: "HOST"))
    var host: PipelineHost

    @OptionGroup var global: GlobalOptions

    func run() throws {
      let workspace = try global.workspace()
      Console.print(try WriteExtras().pipelines(of: host, in: workspace))
    }
  }
}
