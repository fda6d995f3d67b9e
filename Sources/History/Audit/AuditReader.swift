import Diagnostics
import Git
import PortfolioModel
import Records

/// Reads commits into the values that the audit judges, and keeps what the next commit needs too.
struct AuditReader {
  private var trail = PortfolioTrail()
  /// What is known of the last portfolio on which a proposal was judged.
  private var ground: ProposalGround?
  private var rules = RulesReader()
  private var history: AuditHistory
  private let lineage: Lineage
  /// The ballots in which the last judged commit differs from each of its parents.
  private(set) var touched: [[Identifier]] = []
  /// The surveys likewise.
  private(set) var touchedSurveys: [[Identifier]] = []
  /// The folders of the proposals whose text or state the last commit changed, by parent.
  private(set) var proposed: [[String]] = []
  /// The ballots that are not closed, by the tree of all ballots.
  var heldBy: [ObjectID: [Identifier]] = [:]
  private let verifier: any SignatureVerifier
  private let today: CalendarDate

  /// - Parameter commits: All commits that will be judged; their changes to proposals are read
  ///   together.
  init(
    _ commits: [ObjectID], in lineage: Lineage, endingAt tip: ObjectID,
    by verifier: any SignatureVerifier, today: CalendarDate
  ) {
    self.lineage = lineage
    history = AuditHistory(commits, endingAt: tip, by: verifier)
    self.verifier = verifier
    self.today = today
  }

