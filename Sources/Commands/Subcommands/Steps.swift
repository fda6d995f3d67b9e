import ArgumentParser
import Maintenance
import PortfolioModel
import Reports

/// Says what a step in a proposal's life did.
enum Step {
  static func report(_ outcome: StepOutcome) {
    for sentence in outcome.sentences { Console.print(DisplayText.escaped(sentence) + "\n") }
    for path in outcome.paths { Console.print("Wrote \(path)\n") }
  }
}

struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Put a draft up for review.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var committing: CommitOption

  @Argument(help: "The proposal's number.")
  var number: Int

  func run() throws {
    let workspace = try global.workspace()
    let outcome = try OpenProposal(number, global.surroundings).run(in: workspace)
    Step.report(outcome)
    try committing.carryOut(
      outcome.paths, "Open proposal \(outcome.entry.label)", workspace, global.surroundings)
  }
}

struct Refresh: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring a stale proposal up to what the portfolio holds now.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var committing: CommitOption

  @Argument(help: "The proposal's number.")
  var number: Int

  func run() throws {
    let workspace = try global.workspace()
    let outcome = try RefreshProposal(number, global.surroundings).run(in: workspace)
    Step.report(outcome)
    try committing.carryOut(
      outcome.paths, "Refresh proposal \(outcome.entry.label)", workspace, global.surroundings)
  }
}

struct Reject: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Close a proposal that the committee does not want.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var committing: CommitOption

  @Argument(help: "The proposal's number.")
  var number: Int

  @Option(help: "Why, in a sentence.")
  var because: String

  func run() throws {
    let workspace = try global.workspace()
    let outcome = try CloseProposal(.reject, number, because: because, global.surroundings)
      .run(in: workspace)
    Step.report(outcome)
    try committing.carryOut(
      outcome.paths, "Reject proposal \(outcome.entry.label)", workspace, global.surroundings)
  }
}

struct Withdraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take back a proposal of your own.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var committing: CommitOption

  @Argument(help: "The proposal's number.")
  var number: Int

  @Option(help: "Why, in a sentence.")
  var because: String

  func run() throws {
    let workspace = try global.workspace()
    let outcome = try CloseProposal(.withdraw, number, because: because, global.surroundings)
      .run(in: workspace)
    Step.report(outcome)
    try committing.carryOut(
      outcome.paths, "Withdraw proposal \(outcome.entry.label)", workspace, global.surroundings)
  }
}
