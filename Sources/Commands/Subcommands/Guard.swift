import ArgumentParser
import Diagnostics
import History
import Reports
import Store
import Verbs

extension Rspmaint {
  struct Guard: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "guard",
      abstract: "Judge a push: as a hook of the shared repository, or beforehand.",
      discussion: """
        As a 'pre-receive' hook, it reads what the push moves from standard input; as an \
        'update' hook, from three arguments: the reference, its old id and its new id.

        It refuses a push that moves an edition. On protected branches it also refuses what \
        'audit' would not prove, a deletion, and a tip that does not follow the old one. \
        Protected are the branches in the server's 'rspmaint.protect', which may be set several \
        times, or else HEAD's branch.

        Examples:
          rspmaint guard install
          rspmaint guard --check main
        """,
      subcommands: [RunGuard.self, InstallGuardCommand.self], defaultSubcommand: RunGuard.self)
  }
}

extension Rspmaint {
  struct RunGuard: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "push", abstract: "Decide about a push (this is what the hook runs).",
      shouldDisplay: false)

    @OptionGroup var global: GlobalOptions

    @Option(
      help: ArgumentHelp(
        "Judge what this branch would push to its upstream.", valueName: "BRANCH"))
    var check: String?

    @Argument(
      help: ArgumentHelp(
        "A reference, its old id and its new id, as git gives them to an update hook.",
        valueName: "REFERENCE OLD NEW"))
    var update: [String] = []

    func validate() throws {
      guard update.isEmpty || (update.count == 3 && check == nil) else {
        throw ValidationError("An update hook gives three arguments: reference, old id, new id.")
      }
    }

    func run() throws {
      if let check {
        let workspace = try global.workspace(proves: true)
        let reference = try GuardCheck(check).reference(in: workspace)
        let verdicts = try JudgePush([reference], protectsAll: true, global.surroundings).run(
          in: workspace)
        try answer(verdicts, Console.print)
        return
      }
      do {
        let references = try references()
        let workspace = try Workspace(fromEnvironment: ())
        try answer(
          try JudgePush(references, global.surroundings).run(in: workspace), Console.printError)
      } catch let code as ExitCode {
        throw code
      } catch {
        // Whatever went wrong, nothing is taken that was not judged.
        Console.printError("rspmaint guard: The push could not be judged, so it is refused.\n")
        throw error
      }
    }

    private func references() throws -> [PushedReference] {
      guard update.isEmpty else {
        guard let one = PushedReference(name: update[0], old: update[1], new: update[2]) else {
          throw Refusal(.usage, "these are not a reference, an old id and a new id")
        }
        return [one]
      }
      guard !Console.isInputTerminal else {
        throw Refusal(
          .usage, "a hook's input is expected on standard input",
          help: ["before a push: \(run: .guardCheck)", "\(run: .guardInstall)"])
      }
      let lines = try Console.inputLines()
      let references = lines.compactMap { PushedReference(line: $0) }
      guard !lines.isEmpty, references.count == lines.count else {
        throw Refusal(.usage, "standard input does not hold the lines of a pre-receive hook")
      }
      return references
    }

    private func answer(_ verdicts: [GuardVerdict], _ say: (String) -> Void) throws {
      for verdict in verdicts {
        let sentences = verdict.objections + verdict.remarks
        for sentence in sentences.prefix(100) {
          say("rspmaint guard: \(DisplayText.line(sentence.text))\n")
        }
        if sentences.count > 100 { say("rspmaint guard: And \(sentences.count - 100) more.\n") }
      }
      guard verdicts.contains(where: \.isRefused) else { return }
      let name = update.first ?? (check == nil ? "The push" : "A push")
      say(
        "rspmaint guard: \(DisplayText.line(name)) \(check == nil ? "is" : "would be") refused.\n")
      throw ExitStatus.findings
    }
  }
}

extension Rspmaint {
  struct InstallGuardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "install", abstract: "Make the guard the hook of a shared repository.")

    @OptionGroup var global: GlobalOptions

    func run() throws {
      let workspace = try global.workspace(proves: true)
      let outcome = try InstallGuard(program: try Console.program(), global.surroundings)
        .run(in: workspace)
      Console.print(
        DisplayText.escaped(
          (outcome.wasThere ? "The hook is there already: " : "Wrote the hook ") + outcome.path)
          + "\n")
      Console.print(
        "It guards \(DisplayText.escaped(outcome.protected.joined(separator: ", "))), and edition tags."
          + "\n")
      for name in outcome.unmatched {
        Console.print(
          "There is no branch \(DisplayText.escaped(name)): if it should be another, say so on the "
            + "server.\n")
      }
      let others: Hint =
        "Others are added by: \(gitLine: .config(.add("rspmaint.protect", "BRANCH")))"
      Console.print(others.text + "\n")
    }
  }
}
