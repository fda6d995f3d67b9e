import ArgumentParser
import PortfolioModel
import Records
import Reports
import Store
import Verbs

/// What the verbs that write files of a proposal share.
struct StepOptions: ParsableArguments {
  @OptionGroup var global: GlobalOptions
  @OptionGroup var committing: CommitOption

  @Argument(help: "The proposal's number.")
  var number: Int

  /// Takes a step, says what it did, and commits its files where that is asked for.
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
      for sentence in outcome.sentences { Console.print(DisplayText.line(sentence) + "\n") }
      for path in outcome.paths { Console.print("Wrote \(DisplayText.line(path))\n") }
      try committing.carryOut(
        outcome.paths, message(outcome.entry.label), workspace, surroundings)
    }
  }
}

/// What the two verbs share that close a proposal.
struct ClosingOptions: ParsableArguments {
  @OptionGroup var step: StepOptions

  @Option(help: "Why, in a sentence.")
  var because: String

  func close(_ way: CloseProposal.Way, _ verb: String) throws {
    try step.take(way.rawValue, { "\(verb) proposal \($0)" }) { workspace in
      try CloseProposal(way, step.number, because: because, step.global.surroundings)
        .run(in: workspace)
    }
  }
}

extension Rspmaint {
  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Put a draft up for review.")

    @OptionGroup var step: StepOptions

    func run() throws {
      try step.take("open", { "Open proposal \($0)" }) { workspace in
        try OpenProposal(step.number, step.global.surroundings).run(in: workspace)
      }
    }
  }
}

extension Rspmaint {
  struct Refresh: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Bring a stale proposal up to what the portfolio holds now.")

    @OptionGroup var step: StepOptions

    func run() throws {
      try step.take("refresh", { "Refresh proposal \($0)" }) { workspace in
        try RefreshProposal(step.number, step.global.surroundings).run(in: workspace)
      }
    }
  }
}

extension Rspmaint {
  struct Reject: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Close a proposal that the committee does not want.")

    @OptionGroup var closing: ClosingOptions

    func run() throws { try closing.close(.reject, "Reject") }
  }
}

extension Rspmaint {
  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take back a proposal of your own.")

    @OptionGroup var closing: ClosingOptions

    func run() throws { try closing.close(.withdraw, "Withdraw") }
  }
}
