package import Diagnostics
import History
package import PortfolioModel
package import Records
package import Store

/// The open work: who has to do what next.
package struct ReadStatus: Sendable {
  package struct Line: Sendable {
    package let entry: ProposalEntry
    package let title: String
    /// One sentence that says what comes next.
    package let sentence: Hint
    package let standing: ReviewStanding?
    package let isReady: Bool
  }

  /// How this branch and the shared one stood to each other at the last sync; nil where nothing is
  /// shared.
  package let sharing: SharingStanding?
  package let proposals: [Line]
  /// Surveys that go on.
  package let surveys: [SurveyLine]
  /// Ledger entries whose review is due.
  package let ledger: [Finding]
  /// Standards that meet the criteria of another group.
  package let due: [Finding]
  /// Standards that are due or have faded and stay by decision.
  package let held: [Finding]
  package let conflicts: [ProposalConflict]
  /// What is to be said of the systematic review; nil while it is more than a year ahead.
  package let review: String?
  /// The ratings that nobody confirmed for longer than was asked for.
  package let unconfirmed: [RatingAges.Line]

  package init(
    _ snapshot: Snapshot, in workspace: borrowing Workspace, _ surroundings: Surroundings,
    olderThan age: TimeSpan? = nil
  ) throws(Refusal) {
    let base = try snapshot.readable()
    guard let board = ProposalBoard(snapshot, today: surroundings.today) else {
      throw snapshot.unreadable
    }
    sharing = try workspace.sharingStanding(surroundings)
    proposals = try ReadStatus.lines(board, of: snapshot, in: workspace, surroundings)
    surveys = ReadStatus.surveys(snapshot, on: surroundings.today)
    let findings = base.findings(on: surroundings.today)
    ledger = findings.filter {
      [.overridePastReview, .overrideUnneeded, .holdUnneeded].contains($0.rule)
    }
    due = findings.filter { $0.rule == .standardDue }
    held = findings.filter { $0.rule == .standardHeld }
    conflicts = board.conflicts
    review = ReadStatus.reviewSentence(base.description, on: surroundings.today)
    unconfirmed =
      age.map {
        RatingAges(base, snapshot.proposals).lines(before: $0.before(surroundings.today))
      } ?? []
  }

  /// A line for each unfinished proposal of a board.
  ///
  /// - Parameter place: Where the snapshot was read.
  /// - Parameter numbers: Those that are asked for; nil for all.
  package static func lines(
    _ board: ProposalBoard, of snapshot: Snapshot,
    at place: Workspace.SnapshotSource = .worktree, in workspace: borrowing Workspace,
    _ surroundings: Surroundings, of numbers: Set<Int>? = nil
  ) throws(Refusal) -> [Line] {
    let locator = Locator(snapshot)
    let prefix = snapshot.files.prefix
    let errors = Dictionary(
      grouping: (snapshot.fileDiagnostics + locator.diagnostics(board.findings()))
        .filter { $0.severity == .error }.inOrder()
    ) { Layout.proposalStart(of: $0.location.path.rest(after: prefix)) }
    var lines: [Line] = []
    var reader = try workspace.proposalsGraph(at: place).map {
      workspace.pastReader($0, worktree: place == .worktree ? snapshot : nil, surroundings)
    }
    for entry in board.unfinished where numbers?.contains(entry.number) ?? true {
      let own = errors[Layout.proposalStart(entry.folder)] ?? []
      lines.append(
        try ReadStatus.line(entry, board, snapshot, &reader, own, workspace, surroundings))
    }
    return lines
  }

  private static func line(
    _ entry: ProposalEntry, _ board: ProposalBoard, _ snapshot: Snapshot,
    _ reader: inout PastReader?, _ errors: [Diagnostic], _ workspace: borrowing Workspace,
    _ surroundings: Surroundings
  ) throws(Refusal) -> Line {
    guard let proposal = entry.proposal else {
      return Line(
        entry: entry, title: entry.folder,
        sentence: "\(entry.label) can't be read: \(run: .validate(revision: nil)) says why.",
        standing: nil,
        isReady: false)
    }
    let base = board.base
    let signatures = workspace.signatures(of: entry, on: base, surroundings)
    let past = try reader?.past(of: entry, workspace)
    let found = board.signatureFindings(entry, signatures) + (past?.findings ?? [])
    let own =
      errors
      + found.filter { $0.severity == .error }.map(Locator(snapshot).diagnostic)
      .filter { !errors.contains($0) }
    let known = try reader?.ownPeople(of: proposal, entry, on: base, workspace)
    let ownPeople =
      if let known {
        known
      } else {
        try workspace.ownPeople(
          of: proposal, folder: entry.folder, on: base, in: nil, reviewers: entry.reviewers)
      }
    let standing = ReviewStanding(
      of: proposal, content: entry.content, reviews: entry.reviews, state: entry.state,
      signatures: signatures, on: base, ownPeople: ownPeople,
      brought: past?.reviewDays ?? [:], today: surroundings.today)
    let waits = proposal.after.compactMap(snapshot.proposal).filter {
      $0.status != .accepted
    }
    let decision = BallotDecision(on: entry, in: snapshot)
    let sentence: Hint
    if let fault = entry.stateFault {
      sentence =
        "\(entry.label) has an unreadable state (\(fault)): \(run: .validate(revision: nil))."
    } else if entry.status == .draft {
      sentence =
        "\(entry.label) is a draft: its proposer opens it with \(run: .open(entry.number))."
    } else if !own.isEmpty {
      let rules = Set(own.map(\.rule.rawValue)).sorted()
      sentence =
        "\(entry.label) has \(own.count.counted("error")) to mend "
        + "(\(rules.listed)): \(run: .validate(revision: nil))."
    } else if let obstacle = decision.obstacle, standing.isEnough || decision.isHeld {
      sentence = "\(obstacle.message): \(obstacle.help.first ?? "")."
    } else if standing.isEnough, waits.isEmpty {
      sentence =
        "\(StatusSentence.of(standing).dropLast()); commit it with "
        + "\(run: .commit(entry.number))."
    } else if standing.isEnough {
      sentence = "\(entry.label) waits for \(waits.map(\.label).conjunction)."
    } else {
      sentence = Hint(StatusSentence.of(standing))
    }
    return Line(
      entry: entry, title: proposal.title, sentence: sentence, standing: standing,
      isReady: entry.status == .open && own.isEmpty && standing.isEnough && waits.isEmpty
        && decision.obstacle == nil)
  }
}
