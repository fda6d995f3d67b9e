import ArgumentParser
import Diagnostics
import Reports
import Store
import Verbs

/// What the verbs that write a proposal's files have in common.
struct StepOptions: ParsableArguments {
  @OptionGroup var global: GlobalOptions
  @OptionGroup var saving: SavingOptions

  @Argument(
    help: ArgumentHelp("The proposal's number.", valueName: "NUMBER"),
    completion: Candidates.proposals)
  var number: Int

  /// Takes a step and prints what it did.
  func take(_ step: (borrowing Workspace, Surroundings) throws -> StepOutcome) throws {
    let workspace = try global.workspace(writes: true)
    let outcome = try step(workspace, saving.applied(to: global.surroundings))
    if saving.dryRun { WrittenSummary.announceRehearsal() }
    for sentence in outcome.sentences { Console.print(DisplayText.line(sentence.text) + "\n") }
    if let written = outcome.written { WrittenSummary.print(written, of: number) }
  }
}

/// What the two verbs that close a proposal have in common.
struct ClosingOptions: ParsableArguments {
  @OptionGroup var step: StepOptions

  @Option(help: ArgumentHelp("Why, in a sentence.", valueName: "REASON"))
  var because: String

  func close(_ way: CloseProposal.Way) throws {
    try step.take { workspace, surroundings in
      try CloseProposal(way, step.number, because: because, surroundings).run(in: workspace)
    }
  }
}
