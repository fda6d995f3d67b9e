import ArgumentParser
import Reports
import Verbs

extension Rspmaint {
  struct InstallHooksStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "install", abstract: "Install the hooks and the diff driver.",
      discussion: """
        Writes into the repository's own hooks, configuration and attributes, which all its \
        worktrees share and nobody else gets.

        Examples:
          rspmaint hooks install
          rspmaint hooks install diff
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var parts: HookParts

    func run() throws {
      let workspace = try global.workspace(writes: true)
      for one in try parts.change(global).install(in: workspace) {
        Console.print("\(one.part.rawValue): \(one.phrase)\n")
      }
    }
  }

  struct HooksStatusStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "status", abstract: "Say what is installed.",
      usage: "rspmaint hooks status [<options>]",
      discussion: """
        Examples:
          rspmaint hooks status
          rspmaint hooks status --format json
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: ReportOptions

    func run() throws {
      let workspace = try global.workspace()
      let found = try ReadHooks(program: try Console.program(), global.surroundings)
        .run(in: workspace)
      let report = HooksReport(found.map { ($0.part.rawValue, $0.state.rawValue, $0.phrase) })
      try output.print(report.report, json: report.json)
    }
  }

  struct RemoveHooksStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Take away what 'hooks install' wrote, and nothing else.",
      discussion: """
        Examples:
          rspmaint hooks remove
          rspmaint hooks remove pre-commit commit-msg
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var parts: HookParts

    func run() throws {
      let workspace = try global.workspace(writes: true)
      for one in try parts.change(global).remove(in: workspace) {
        Console.print("\(one.part.rawValue): \(one.isOurs ? "removed" : one.phrase)\n")
      }
    }
  }
}

extension FoundHook {
  /// How it stands, on one line.
  var phrase: String {
    let path = DisplayText.line(path)
    return switch state {
    case .missing: "not installed"
    case .installed: "installed, in \(path)"
    case .outdated: "installed by another rspmaint or for another folder, in \(path)"
    case .called: "called by your own hook, \(path)"
    case .other: "something else is in its place, and stays: \(path)"
    }
  }
}
