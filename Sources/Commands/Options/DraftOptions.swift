import ArgumentParser

/// Which proposal is written, and whether it is to be open.
struct DraftOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Add to this proposal instead of writing a new one.", valueName: "NUMBER"),
    completion: Candidates.proposals)
  var update: Int?

  @Flag(help: "Open the proposal for review at once.")
  var open = false
}
