import Diagnostics
import Git
import History
package import PortfolioModel
import Records
package import Store

/// Saves what was edited by hand below `Proposals/`, if it is valid.
package struct SaveEdits: Sendable {
  package struct Outcome: Sendable {
    package let edits: HandEdits
    package let message: SaveMessage
    /// The commit, as 40 hexadecimal digits; nil where nothing was to be saved, or in a rehearsal.
    package let id: String?

    /// Whether a file was removed.
    package func isRemoved(_ path: String) -> Bool { edits.worktree.files[path] == nil }
  }

  /// The proposal whose edits are saved; nil for all.
  package let number: Int?
  package let surroundings: Surroundings

  package init(_ number: Int?, _ surroundings: Surroundings) {
    self.number = number
    self.surroundings = surroundings
  }

  /// - Throws: `Findings` where an edit brings an error.
  package func run(in workspace: borrowing Workspace) throws -> Outcome {
    var errors: [Diagnostic] = []
    let outcome = try workspace.locked("save", surroundings) { () throws(Refusal) -> Outcome? in
      let (_, tip) = try workspace.branch()
      let saved = try workspace.snapshot(of: tip)
      let worktree = try workspace.snapshot(.worktree, after: saved)
      let edits = HandEdits(of: number, from: saved, to: worktree)
      if let number, edits.chosen.isEmpty { _ = try worktree.existing(number) }
      let message = SaveMessage.edits(edits.numbers)
      guard !edits.chosen.isEmpty else { return Outcome(edits: edits, message: message, id: nil) }
      try workspace.refuseUncommittable(surroundings)
      try edits.refuseClosed()
      try edits.refuseBallots()
      let files = try edits.files()
      errors = try self.errors(edits, at: tip, workspace)
      guard errors.isEmpty else { return nil }
      guard !surroundings.rehearses else {
        return Outcome(edits: edits, message: message, id: nil)
      }
      let published = try workspace.save(files, as: message, surroundings)
      return Outcome(edits: edits, message: message, id: published.ids.first?.hex)
    }
    guard let outcome else { throw Findings(errors, "nothing was saved") }
    return outcome
  }

  /// The errors that the edits bring. One that was saved before does not keep from saving: it may
  /// take more than one edit to mend it.
  private func errors(
    _ edits: HandEdits, at tip: ObjectID, _ workspace: borrowing Workspace
  ) throws(Refusal) -> [Diagnostic] {
    let places = edits.chosen.map { path in
      let steps = path.utf8.split(separator: UInt8(ascii: "/"))
      return edits.worktree.files.prefix
        + (steps.count > 2 ? "\(Layout.proposalsStart)\(Substring(steps[1]))/" : path)
    }
    func errors(
      _ snapshot: Snapshot, _ source: Workspace.SnapshotSource
    ) throws(Refusal) -> [Diagnostic] {
      let evidence = try ReviewEvidence(snapshot, at: source, in: workspace, surroundings)
      return Validation(snapshot, today: surroundings.today, evidence: evidence).diagnostics
        .filter { error in
          error.severity == .error
            && places.contains { (error.location.path + "/").utf8.starts(with: $0.utf8) }
        }
    }
    let now = try errors(edits.worktree, .worktree)
    guard !now.isEmpty else { return [] }
    let before = try errors(edits.saved, .revision(tip.hex))
    return now.new(since: before)
  }
}
