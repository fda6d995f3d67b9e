import ArgumentParser
import Diagnostics
import Reports
import Store
import Verbs

/// What the steps of ballots, surveys and editions have in common that write.
struct DeskOptions: ParsableArguments {
  @OptionGroup var global: GlobalOptions
  @OptionGroup var git: GitOptions
  @OptionGroup var rehearsal: DryRunOption

  private var surroundings: Surroundings {
    rehearsal.applied(to: git.applied(to: global.surroundings))
  }

  /// Takes a step, says so where it is only rehearsed, and prints what it did.
  func take<Outcome>(
    _ step: (borrowing Workspace, Surroundings) throws -> Outcome, print: (Outcome) -> Void
  ) throws {
    let workspace = try global.workspace(writes: true)
    let outcome = try step(workspace, surroundings)
    if rehearsal.dryRun { WrittenSummary.announceRehearsal() }
    print(outcome)
  }

  /// The same of a step of a ballot or a survey.
  func take(_ step: (borrowing Workspace, Surroundings) throws -> DeskOutcome) throws {
    try take(step, print: DeskOptions.print)
  }

  private static func print(_ outcome: DeskOutcome) {
    for finding in outcome.findings {
      Console.print("finding: " + DisplayText.line(finding) + "\n")
    }
    for sentence in outcome.sentences { Console.print(DisplayText.line(sentence.text) + "\n") }
    if let written = outcome.written { WrittenSummary.print(written, of: nil) }
  }
}
