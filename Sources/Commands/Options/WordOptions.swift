import ArgumentParser
import PortfolioModel
import Verbs

/// What a proposal says.
struct WordOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The proposal's title, on one line.", valueName: "TEXT"))
  var title: String?

  @Option(
    help: ArgumentHelp(
      "Why the change is proposed, in whole sentences.", valueName: "TEXT"))
  var rationale: String?

  @Option(
    help: ArgumentHelp(
      "A piece of evidence; its kind, as 'survey: ', may stand first.", valueName: "TITLE <URL>"))
  var evidence: [String] = []

  @Option(
    help: ArgumentHelp(
      "What kind of proposal it is (default: judged by its changes).",
      valueName: "NATURE"))
  var nature: Nature?

  @Option(
    help: ArgumentHelp("A proposal that has to be accepted first.", valueName: "NUMBER"),
    completion: Candidates.proposals)
  var after: [Int] = []

  @Option(
    help: ArgumentHelp(
      "A comment that the change answers, while those of a ballot are answered.",
      valueName: "COMMENT"))
  var answers: [Comment.ID] = []

  func fill(_ request: inout ProposeRequest) {
    request.title = title
    request.rationale = rationale
    request.evidence = evidence
    request.nature = nature
    request.after = after
    request.answers = answers
  }
}

extension Comment.ID: ArgumentParser.ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}
