import ArgumentParser
import Diagnostics
import PortfolioModel
import Verbs

extension Rspmaint.Ballot {
  struct OpenStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "open", abstract: "Freeze proposals into a ballot, on which voting begins.",
      usage: """
        rspmaint ballot open <ID> --proposals <NUMBERS> --title <TITLE>
                                     --closes <DATE> [<options>]
        """,
      discussion: """
        Examples:
          rspmaint ballot open cd-2 --proposals 3,7..9 --title CD --closes 2030-01-31
          rspmaint ballot open cd-2 --proposals open --title CD --closes 2030-01-31 --dry-run
        """)

    @OptionGroup var step: BallotStepOptions

    @Option(
      help: ArgumentHelp(
        "What is voted on: numbers, ranges, or 'open'.", valueName: "NUMBERS"),
      completion: Candidates.proposals)
    var proposals: [ProposalSelection]

    @Option(help: ArgumentHelp("What the ballot is called.", valueName: "TITLE"))
    var title: String

    @Option(help: ArgumentHelp("The last day of voting.", valueName: "DATE"))
    var closes: CalendarDate

    @Option(help: ArgumentHelp("The document's number, such as 'N 1234'.", valueName: "DOCUMENT"))
    var document: String?

    @Option(help: ArgumentHelp("The project, such as 'ISO/CD 21860'.", valueName: "PROJECT"))
    var project: String?

    @Option(
      help: ArgumentHelp("One vote on each proposal, or on all as a package.", valueName: "WAY"))
    var voteOn = PortfolioModel.Ballot.Granularity.each

    @Option(
      help: ArgumentHelp(
        "The time zone of the dates: UTC, or an offset such as +01:00.", valueName: "ZONE"))
    var zone = ZoneOffset.utc

    @Option(
      help: ArgumentHelp(
        "An earlier commit that the voters' report is made on (default: the last one).",
        valueName: "REVISION"))
    var base: String?

    @Option(
      help: ArgumentHelp("The member who votes for a body.", valueName: "BODY=MEMBER"))
    var voter: [BodyVoter] = []

    func run() throws {
      try step.options.take { workspace, surroundings in
        try OpenBallot(
          step.id,
          OpenBallot.Request(
            title: title, proposals: proposals, closes: closes, document: document,
            project: project, voteOn: voteOn, zone: zone,
            base: base, voters: voter.map { (body: $0.body, member: $0.member) }), by: .ours,
          surroundings
        ).run(in: workspace)
      }
    }
  }
}

/// A body and who votes for it, as `BODY=MEMBER`.
struct BodyVoter: ExpressibleByArgument {
  let body: Identifier
  let member: Identifier

  init?(argument: String) {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let body = Identifier(parts[0]), let member = Identifier(parts[1])
    else { return nil }
    (self.body, self.member) = (body, member)
  }
}

extension ZoneOffset: ArgumentParser.ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }

  package var defaultValueDescription: String { description }
}

extension PortfolioModel.Ballot.Granularity: ArgumentParser.ExpressibleByArgument {}
