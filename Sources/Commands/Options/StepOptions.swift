import ArgumentParser
import Diagnostics
import PortfolioModel
import Records
import Reports
import Store
import Verbs

/// What the verbs that write a proposal's files have in common.
struct StepOptions: ParsableArguments {
  @OptionGroup var global: GlobalOptions
  @OptionGroup var committing: CommitOption

  @Argument(help: ArgumentHelp("The proposal's number.", valueName: "NUMBER"))
  var number: Int

  /// Takes a step, prints what it did, and commits its files if `--commit` was given.
  ///
  /// `verb`: what others who wait for the lock are told. `message`: the commit's, from the
  /// proposal's label.
  func take(
    _ verb: String, _ message: (String) -> String,
    _ step: (borrowing Workspace) throws -> StepOutcome
  ) throws {
    let workspace = try global.workspace(writes: true)
    let surroundings = global.surroundings
    try workspace.holdingLock(verb, surroundings) {
      let outcome = try workspace.explaining(number) {
        if committing.commit { try workspace.refuseUncommitted(number) }
        try committing.prepare(workspace, surroundings)
        return try step(workspace)
      }
      for sentence in outcome.sentences { Console.print(DisplayText.line(sentence.text) + "\n") }
      for path in outcome.paths { Console.print("Wrote \(DisplayText.line(path))\n") }
      try committing.carryOut(
        outcome.paths, message(outcome.entry.label), workspace, surroundings)
    }
  }
}

/// What the two verbs that close a proposal have in common.
struct ClosingOptions: ParsableArguments {
  @OptionGroup var step: StepOptions

  @Option(help: ArgumentHelp("Why, in a sentence.", valueName: "REASON"))
  var because: String

  func close(_ way: CloseProposal.Way, _ verb: String) throws {
    try step.take(way.rawValue, { "\(verb) proposal \($0)" }) { workspace in
      try CloseProposal(way, step.number, because: because, step.global.surroundings)
        .run(in: workspace)
    }
  }
}
