import ArgumentParser
import PortfolioModel
import Reports
import Verbs

extension Rspmaint {
  struct Renumber: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "renumber",
      abstract: "Give one of two proposals with the same number a free one.",
      usage: "rspmaint renumber <NUMBER> [<options>]",
      discussion: """
        The younger one moves, or the one that is not shared yet; never one that was accepted, nor \
        the reviewed one of two. Where there is a shared repository, 'rspmaint sync' does it.

        Examples:
          rspmaint renumber 2
          rspmaint renumber 2 --no-gpg-sign
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var git: GitOptions

    @Argument(
      help: ArgumentHelp("The number that they share.", valueName: "NUMBER"),
      completion: Candidates.proposals)
    var number: Int

    func run() throws {
      let workspace = try global.workspace(writes: true)
      let outcome = try RenumberProposal(number, git.applied(to: global.surroundings)).run(
        in: workspace)
      for (from, to) in outcome.moved {
        Console.print(DisplayText.line("\(from) is now \(to).") + "\n")
      }
      Console.print(DisplayText.line("\(outcome.kept) keeps its number.") + "\n")
      for (number, reviewers) in outcome.lapsed {
        Console.print(
          DisplayText.line(
            "The \(reviewers.count == 1 ? "review" : "reviews") of \(reviewers.conjunction) of "
              + "proposal \(Proposal.label(number)) no longer \(reviewers.count == 1 ? "counts" : "count")"
              + ", as a proposal that it comes after has another number: ask again.") + "\n")
      }
    }
  }
}