  /// Judges one commit; a commit that touches neither folder only costs two look-ups.
  mutating func audit(
    _ id: ObjectID, from source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> CommitAudit {
    let commit = try source.commit(id)
    let parents = try commit.parents.map { parent throws(Refusal) in try source.commit(parent).tree
    }
    var audit = try judge(commit, parents, source)
    audit.findings += try ballotFaults(of: commit, parents, source)
    audit.findings += try surveyFaults(of: commit, parents, source)
    audit.findings += try heldFaults(of: commit, parents, source)
    audit.findings += commit.datedAhead(of: today)
    return audit
  }

  private mutating func judge(
    _ commit: Commit, _ parents: [ObjectID],
    _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> CommitAudit {
    let none = Snapshot(reading: PortfolioFiles(prefix: source.prefix))
    guard parents.count < 2 else {
      return CommitAudit(try merge(commit, parents, source))
    }
    let changes = try source.portfolioChanges(from: parents.first, to: commit.tree)
    touched = [AuditReader.ballots(changes)]
    touchedSurveys = [AuditReader.surveys(changes)]
    proposed = [AuditReader.proposed(changes)]
    guard !changes.isEmpty else {
      return CommitAudit(AuditSubject(commit, changes, before: none, after: none))
    }
    var evidence = AuditEvidence(faults: try history.faults(of: commit, source))
    guard changes.contains(where: { !$0.path.hasPrefix(Layout.proposalsStart) }) else {
      return CommitAudit(
        AuditSubject(commit, changes, before: none, after: none, evidence: evidence))
    }
    let after = try source.snapshot(
      ofProposals: AuditReader.folders(changes), inTree: commit.tree, after: trail.snapshot)
    guard let parent = commit.parents.first, let tree = parents.first else {
      return CommitAudit(
        AuditSubject(commit, changes, before: none, after: after, evidence: evidence))
    }
    let before = try trail.move(to: tree, source)
    try addEvidence(&evidence, commit, parent, before, source)
    try addEdition(&evidence, commit, changes, source)
    return CommitAudit(
      AuditSubject(
        commit, changes, before: before, changelog: trail.changelog,
        changelogFile: try source.file(at: source.prefix + Layout.changelogFile, inTree: tree),
        after: after, evidence: evidence))
  }

  /// What a tree holds.
  mutating func grounds(
    in tree: ObjectID, _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> Snapshot {
    try trail.move(to: tree, source)
  }

  /// Adds the evidence about the proposal that the commit names.
  private mutating func addEvidence(
    _ evidence: inout AuditEvidence, _ commit: Commit, _ parent: ObjectID, _ before: Snapshot,
    _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) {
    guard let number = AuditTrailers(commit.message).proposal,
      let entry = before.proposal(number), let proposal = entry.proposal,
      let base = before.portfolio
    else { return }
    let graph = try history.graph(source).ending(at: parent)
    evidence.ownPeople = try OwnPeople(
      of: proposal, folder: entry.folder, on: base, in: graph, reviewers: entry.reviewers,
      by: &rules, source
    ).addresses
    evidence.past = try ProposalPast(of: entry, in: graph, by: verifier, &rules, source)
    evidence.acceptances = trail.acceptances
    ground = ground?.moved(to: base, on: today) ?? ProposalGround(base, today: today)
    evidence.ground = ground
    evidence.dayBefore = try source.commit(parent).day
    evidence.signatures = ReviewSignatures(of: entry, on: base, by: verifier)
  }

  private mutating func merge(
    _ commit: Commit, _ parents: [ObjectID],
    _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> MergeSubject {
    let path = source.prefix + Layout.portfolioFolder
    var sides: [MergeSubject.Side] = []
    for parent in parents {
      sides.append(
        MergeSubject.Side(
          portfolio: try source.entry(at: path, ofTree: parent),
          changes: try source.portfolioChanges(from: parent, to: commit.tree)))
    }
    touched = sides.map { AuditReader.ballots($0.changes) }
    touchedSurveys = sides.map { AuditReader.surveys($0.changes) }
    proposed = sides.map { AuditReader.proposed($0.changes) }
    let isTouched = sides.contains { !$0.changes.isEmpty }
    // They are not needed where the merge holds the same as every side.
    let ancestors =
      isTouched && parents.count == 2
      ? lineage.bases(of: commit.parents[0], commit.parents[1]) : []
    let bases = try ancestors.map { base throws(Refusal) in
      try source.entry(at: path, ofTree: try source.commit(base).tree)
    }
    return MergeSubject(
      commit, sides: sides, bases: bases,
      portfolio: try source.entry(at: path, ofTree: commit.tree),
      faults: isTouched ? try history.faults(of: commit, source) : [],
      prefix: source.prefix)
  }

  /// The names of the proposals' folders that hold a changed file.
  private static func folders(_ changes: [TreeChange]) -> [String] {
    let names = changes.map { $0.path.split(separator: "/") }.filter { $0.count > 2 }
      .map { String($0[1]) }.filter { Proposal.number(ofFolder: $0) != nil }
    return Set(names).sorted { $0.precedesBytewise($1) }
  }

  // MARK: - The whole

  private func ends(
    _ old: ObjectID, _ new: ObjectID, _ changes: [TreeChange], _ names: (String, String),
    _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> (before: Snapshot, after: Snapshot) {
    if let ends = try trail.ends(from: old, changes, named: names, source) { return ends }
    let before = try source.snapshot(ofTree: old, named: names.0, after: trail.snapshot)
    return (before, try source.snapshot(ofTree: new, named: names.1, after: before))
  }

  /// The faults that make a tip unreadable for this tool, or that exceed the limits, and that the
  /// start didn't have.
  func unreadable(
    from start: ObjectID, to tip: ObjectID,
    _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> [AuditFinding] {
    let old = try source.commit(start).tree
    let commit = try source.commit(tip)
    let changes = try source.portfolioChanges(from: old, to: commit.tree)
    guard !changes.isEmpty else { return [] }
    let (before, after) = try ends(old, commit.tree, changes, (start.hex, tip.hex), source)
    // Links and foreign files are reported at the commit that added them.
    let faults = ReadBack(after, insteadOf: before).faults.filter {
      ![.notARegularFile, .unexpectedFile].contains($0.rule)
    }
    return faults.prefix(FindingList.limit).map { fault in
      commit.finding(
        .auditUnreadable, fault.location.path, "\(fault.message) (\(fault.rule.rawValue))",
        help: fault.help)
    }
  }
}
