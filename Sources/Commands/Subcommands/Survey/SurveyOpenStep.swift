import ArgumentParser
import Diagnostics
import PortfolioModel
import Verbs

extension Rspmaint.Survey {
  struct OpenStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "open", abstract: "Freeze what experts are asked; the first round begins.",
      usage: """
        rspmaint survey open <ID> (<STANDARD> ... | --category <CATEGORY>)
                                     --title <TITLE> --closes <DATE> [<options>]
        """,
      discussion: """
        One level is asked for each standard, factor and region. Names are kept on this machine alone; \
        files and reports hold pseudonyms.

        Examples:
          rspmaint survey open use-2030 --category data --title Use --closes 2030-01-31
          rspmaint survey open tools example-code-set --title T --closes 2030-01-31
        """)

    @OptionGroup var step: SurveyStepOptions

    @Argument(
      help: ArgumentHelp("The standards, each by a whole name.", valueName: "STANDARD"),
      completion: Candidates.standards)
    var standards: [String] = []

    @Option(help: ArgumentHelp("All standards of this category.", valueName: "CATEGORY"))
    var category: PortfolioModel.Category?

    @Option(
      help: ArgumentHelp(
        "What is asked, with commas: maturity, adoption, deployment, tooling (default: all).",
        valueName: "FACTORS"), completion: Candidates.factors)
    var factors: FactorList?

    @Option(help: ArgumentHelp("What the survey is called.", valueName: "TITLE"))
    var title: String

    @Option(help: ArgumentHelp("The last day of the first round.", valueName: "DATE"))
    var closes: CalendarDate

    @Option(
      help: ArgumentHelp(
        "An expert who is asked, for the response rate.", valueName: "NAME <EMAIL>"))
    var invite: [Person] = []

    @Option(help: ArgumentHelp("How many rounds there may be.", valueName: "NUMBER"))
    var rounds = 3

    @Option(
      help: ArgumentHelp("How many levels it takes at least to agree.", valueName: "NUMBER"))
    var answers = 3

    @Option(
      help: ArgumentHelp("The part of them that has to be the same.", valueName: "FRACTION"))
    var share = Fraction.usualShare

    @Flag(help: "Show today's rating in the first round too.")
    var showRatings = false

    func validate() throws {
      guard standards.isEmpty != (category == nil) else {
        throw ValidationError(
          category == nil
            ? "Name standards, or a --category." : "Name standards or a --category, not both.")
      }
    }

    func run() throws {
      let agreement = PortfolioModel.Survey.Agreement(answers: answers, share: share)
      let request = OpenSurvey.Request(
        title: title, standards: standards, category: category, factors: factors?.factors ?? [],
        closes: closes, showsRatings: showRatings, mostRounds: rounds, agreement: agreement,
        invited: invite)
      try step.options.take { workspace, surroundings in
        try OpenSurvey(step.id, request, salt: Console.salt(), surroundings).run(in: workspace)
      }
    }
  }
}

/// Factors with commas between them, each by its name or the last word of it.
struct FactorList: ExpressibleByArgument {
  let factors: [Factor]

  init?(argument: String) {
    let words = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let factors = words.compactMap { Factor.named($0) }
    guard factors.count == words.count else { return nil }
    self.factors = factors
  }
}

extension Fraction {
  /// Two thirds.
  fileprivate static let usualShare: Fraction = {
    guard let share = Fraction(2, of: 3) else { preconditionFailure("2/3 is a fraction") }
    return share
  }()
}

extension Fraction: ArgumentParser.ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }

  package var defaultValueDescription: String { description }
}
