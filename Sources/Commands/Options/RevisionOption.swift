import ArgumentParser
import Records
import Store

/// The version of the portfolio that a verb reads.
struct RevisionOption: ParsableArguments {
  @Option(
    name: .customLong("rev"),
    help: ArgumentHelp(
      "Read this commit, branch or tag instead of the worktree.", valueName: "REVISION"))
  var revision: String?

  func snapshot(_ workspace: borrowing Workspace) throws -> Snapshot {
    let snapshot = try workspace.snapshot(source)
    Lasting.keep(snapshot)
    return snapshot
  }

  /// What the revision says about the standard that a text names.
  func snapshot(
    _ workspace: borrowing Workspace, about text: String,
    below tops: [String] = [Layout.portfolioFolder]
  ) throws -> Snapshot {
    try workspace.snapshot(source, about: text, below: tops)
  }

  var source: Workspace.SnapshotSource {
    revision.map { .revision($0) } ?? .worktree
  }
}

/// The steps of a git commit that can be skipped.
struct GitOptions: ParsableArguments {
  @Flag(help: "Skip the hooks pre-commit and commit-msg.")
  var noVerify = false

  @Flag(help: "Do not sign, whatever git is set to.")
  var noGpgSign = false

  func applied(to surroundings: Surroundings) -> Surroundings {
    surroundings.committing(skipsHooks: noVerify, skipsSigning: noGpgSign)
  }
}
