package import Diagnostics
import PortfolioModel
import Records
package import Store

/// Edits that a proposal can't say; each finding names its place.
package struct InexpressibleEdits: Error, Sendable {
  package let diagnostics: [Diagnostic]
}

extension WriteProposal {
  /// From edits made in place. Where the proposal is saved, the files are then put back to the last
  /// commit.
  ///
  /// `only`: files or folders below the root.
  package func fromWorktree(
    in workspace: borrowing Workspace, only: [String], updating number: Int?
  ) throws -> Outcome {
    var edits: [Diagnostic] = []
    let outcome = try workspace.step("propose", of: number, surroundings) {
      () throws(Refusal) -> Outcome? in
      let snapshot = try workspace.snapshot(.worktree)
      let base = try workspace.snapshot(.revision("HEAD"), after: snapshot)
      let found = WorktreeEdits(from: base, to: snapshot, only: only, request)
      edits = found.diagnostics
      guard edits.isEmpty else { return nil }
      guard !found.list.changes.isEmpty else {
        throw Refusal(
          .refused, "nothing under \(Layout.portfolioStart) differs from the last commit",
          help: ["edit a record first, or use flags: \(run: .propose(.set(nil)))"])
      }
      edits = proof(found, base, snapshot)
      guard edits.isEmpty else { return nil }
      let old = try number.map { number throws(Refusal) in
        try snapshot.changeable(number, answering: request.answers).0
      }
      var list = ChangeList(old?.proposal?.changes ?? [])
      for change in found.list.changes {
        if case .set(let fields) = change.action, change.place == nil {
          list.set(fields, of: change.subject)
        } else {
          list.put(change)
        }
      }
      let ground = try base.readable()
      var builder = ChangeBuilder(ground, list, readFrom: base)
      builder.add(request, today: surroundings.today)
      let restoring = restoration(found.paths, of: snapshot, to: base)
      var outcome = try write(
        builder, old, on: ground, base.withProposals(of: snapshot), in: workspace,
        restoring: surroundings.saves ? restoring : Writing())
      outcome.edited = found.paths.map { path in
        EditedFile(
          path: path,
          edit: base.files[path] == nil
            ? .added : snapshot.files[path] == nil ? .deleted : .changed,
          isPutBack: outcome.restored.contains(path))
      }
      return outcome
    }
    guard let outcome else { throw InexpressibleEdits(diagnostics: edits) }
    return outcome
  }

  /// Applies the changes to the base and compares: an edit that got lost is refused.
  private func proof(
    _ found: WorktreeEdits, _ base: Snapshot, _ worktree: Snapshot
  ) -> [Diagnostic] {
    guard let portfolio = base.portfolio,
      let proposal = Proposal.provisional(found.list.changes)
    else { return [] }
    let application = Application(proposal, to: portfolio)
    let locator = Locator(worktree)
    let changed = found.list.changes.map(\.subjectAfterwards)
    let after = base.replacing(
      Dictionary(uniqueKeysWithValues: found.paths.map { ($0, worktree.files.bytes($0)) })
    ).portfolio
    return changed.compactMap { subject in
      var wanted = after?.fields(of: subject)
      var got = application.portfolio.fields(of: subject)
      if subject.kind == .standard {
        wanted?["position"] = nil
        got?["position"] = nil
      }
      if subject.kind == .override {
        wanted?["origin"] = nil
        got?["origin"] = nil
      }
      guard wanted?.sameContent(as: got) != true, wanted != nil || got != nil else { return nil }
      let path = locator.path(of: subject.inFile)
      return Diagnostic(
        .inexpressibleEdit,
        at: SourceLocation(path: worktree.files.prefix + path),
        "a proposal can't say this edit of \(subject.kind.rawValue) \(subject.id)",
        help: application.findings.map { Hint($0.message) }
          + ["undo whatever does not change a field, such as another order of rows"])
    }
  }

  private func restoration(
    _ paths: [String], of worktree: Snapshot, to base: Snapshot
  ) -> Writing {
    var writing = Writing(over: worktree)
    for path in paths {
      if let bytes = base.files.bytes(path) {
        writing.write(String(decoding: bytes, as: UTF8.self), to: path)
      } else {
        writing.remove(path)
      }
    }
    return writing
  }
}

extension Snapshot {
  /// The same portfolio with the proposals of another snapshot.
  fileprivate func withProposals(of other: Snapshot) -> Snapshot {
    var changes: [String: [UInt8]?] = [:]
    let folder = Layout.proposalsStart
    for path in files.paths where path.hasPrefix(folder) { changes.updateValue(nil, forKey: path) }
    for path in other.files.paths where path.hasPrefix(folder) {
      changes.updateValue(other.files.bytes(path), forKey: path)
    }
    return replacing(changes)
  }
}

extension Change {
  /// The subject as it is called once the change is made.
  fileprivate var subjectAfterwards: SubjectID {
    guard case .rename(let new) = action else { return subject }
    return SubjectID(.standard, new)
  }
}

extension SubjectID {
  /// The file that holds the subject.
  fileprivate var inFile: Subject {
    switch kind {
    case .standard: .standard(id)
    case .override: .override(id)
    case .useCase: .useCase(id)
    case .member, .body: .committee
    case .criteria: .criteria
    case .portfolio: .portfolio
    }
  }
}

extension Fields {
  /// Whether both hold the same values, in whatever order of names.
  fileprivate func sameContent(as other: Fields?) -> Bool {
    guard let other, names.count == other.names.count else { return false }
    return entries.allSatisfy { entry in
      switch (entry.value, other[entry.name]) {
      case (.fields(let left), .fields(let right)?): left.sameContent(as: right)
      case (let left, let right?): left == right
      case (_, nil): false
      }
    }
  }
}
