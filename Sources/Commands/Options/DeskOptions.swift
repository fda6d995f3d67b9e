import ArgumentParser
import Diagnostics
import Reports
import Store
import Verbs

/// What the steps of ballots and surveys have in common that write.
struct DeskOptions: ParsableArguments {
  @OptionGroup var global: GlobalOptions
  @OptionGroup var git: GitOptions
  @OptionGroup var rehearsal: DryRunOption

  var surroundings: Surroundings { rehearsal.applied(to: git.applied(to: global.surroundings)) }

  /// Takes a step and prints what it did.
  func take(_ step: (borrowing Workspace, Surroundings) throws -> DeskOutcome) throws {
    let workspace = try global.workspace(writes: true)
    let outcome = try step(workspace, surroundings)
    if rehearsal.dryRun { WrittenSummary.announceRehearsal() }
    for finding in outcome.findings {
      Console.print("finding: " + DisplayText.line(finding) + "\n")
    }
    for sentence in outcome.sentences { Console.print(DisplayText.line(sentence.text) + "\n") }
    if let written = outcome.written { WrittenSummary.print(written, of: nil) }
  }
}
