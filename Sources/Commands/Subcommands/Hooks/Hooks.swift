import ArgumentParser
import Reports
import Verbs

extension Rspmaint {
  struct Hooks: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "hooks",
      abstract: "Let git judge commits that are made by hand, and show changes in words.",
      usage: "rspmaint hooks <STEP> [<PART> ...] [<options>]",
      discussion: """
        pre-commit judges what is staged, by the errors that the last commit does not have; \
        commit-msg keeps out lines that rspmaint alone writes; diff lets 'git diff' and \
        'git log -p' show records as sentences. A hook of your own is never overwritten.

        Examples:
          rspmaint hooks install
          rspmaint hooks remove diff
        """,
      subcommands: [
        InstallHooksStep.self, HooksStatusStep.self, RemoveHooksStep.self, RunHookStep.self,
      ])
  }
}

extension HookPart: ExpressibleByArgument {}

/// The parts that a step is about.
struct HookParts: ParsableArguments {
  @Argument(
    help: ArgumentHelp("pre-commit, commit-msg or diff (default: all).", valueName: "PART"))
  var parts: [HookPart] = []

  func change(_ global: GlobalOptions) throws -> ChangeHooks {
    ChangeHooks(
      parts.isEmpty ? HookPart.allCases : HookPart.allCases.filter(parts.contains),
      program: try Console.program(), global.surroundings)
  }
}
