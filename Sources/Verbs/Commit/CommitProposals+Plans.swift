import Diagnostics
import Git
import History
import Parallel
import PortfolioModel
import Records
import Store

extension CommitProposals {
  /// A plan for each proposal, in the order in which they are committed, each on the one before.
  ///
  /// Reads only what is committed at the tip. `own`: the day of the commits to be made.
  /// `comparesWorktree`: whether a proposal with uncommitted changes is refused.
  func plans(
    _ workspace: borrowing Workspace, tip: ObjectID, on own: CalendarDate,
    comparesWorktree: Bool = true
  ) throws(Refusal) -> (plans: [CommitPlan], assumesNoCommittee: Bool) {
    var snapshot = try workspace.snapshot(of: tip)
    var worktree = snapshot
    if comparesWorktree, try !areUnchanged(in: workspace, snapshot) {
      worktree = try workspace.snapshot(.worktree, after: snapshot)
    }
    if case .closing(let result) = purpose { snapshot = snapshot.replacing(result) }
    var ground = ProposalGround(try snapshot.readable(), today: surroundings.today)
    guard let board = ProposalBoard(snapshot, today: surroundings.today, judging: numbers) else {
      throw snapshot.unreadable
    }
    var obstacles: [Refusal] = []
    for number in numbers {
      obstacles += try self.obstacles(number, snapshot, worktree, board, workspace)
    }
    obstacles += conflicts(board)
    if let refusal = Refusal(all: obstacles) { throw refusal }
    var reader = workspace.pastReader(
      try ProposalsGraph(workspace, from: tip), surroundings)
    let parent = try workspace.withRepository { try $0.commit(tip).day }
    var plans: [CommitPlan] = []
    var assumes = false
    var readBack: ReadBack?
    let progress = Progress("proposals planned", of: numbers.count)
    var changelog = Changelog(snapshot)
    for entry in board.sorted(numbers) {
      progress.advance()
      guard let proposal = entry.proposal else { continue }
      let base = ground.portfolio
      let judgement = ProposalJudgement(proposal, on: ground, isDraft: false)
      let past = try reader.past(of: entry, workspace)
      let signatures = workspace.signatures(of: entry, on: base, surroundings)
      let standing = ReviewStanding(
        of: proposal, content: entry.content, reviews: entry.reviews, state: entry.state,
        signatures: signatures, on: base,
        ownPeople: try reader.ownPeople(of: proposal, entry, on: base, workspace),
        brought: past.reviewDays, today: surroundings.today)
      assumes = assumes || standing.assumesNoCommittee
      obstacles += errors(judgement.findings, entry)
      obstacles += errors(board.signatureFindings(entry, signatures), entry)
      obstacles += errors(past.findings, entry)
      obstacles += needs(standing, entry)
      if purpose.accepts {
        obstacles += AcceptanceCheck(entry, in: snapshot).obstacles(
          on: surroundings.today, standing, past, after: parent, own: own)
      }
      let plan = CommitPlan(
        entry, judgement, standing, changelog,
        ballot: BallotDecision(on: entry, in: snapshot).ballot, today: surroundings.today)
      plans.append(plan)
      changelog = plan.changelog
      let after = snapshot.replacing(plan.files)
      readBack =
        obstacles.isEmpty ? ReadBack(after, insteadOf: snapshot, following: readBack) : nil
      obstacles += unreadable(readBack, entry)
      snapshot = after
      ground = ground.following(judgement)
    }
    if obstacles.isEmpty, let first = plans.first?.base, let last = plans.last, purpose.accepts {
      obstacles += HeldProposals(snapshot).harmed(
        from: first, to: last.result, today: surroundings.today)
    }
    if let refusal = Refusal(all: obstacles) { throw refusal }
    return (plans, assumes)
  }

  /// Whether all proposals are committed, and the worktree holds them as they are.
  private func areUnchanged(
    in workspace: borrowing Workspace, _ snapshot: Snapshot
  ) throws(Refusal) -> Bool {
    let folders = numbers.compactMap { snapshot.proposal($0)?.folder }
    guard folders.count == numbers.count else { return false }
    return try workspace.holds(proposals: folders, as: snapshot.files)
  }

