import ArgumentParser
import Diagnostics
import Reports
import Store
import Verbs

extension Rspmaint {
  struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "undo",
      abstract: "Take back your last save, if you have not shared it.",
      usage: "rspmaint undo [<options>]",
      discussion: """
        The files of that save become what they were before it. Nothing that was edited since is \
        lost: then it is refused. An acceptance is never taken back.

        Examples:
          rspmaint undo
          rspmaint undo --dry-run
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rehearsal: DryRunOption

    func run() throws {
      let workspace = try global.workspace(writes: true)
      let outcome = try UndoSave(rehearsal.applied(to: global.surroundings)).run(in: workspace)
      let id = String(outcome.id.prefix(10))
      let verb = rehearsal.dryRun ? "Would take back" : "Took back"
      Console.print("\(verb) \(id), “\(DisplayText.line(outcome.title))”:\n")
      for (path, isGone) in outcome.files where !outcome.kept.contains(path) {
        let state = isGone ? "removed" : "as it was before"
        Console.print("  \(DisplayText.line(path)) (\(state))\n")
      }
      for path in outcome.kept { Console.print("Kept your change of \(DisplayText.line(path)).\n") }
      guard !rehearsal.dryRun else { return }
      let hint: Hint = "To have it again: \(git: .takeAgain(id))."
      Console.print(hint.text + "\n")
    }
  }
}
