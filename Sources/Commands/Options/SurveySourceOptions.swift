import ArgumentParser
import PortfolioModel
import Store
import Verbs

/// The survey that a proposal is made from.
struct SurveySourceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Propose what the experts of a survey agree on, where it differs.", valueName: "ID"),
    completion: Candidates.surveys)
  var fromSurvey: Identifier?

  @Flag(help: "With --from-survey: a proposal for each standard, not one for all.")
  var byStandard = false

  /// - Parameter others: What else says what changes.
  func validate(besides others: Bool) throws {
    if byStandard, fromSurvey == nil {
      throw ValidationError("--by-standard goes with --from-survey.")
    }
    if fromSurvey != nil, others {
      throw ValidationError("--from-survey goes without standards, --set and the like.")
    }
  }

  /// Writes the proposals; false where no survey is named.
  func write(
    _ request: ProposeRequest, in workspace: borrowing Workspace, _ surroundings: Surroundings
  ) throws -> Bool {
    guard let fromSurvey else { return false }
    let source = SurveyProposals(fromSurvey, byStandard: byStandard, surroundings)
    for request in try source.requests(saying: request, in: workspace) {
      let outcome = try WriteProposal(request, surroundings).fromFlags(in: workspace, updating: nil)
      ProposeSummary.print(outcome, isUpdate: false)
    }
    return true
  }
}