  /// Why a proposal can't be judged.
  private func obstacles(
    _ number: Int, _ snapshot: Snapshot, _ worktree: Snapshot, _ board: ProposalBoard,
    _ workspace: borrowing Workspace
  ) throws(Refusal) -> [Refusal] {
    let label = Proposal.label(number)
    let committed = snapshot.proposal(number).flatMap { entry in
      snapshot.files[Layout.proposalFile(entry.folder)].map { _ in entry }
    }
    guard let entry = committed else {
      guard let draft = worktree.proposal(number) else {
        return [Refusal(.noInput, "there is no proposal \(label)")]
      }
      return [
        Refusal(
          .refused, "proposal \(label) is not saved yet: \(Layout.proposalFile(draft.folder))",
          help: ["\(line: .save(number))"])
      ]
    }
    let check = AcceptanceCheck(entry, in: snapshot, together: numbers)
    if let refusal = check.unfitness { return [refusal] }
    if let refusal = ballotObstacle(entry, snapshot) { return [refusal] }
    var obstacles: [Refusal] = []
    let folder = Layout.proposalStart(entry.folder)
    let changed = snapshot.files.changes(to: worktree.files, startingWith: folder)
    let broken = changed.filter { worktree.isBroken($0) }
    if !broken.isEmpty {
      obstacles.append(
        Refusal(
          .data, "files of proposal \(label) can't be read in the worktree: \(broken.listed)",
          help: [
            worktree.validating,
            "mend them, or restore what is committed: "
              + "\(gitLine: .restore(broken), in: workspace.elsewhereRoot)",
          ]))
    } else if !changed.isEmpty {
      obstacles.append(
        Refusal(
          .refused,
          "proposal \(label) has edits that are not saved: "
            + changed.sorted { $0.precedesBytewise($1) }.listed,
          help: ["save them first: \(line: .save(number))"]))
    }
    return obstacles + check.obstacles(board)
  }

  /// Why a ballot, or the lack of one, keeps a proposal from being accepted.
  private func ballotObstacle(_ entry: ProposalEntry, _ snapshot: Snapshot) -> Refusal? {
    guard purpose.accepts else { return nil }
    return BallotDecision(on: entry, in: snapshot).obstacle
  }

  private func conflicts(_ board: ProposalBoard) -> [Refusal] {
    let wanted = Set(numbers)
    return board.conflicts.filter {
      wanted.contains($0.first) && wanted.contains($0.second)
    }.map {
      let what = $0.touched.isEmpty ? $0.errors : $0.touched
      return Refusal(
        .refused,
        "proposals \(Proposal.label($0.first)) and \(Proposal.label($0.second)) conflict: "
          + what.listed, help: ["commit one, then refresh the other"])
    }
  }

  private func errors(_ findings: [Finding], _ entry: ProposalEntry) -> [Refusal] {
    findings.filter { $0.severity == .error }.map {
      Refusal(
        .refused, "proposal \(entry.label): \($0.message) [\($0.rule.rawValue)]", help: $0.help)
    }
  }

  /// What could not be read again, or is beyond a limit.
  private func unreadable(_ readBack: ReadBack?, _ entry: ProposalEntry) -> [Refusal] {
    (readBack?.faults ?? []).map {
      Refusal(.refused, "proposal \(entry.label): \($0.sentence)", help: $0.help)
    }
  }

  private func needs(_ standing: ReviewStanding, _ entry: ProposalEntry) -> [Refusal] {
    guard !standing.isEnough else { return [] }
    return [
      Refusal(
        .refused, "proposal " + StatusSentence.of(standing).dropLast(),
        help: standing.discountedSentences.map { Hint($0) }
          + ["reviewers run \(run: .review(entry.number, .approve))"])
    ]
  }
}

extension Snapshot {
  /// Whether a file of a proposal is missing that it needs, or can't be read.
  fileprivate func isBroken(_ path: String) -> Bool {
    let isNeeded =
      switch Layout.role(of: path) {
      case .proposal, .state: true
      default: false
      }
    // Where a link stands in the folder's place, its files are there and reached by nobody.
    return isNeeded && files[path] == nil && files[Layout.proposalsFolder] == nil
      || fileDiagnostics.contains {
        $0.severity == .error && !RecordFile.mendable.contains($0.rule)
          && $0.location.path == files.prefix + path
      }
  }
}
