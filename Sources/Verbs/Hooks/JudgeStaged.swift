package import Diagnostics
import Git
import Records
package import Store

/// Judges what is staged, as git's hook pre-commit: by the errors that the last commit does not have.
///
/// An error that is committed already keeps nobody from working: it may take several commits to mend
/// it, and a commit of something else has nothing to do with it.
package struct JudgeStaged: Sendable {
  package struct Outcome: Sendable {
    /// The errors that the commit would bring.
    package let errors: [Diagnostic]
    /// The files below `Portfolio/` that it would change, which accepted proposals alone should do;
    /// none where it would be the first with a portfolio.
    package let byHand: [String]
  }

  private let index: String?
  private let surroundings: Surroundings

  /// - Parameter index: The index that git gave to the hook; nil for the worktree's own.
  package init(index: String?, _ surroundings: Surroundings) {
    self.index = index
    self.surroundings = surroundings
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> Outcome {
    let staged = try workspace.snapshot(.staged(index: index))
    let tip = try workspace.baseID().flatMap { ObjectID(hex: $0) }
    var saved: Snapshot?
    if let tip {
      let tree = try workspace.commit(tip).tree
      saved = try workspace.snapshot(ofTree: tree, named: "HEAD", after: staged)
    }
    let known = saved?.files ?? PortfolioFiles(prefix: staged.files.prefix)
    let changed = known.changes(to: staged.files)
    // What is taken away as a whole is not judged: nothing is left that could be wrong.
    guard !changed.isEmpty, !staged.files.paths.isEmpty else {
      return Outcome(errors: [], byHand: [])
    }
    var errors = try errors(in: staged, .staged(index: index), workspace)
    if !errors.isEmpty, let tip, let saved, !saved.files.paths.isEmpty {
      errors = errors.new(since: try self.errors(in: saved, .revision(tip.hex), workspace))
    }
    let byHand =
      known.paths.isEmpty
      ? [] : changed.filter { $0.utf8.starts(with: Layout.portfolioStart.utf8) }
    return Outcome(errors: errors, byHand: byHand.map { staged.files.prefix + $0 })
  }

  private func errors(
    in snapshot: Snapshot, _ source: Workspace.SnapshotSource, _ workspace: borrowing Workspace
  ) throws(Refusal) -> [Diagnostic] {
    let evidence = try ReviewEvidence(snapshot, at: source, in: workspace, surroundings)
    return Validation(
      snapshot, today: surroundings.today, evidence: evidence, findsNotes: false
    ).diagnostics.filter { $0.severity == .error }
  }
}
