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
    try workspace.snapshot(source)
  }

  var source: Workspace.SnapshotSource {
    revision.map { .revision($0) } ?? .worktree
  }
}

/// Whether a verb commits the files it writes.
struct CommitOption: ParsableArguments {
  @Flag(help: "Commit exactly the files that were written.")
  var commit = false

  @OptionGroup var git: GitOptions

  /// Refuses before anything is written if `--commit` was given and no commit can be made.
  func prepare(
    _ workspace: borrowing Workspace, _ surroundings: Surroundings
  ) throws {
    guard commit else { return }
    try workspace.refuseUncommittable(git.applied(to: surroundings))
  }

  func carryOut(
    _ paths: [String], _ message: String, _ workspace: borrowing Workspace,
    _ surroundings: Surroundings
  ) throws {
    guard commit, !paths.isEmpty else { return }
    let id = try workspace.commit(paths, message, git.applied(to: surroundings))
    Console.print("Committed as \(id.prefix(10)).\n")
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
