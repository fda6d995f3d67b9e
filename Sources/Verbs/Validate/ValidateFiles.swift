package import Diagnostics
import Records
package import Store

/// Every finding on a version of the portfolio, or those on a part of it.
package struct ValidateFiles: Sendable {
  package struct Outcome: Sendable {
    /// In order of place.
    package let findings: [Diagnostic]
    /// The files that were judged, by their paths in the repository.
    package let paths: [String]
    /// What each entry of the ledger decides, a line each; none where a part was asked for.
    package let exceptions: [String]
    package let validation: Validation

    /// By finding: what identifies it across runs.
    package var fingerprints: [String] { Fingerprint.of(findings) }
  }

  private let subjects: [String]
  private let directory: String
  private let source: Workspace.SnapshotSource
  private let since: String?
  private let findsNotes: Bool
  private let surroundings: Surroundings

  /// - Parameter subjects: Standards, proposals, files or folders; none for all there is.
  /// - Parameter directory: The absolute path that relative ones start from.
  /// - Parameter since: The revision whose findings are left out; nil for none.
  /// - Parameter findsNotes: Whether the places of notes are wanted, and not only their files.
  package init(
    _ subjects: [String] = [], from directory: String, of source: Workspace.SnapshotSource,
    since: String? = nil, findsNotes: Bool, _ surroundings: Surroundings
  ) {
    self.subjects = subjects
    self.directory = directory
    self.source = source
    self.since = since
    self.findsNotes = findsNotes
    self.surroundings = surroundings
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> Outcome {
    let snapshot = try workspace.snapshot(source)
    let scope = try scope(in: snapshot, workspace)
    let validation = try judged(snapshot, from: source, workspace)
    var findings = validation.diagnostics
    if let scope { findings = findings.filter(scope.holds) }
    if let since {
      let base = try workspace.snapshot(.revision(since), after: snapshot)
      let earlier = try judged(base, from: .revision(since), workspace)
      findings = findings.new(since: earlier.diagnostics)
    }
    let paths = snapshot.files.paths.filter { scope?.covers($0) ?? true }
    return Outcome(
      findings: findings, paths: paths.map { snapshot.files.prefix + $0 },
      exceptions: scope == nil && since == nil ? validation.exceptions : [],
      validation: validation)
  }

  private func judged(
    _ snapshot: Snapshot, from source: Workspace.SnapshotSource, _ workspace: borrowing Workspace
  ) throws(Refusal) -> Validation {
    Validation(
      snapshot, today: surroundings.today,
      evidence: try ReviewEvidence(snapshot, at: source, in: workspace, surroundings),
      findsNotes: findsNotes)
  }

  private func scope(
    in snapshot: Snapshot, _ workspace: borrowing Workspace
  ) throws(Refusal) -> FindingScope? {
    guard !subjects.isEmpty else { return nil }
    var words: [String] = []
    for word in subjects {
      words.append(word.contains("/") ? try workspace.below(word, from: directory) : word)
    }
    return try FindingScope(words, in: snapshot)
  }
}
