import ArgumentParser
import Diagnostics
import PortfolioModel
import Records
import Reports
import Store
import Verbs

extension Rspmaint {
  struct Save: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "save",
      abstract: "Save what you edited by hand below \(Layout.proposalsStart), if it is valid.",
      usage: "rspmaint save [<NUMBER>] [<options>]",
      discussion: """
        Verbs save what they write themselves. This saves your own edits of proposals: of all, or \
        of one. Edited records become a proposal by 'rspmaint propose --from-worktree'.

        Examples:
          rspmaint save
          rspmaint save 2 --dry-run
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var git: GitOptions
    @OptionGroup var rehearsal: DryRunOption

    @Argument(
      help: ArgumentHelp("A proposal's number (default: all edits).", valueName: "NUMBER"),
      completion: Candidates.proposals)
    var number: Int?

    func run() throws {
      let workspace = try global.workspace(writes: true)
      let surroundings = rehearsal.applied(to: git.applied(to: global.surroundings))
      let outcome = try SaveEdits(number, surroundings).run(in: workspace)
      show(outcome)
      for line in left(outcome.edits.others) { Console.print(DisplayText.line(line.text) + "\n") }
    }

    private func show(_ outcome: SaveEdits.Outcome) {
      guard !outcome.edits.chosen.isEmpty else {
        return Console.print(
          "There is nothing to save\(number.map { " of proposal \(Proposal.label($0))" } ?? "").\n")
      }
      let verb = outcome.id.map { "Saved as \($0.prefix(10))" } ?? "Would save"
      Console.print("\(verb), “\(DisplayText.line(outcome.message.text))”:\n")
      for path in outcome.edits.chosen {
        let suffix = outcome.isRemoved(path) ? " (removed)" : ""
        Console.print("  \(DisplayText.line(path))\(suffix)\n")
      }
    }

    /// What was edited and is not saved, with what to do about it.
    private func left(_ paths: [String]) -> [Hint] {
      let proposals = paths.filter { $0.hasPrefix(Layout.proposalsStart) }
      let records = paths.filter { !$0.hasPrefix(Layout.proposalsStart) }
      var lines: [Hint] = []
      if !proposals.isEmpty {
        lines.append(
          "Not saved: \(proposals.listed). Save all edits of proposals: \(run: .save(nil)).")
      }
      if !records.isEmpty {
        lines.append(
          "Not saved: \(records.listed). Make edited records a proposal: "
            + "\(run: .propose(.fromWorktree)).")
      }
      return lines
    }
  }
}
