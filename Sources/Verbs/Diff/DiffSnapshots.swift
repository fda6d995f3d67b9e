package import Diagnostics
package import Git
import Parallel
package import PortfolioModel
import Records
package import Reports
package import Store

/// Collects what the reviewers' report shows.
package struct DiffSnapshots: Sendable {
  /// What is compared with what.
  package enum Scope: Sendable, Hashable {
    /// HEAD against the worktree.
    case worktree
    case since(String)
    case between(String, String)
    /// Proposals on a base; nil is the worktree.
    case proposals([ProposalSelection], on: String?)
    /// Proposals as a commit holds them, on that commit.
    case balloted([Int], at: ObjectID)
    /// Nothing against a revision, or the worktree.
    case fromEmpty(String?)
    /// The proposals of a ballot, as they were voted on against as they are.
    case ballot(Identifier)
    /// Those of a later round, as they were voted on against what is asked then, on its base.
    case recirculated(
      Identifier, from: [Ballot.Item], to: [Ballot.Item], at: ObjectID)
  }

  package let scope: Scope
  package let surroundings: Surroundings

  package init(_ scope: Scope, _ surroundings: Surroundings) {
    self.scope = scope
    self.surroundings = surroundings
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> DiffInput {
    switch scope {
    case .worktree: return try compare("HEAD", nil, workspace)
    case .since(let name): return try compare(name, nil, workspace)
    case .between(let from, let to):
      var input = try compare(from, to, workspace)
      input.names = try editions(input, workspace)
      return input
    case .proposals(let chosen, let name):
      let (label, snapshot) = try side(name, workspace)
      // Proposals stand in the worktree; the base may be any revision.
      let source = name == nil ? snapshot : try workspace.snapshot(.worktree)
      return try propose(
        chosen.numbers(among: source.proposals), of: source, .worktree, on: snapshot, label,
        isSame: name == nil, workspace)
    case .balloted(let numbers, let commit):
      let snapshot = try workspace.snapshot(of: commit)
      return try propose(
        numbers, of: snapshot, .revision(commit.hex), on: snapshot, commit.hex, isSame: true,
        workspace)
    case .ballot(let id): return try balloted(id, workspace)
    case .recirculated(let id, let voted, let asked, let base):
      return try changed(
        id, voted, among: asked.map(\.number), in: try workspace.snapshot(of: base), base.hex,
        workspace)
    case .fromEmpty(let name):
      let (label, snapshot) = try side(name, workspace)
      let head = try snapshot.readable()
      var empty = head
      empty.standards = RecordTable()
      empty.overrides = RecordTable()
      empty.useCases = RecordTable()
      empty.delisted = RecordTable()
      return input("empty", label, PortfolioDiff(from: empty, to: head), nil, [])
    }
  }

  private func side(
    _ name: String?, _ workspace: borrowing Workspace, after earlier: Snapshot? = nil
  ) throws(Refusal) -> (String, Snapshot) {
    guard let name else {
      return ("worktree", try workspace.snapshot(.worktree, after: earlier))
    }
    let commit = try workspace.commit(named: name)
    return (commit.hex, try workspace.snapshot(of: commit, after: earlier))
  }

  private func compare(
    _ from: String, _ to: String?, _ workspace: borrowing Workspace
  ) throws(Refusal) -> DiffInput {
    let (headLabel, head) = try side(to, workspace)
    let (baseLabel, base) = try side(from, workspace, after: head)
    var (before, after) = (try base.readable(), try head.readable())
    // A record that can't be read on one side would look added or delisted: it is left out of both.
    let unread = base.unread.union(head.unread).sorted()
    for id in unread {
      before.standards[id] = before.standards[id] ?? after.standards[id]
      after.standards[id] = after.standards[id] ?? before.standards[id]
    }
    let accepted = head.proposals.filter { entry in
      entry.status == .accepted && base.proposal(entry.number)?.status != .accepted
    }
    let proposals = accepted.compactMap { entry in
      entry.proposal.map {
        DiffInput.Covered(
          $0, entry.status, nil, isReady: false,
          sentence:
            "accepted, reviewed by \(entry.state?.accepted?.reviewers.conjunction ?? "nobody")",
          reviewers: entry.state?.accepted?.reviewers ?? [])
      }
    }
    let diff = PortfolioDiff(from: before, to: after)
    guard !head.files.changes(to: base.files).isEmpty else {
      return input(baseLabel, headLabel, diff, nil, proposals, unread: unread)
    }
    let ground = ProposalGround(before, today: surroundings.today)
    let comparison = Comparison(diff, from: ground)
    let isRead = unread.isEmpty
    let findings =
      isRead
      ? newFindings(base, head, diff.isRenaming ? Comparison(from: ground, to: after) : comparison)
      : newFindings(base, head)
    return input(
      baseLabel, headLabel, diff, comparison, proposals, findings: findings, unread: unread)
  }

  /// The findings on one snapshot that another has not.
  ///
  /// - Parameter comparison: Of their portfolios, where all records could be read; of the findings on
  ///   these it holds all that may be new.
  private func newFindings(
    _ base: Snapshot, _ head: Snapshot, _ comparison: Comparison? = nil
  ) -> [Diagnostic] {
    let today = surroundings.today
    let sides = [
      (base, comparison?.before, comparison?.known), (head, comparison?.after, comparison?.found),
    ]
    let both = Parallel.results(
      of: sides.map { snapshot, ground, findings in
        {
          let board = ProposalBoard(snapshot, today: today, ground: ground)
          return Validation(snapshot, today: today, board: board, findings: findings).diagnostics
        }
      }, on: head.files.count)
    let known = Set(both[0].map(\.message))
    return both[1].filter { !known.contains($0.message) }
  }

  /// - Parameter source: What holds the proposals, and where it was read.
  /// - Parameter isSame: Whether the base is the source.
  private func propose(
    _ numbers: [Int], of source: Snapshot, _ place: Workspace.SnapshotSource,
    on snapshot: Snapshot, _ label: String, isSame: Bool, _ workspace: borrowing Workspace
  ) throws(Refusal) -> DiffInput {
    let base = try snapshot.readable()
    let ground = ProposalGround(base, today: surroundings.today)
    let board = ProposalBoard(
      source, today: surroundings.today, ground: isSame ? ground : nil)
    guard let board else { throw source.unreadable }
    guard !numbers.isEmpty else {
      throw Refusal(
        .noInput, "none of the proposals that were asked for is open or a draft",
        help: ["\(run: .verb(.status)) lists those that are"])
    }
    var wanted: Set<Int> = []
    var obstacles: [Refusal] = []
    for number in numbers {
      do throws(Refusal) {
        let (entry, _) = try source.unfinished(number)
        wanted.insert(number)
        wanted.formUnion(ProposalBoard.predecessors(of: entry, in: source.proposals).map(\.number))
      } catch {
        obstacles.append(error)
      }
    }
    if let refusal = Refusal(all: obstacles) { throw refusal }
    var result = ground
    var covered: [DiffInput.Covered] = []
    var judgements: [ProposalJudgement] = []
    let locator = Locator(source)
    let lines = Dictionary(
      try ReadStatus.lines(board, of: source, at: place, in: workspace, surroundings, of: wanted)
        .map { ($0.entry.number, $0) }
    ) { first, _ in first }
    for entry in board.sorted(wanted.sorted()) {
      guard let proposal = entry.proposal else { continue }
      // The first is judged on the base, as the board judged it.
      let known = isSame && judgements.isEmpty ? board.judgementOnBase(of: entry) : nil
      let judgement =
        known ?? ProposalJudgement(proposal, on: result, isDraft: entry.status == .draft)
      judgements.append(judgement)
      result = result.following(judgement)
      let line = lines[entry.number]
      covered.append(
        DiffInput.Covered(
          proposal, entry.status, line?.standing, isReady: line?.isReady ?? false,
          sentence: line?.sentence ?? ""))
    }
    let conflicts = board.conflicts.filter {
      wanted.contains($0.first) && wanted.contains($0.second)
    }
    let head = "\(label) with \(wanted.sorted().map(Proposal.label).conjunction)"
    let findings = locator.diagnostics(result.standing(of: judgements)).inOrder()
    let diff = PortfolioDiff(from: base, to: result.portfolio)
    return input(
      label, head, diff, Comparison(diff, from: ground), covered, conflicts, findings: findings)
  }

  /// - Parameter comparison: Nil where nothing follows from the differences.
  func input(
    _ base: String, _ head: String, _ diff: PortfolioDiff, _ comparison: Comparison?,
    _ proposals: [DiffInput.Covered], _ conflicts: [ProposalConflict] = [],
    findings: [Diagnostic] = [], unread: [Identifier] = []
  ) -> DiffInput {
    let (from, to) = (diff.base, diff.head)
    let texts = proposals.map(\.proposal)
    let confirmed = texts.flatMap(\.changes).flatMap { change -> [Difference] in
      if case .confirmOverride = change.action {
        func date(_ portfolio: Portfolio) -> FieldValue? {
          portfolio.overrides[change.subject.id]?.reviewBy.map { .text($0) }
        }
        return [Difference(change.subject, .confirm, from: date(from), to: date(to))]
      }
      guard case .confirm(let factors) = change.action,
        let standard = to.standards[change.subject.id]
      else { return [] }
      return factors.map { factor in
        let path = FieldPath(["assessment", factor.rawValue])
        let value = standard.fields.value(at: path)
        return Difference(
          change.subject, .confirm, field: path.description, from: value, to: value)
      }
    }
    let differences = diff.differences + confirmed
    let tables = ChangedTable.all(from: from, to: to, diff.change)
    // From nothing everything follows.
    let consequences =
      from.standards.isEmpty
      ? [] : comparison.map { Consequences($0, differences, tables: tables).items } ?? []
    return DiffInput(
      base: base, head: head, today: surroundings.today, from: from, to: to,
      differences: differences, changedTables: tables,
      fingerprints: Dictionary(differences.map { ($0, Fingerprint.of($0)) }) { first, _ in first },
      moves: Move.all(from: from, to: to, proposals: texts), consequences: consequences,
      consequenceFingerprints: Dictionary(consequences.map { ($0, Fingerprint.of($0)) }) {
        first, _ in first
      }, proposals: proposals, conflicts: conflicts, findings: findings, unread: unread)
  }
}
