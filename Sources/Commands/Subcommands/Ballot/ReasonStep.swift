import ArgumentParser
import PortfolioModel
import Verbs

extension Rspmaint.Ballot {
  struct ReasonStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reason",
      abstract: "Record whether a body's negative vote has a technical reason.",
      usage: "rspmaint ballot reason <ID> <BODY> (technical | none) --because <REASON>",
      discussion: """
        A vote without a technical reason may be left out of the count. Where the body gave technical \
        comments, 'none' takes --although-technical, and the judgement names them.

        Examples:
          rspmaint ballot reason cd-2 de technical --because 'It names a flaw.'
          rspmaint ballot reason cd-2 de none --proposal 4 --because 'It is about dates.'
        """)

    @OptionGroup var step: BallotStepOptions

    @Argument(
      help: ArgumentHelp("The body, by its id.", valueName: "BODY"), completion: Candidates.bodies)
    var body: Identifier

    @Argument(help: ArgumentHelp("technical, or none.", valueName: "REASON"))
    var reason: NegativeReason

    @Option(
      help: ArgumentHelp(
        "The proposal whose vote is meant (default: all that the body disapproved).",
        valueName: "NUMBER"))
    var proposal: Int?

    @Flag(help: "Judge that there is no technical reason although comments are technical.")
    var althoughTechnical = false

    @Option(help: ArgumentHelp("Why, in a sentence.", valueName: "REASON"))
    var because: String

    func run() throws {
      try step.options.take { workspace, surroundings in
        try JudgeReason(
          step.id, of: body, reason, on: proposal, althoughTechnical: althoughTechnical,
          because: because, surroundings
        ).run(in: workspace)
      }
    }
  }
}

extension NegativeReason: ArgumentParser.ExpressibleByArgument {}
