import ArgumentParser
import Diagnostics
import Reports
import Store
import Verbs

extension Rspmaint {
  struct RunHookStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "run", abstract: "Do what a hook does (this is what the hooks call).",
      discussion: """
        A hook of your own, or the pre-commit framework, can call it. It lets commits pass that \
        rspmaint makes itself, which are judged already.

        Examples:
          rspmaint hooks run pre-commit
          rspmaint hooks run commit-msg .git/COMMIT_EDITMSG
        """)

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("pre-commit, commit-msg or diff.", valueName: "PART"))
    var part: HookPart

    @Argument(
      help: ArgumentHelp(
        "The file of the message, or the one to show in words.", valueName: "FILE"),
      completion: .file())
    var file: String?

    func validate() throws {
      if (part == .preCommit) != (file == nil) {
        throw ValidationError(
          part == .preCommit ? "pre-commit takes no file." : "\(part.rawValue) needs a file.")
      }
    }

    func run() throws {
      switch part {
      case .diff: Console.print(bytes: try ShowInWords(file ?? "").run())
      case _ where Console.variable("RSPMAINT_COMMIT") == "1": return
      case .commitMessage: try JudgeMessage(at: file ?? "").run()
      case .preCommit: try judgeStaged()
      }
    }

    private func judgeStaged() throws {
      let workspace = try global.workspace()
      let outcome = try JudgeStaged(index: Console.index, global.surroundings).run(in: workspace)
      guard outcome.errors.isEmpty else {
        throw Findings(outcome.errors, "nothing was committed, as these errors would be new")
      }
      guard let first = outcome.byHand.first else { return }
      let more = outcome.byHand.count > 1 ? " and \(outcome.byHand.count - 1) more" : ""
      Console.printNote(
        "the audit would object to a change by hand of \(first)\(more): before it is committed, "
          + "\(run: .propose(.fromWorktree)) makes a proposal of it")
    }
  }
}
