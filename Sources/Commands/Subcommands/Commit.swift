import ArgumentParser
import PortfolioModel
import Reports
import Verbs

extension Rspmaint {
  struct Commit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "commit",
      abstract: "Apply reviewed proposals: one commit each, all of them or none.",
      usage: "rspmaint commit (<NUMBER> ... | --ready) [<options>]",
      discussion: """
        Examples:
          rspmaint commit 2
          rspmaint commit --ready --no-gpg-sign
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var git: GitOptions
    @OptionGroup var rehearsal: DryRunOption

    @Argument(
      help: ArgumentHelp("The proposals' numbers.", valueName: "NUMBER"),
      completion: Candidates.proposals)
    var numbers: [Int] = []

    @Flag(help: "All proposals that are reviewed enough and wait for nothing.")
    var ready = false

    func validate() throws {
      guard numbers.isEmpty == ready else {
        throw ValidationError("Give the numbers of proposals, or --ready.")
      }
    }

    func run() throws {
      let workspace = try global.workspace(writes: true)
      let surroundings = rehearsal.applied(to: git.applied(to: global.surroundings))
      let chosen = ready ? try ReadyProposals.numbers(in: workspace, surroundings) : numbers
      let outcome = try CommitProposals(chosen, surroundings).run(in: workspace)
      let branch =
        outcome.branch.hasPrefix("refs/heads/")
        ? String(outcome.branch.dropFirst("refs/heads/".count)) : outcome.branch
      for commit in outcome.commits {
        let deed =
          rehearsal.dryRun
          ? "would be committed on \(branch), with"
          : "committed on \(branch) as \(commit.id.prefix(10))"
        Console.print(
          DisplayText.escaped("\(Proposal.label(commit.number)) \(commit.title): \(deed)") + "\n")
        guard rehearsal.dryRun else { continue }
        for path in commit.paths { Console.print("  \(DisplayText.line(path))\n") }
      }
      if outcome.assumesNoCommittee {
        Console.print(
          "There is no committee.yml: one approval by someone else was taken as enough.\n")
      }
      for path in outcome.kept {
        Console.print("Kept your change of \(DisplayText.line(path)).\n")
      }
    }
  }
}
