import ArgumentParser
import Store

/// Whether a verb only says what it would do.
struct DryRunOption: ParsableArguments {
  @Flag(help: "Write nothing; say what would be written and saved.")
  var dryRun = false

  func applied(to surroundings: Surroundings) -> Surroundings {
    surroundings.with(saves: true, rehearses: dryRun)
  }
}
