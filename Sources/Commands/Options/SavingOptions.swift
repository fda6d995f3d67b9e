import ArgumentParser
import Store

/// Whether a verb saves the files that it writes, and how.
struct SavingOptions: ParsableArguments {
  @Flag(help: "Only write the files; save nothing.")
  var noSave = false

  @Flag(help: "Write nothing; say what would be written and saved.")
  var dryRun = false

  @OptionGroup var git: GitOptions

  func applied(to surroundings: Surroundings) -> Surroundings {
    git.applied(to: surroundings).with(saves: !noSave, rehearses: dryRun)
  }
}
