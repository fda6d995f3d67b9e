import Diagnostics
import Git
import PortfolioModel
import Records
import Store

/// Reads commits into the values that they are judged by, and keeps what the next one will ask for.
struct AuditReader {
  /// The last portfolio that was read in full.
  private var last: Snapshot?
  private var history: AuditHistory
  private let lineage: Lineage
  private let surroundings: Surroundings

  /// - Parameter commits: All that will be judged; what they did to proposals is read together.
  init(
    _ commits: [ObjectID], in lineage: Lineage, endingAt tip: ObjectID,
    _ surroundings: Surroundings
  ) {
    self.lineage = lineage
    history = AuditHistory(commits, endingAt: tip, surroundings)
    self.surroundings = surroundings
  }

  /// Judges one commit; one that touches neither folder costs two look-ups.
  mutating func audit(
    _ id: ObjectID, in workspace: borrowing Workspace
  ) throws(Refusal) -> CommitAudit {
    let (commit, parents) = try workspace.withRepository { repository in
      let commit = try repository.commit(id)
      return (commit, try commit.parents.map { try repository.commit($0).tree })
    }
    var audit = try judge(commit, parents, workspace)
    audit.findings += commit.datedAhead(of: surroundings.today)
    return audit
  }

  private mutating func judge(
    _ commit: Commit, _ parents: [ObjectID], _ workspace: borrowing Workspace
  ) throws(Refusal) -> CommitAudit {
    let none = Snapshot(reading: PortfolioFiles(prefix: workspace.prefix))
    guard parents.count < 2 else {
      return CommitAudit(try merge(commit, parents, workspace))
    }
    let changes = try workspace.changes(from: parents.first, to: commit.tree)
    guard !changes.isEmpty else {
      return CommitAudit(AuditSubject(commit, changes, before: none, after: none))
    }
    var evidence = AuditEvidence(faults: try history.faults(of: commit, workspace))
    guard changes.contains(where: { !$0.path.hasPrefix(Layout.proposalsStart) }) else {
      return CommitAudit(
        AuditSubject(commit, changes, before: none, after: none, evidence: evidence))
    }
    let after = try snapshot(commit.tree, AuditReader.folders(changes), workspace)
    guard let parent = commit.parents.first, let tree = parents.first else {
      return CommitAudit(
        AuditSubject(commit, changes, before: none, after: after, evidence: evidence))
    }
    let before = try portfolio(tree, workspace)
    try addEvidence(&evidence, commit, parent, before, workspace)
    return CommitAudit(
      AuditSubject(commit, changes, before: before, after: after, evidence: evidence))
  }

  /// What there is to know of the proposal that the commit names.
  private mutating func addEvidence(
    _ evidence: inout AuditEvidence, _ commit: Commit, _ parent: ObjectID, _ before: Snapshot,
    _ workspace: borrowing Workspace
  ) throws(Refusal) {
    guard let number = AuditTrailers(commit.message).proposal,
      let entry = before.proposal(number), let proposal = entry.proposal,
      let base = before.portfolio
    else { return }
    let graph = try history.graph(workspace).ending(at: parent)
    evidence.ownPeople = try OwnPeople(
      of: proposal, folder: entry.folder, on: base, in: graph, reviewers: entry.reviewers, workspace
    ).addresses
    evidence.past = try workspace.past(of: entry, in: graph, surroundings)
    evidence.dayBefore = try workspace.withRepository { try $0.commit(parent).day }
    evidence.signatures = workspace.signatures(of: entry, on: base, surroundings)
  }

  private mutating func merge(
    _ commit: Commit, _ parents: [ObjectID], _ workspace: borrowing Workspace
  ) throws(Refusal) -> MergeSubject {
    let path = workspace.prefix + Layout.portfolioFolder
    var sides: [MergeSubject.Side] = []
    for parent in parents {
      sides.append(
        MergeSubject.Side(
          portfolio: try workspace.withRepository { try $0.entry(at: path, ofTree: parent) },
          changes: try workspace.changes(from: parent, to: commit.tree)))
    }
    let isTouched = sides.contains { !$0.changes.isEmpty }
    // Where the merge holds what every side holds, nobody asks for them.
    let ancestors =
      isTouched && parents.count == 2
      ? lineage.bases(of: commit.parents[0], commit.parents[1]) : []
    let (bases, portfolio) = try workspace.withRepository { repository in
      (
        try ancestors.map { base in
          try repository.entry(at: path, ofTree: try repository.commit(base).tree)
        }, try repository.entry(at: path, ofTree: commit.tree)
      )
    }
    return MergeSubject(
      commit, sides: sides, bases: bases, portfolio: portfolio,
      faults: isTouched ? try history.faults(of: commit, workspace) : [],
      prefix: workspace.prefix)
  }

  /// The names of the proposals' folders that hold a changed file.
  private static func folders(_ changes: [TreeChange]) -> [String] {
    let names = changes.map { $0.path.split(separator: "/") }.filter { $0.count > 2 }
      .map { String($0[1]) }.filter { Proposal.number(ofFolder: $0) != nil }
    return Set(names).sorted { $0.precedesBytewise($1) }
  }

  // MARK: - The whole

  /// What our own reader would refuse of a tip, or what is beyond the limits there, and was not so at
  /// the start.
  func unreadable(
    from start: ObjectID, to tip: ObjectID, in workspace: borrowing Workspace
  ) throws(Refusal) -> [AuditFinding] {
    let (old, commit) = try workspace.withRepository { repository in
      (try repository.commit(start).tree, try repository.commit(tip))
    }
    guard try !workspace.changes(from: old, to: commit.tree).isEmpty else { return [] }
    let before = try workspace.snapshot(ofTree: old, named: start.hex, after: last)
    let after = try workspace.snapshot(ofTree: commit.tree, named: tip.hex, after: before)
    // Links and strays are named where they came.
    let faults = ReadBack(after, insteadOf: before).faults.filter {
      ![.notARegularFile, .unexpectedFile].contains($0.rule)
    }
    return faults.prefix(FindingList.limit).map { fault in
      commit.finding(
        .auditUnreadable, fault.location.path, "\(fault.message) (\(fault.rule.rawValue))",
        help: fault.help)
    }
  }

  // MARK: - Files

  /// Some proposals of a tree.
  private func snapshot(
    _ tree: ObjectID, _ folders: [String], _ workspace: borrowing Workspace
  ) throws(Refusal) -> Snapshot {
    var files = PortfolioFiles(prefix: workspace.prefix)
    for folder in folders {
      let found = try workspace.treeFiles(tree, under: Layout.proposalFolder(folder))
      try workspace.withRepository { repository in
        for (path, file) in found { try files.read(file, at: path, repository) }
      }
    }
    return Snapshot(reading: files, after: last)
  }

  /// All of the portfolio and the proposals of a tree.
  private mutating func portfolio(
    _ tree: ObjectID, _ workspace: borrowing Workspace
  ) throws(Refusal) -> Snapshot {
    let snapshot = try workspace.snapshot(ofTree: tree, named: tree.hex, after: last)
    last = snapshot
    return snapshot
  }
}

extension Workspace {
  /// What differs below the two folders, by path below the prefix.
  fileprivate func changes(
    from old: ObjectID?, to new: ObjectID
  ) throws(Refusal) -> [TreeChange] {
    let prefix = prefix
    return try withRepository { repository in
      var changes: [TreeChange] = []
      for folder in [Layout.portfolioFolder, Layout.proposalsFolder] {
        changes += try repository.changes(from: old, to: new, at: prefix + folder)
      }
      return changes.map {
        TreeChange(
          path: String(Substring($0.path.utf8.dropFirst(prefix.utf8.count))), old: $0.old,
          new: $0.new)
      }
    }
  }

  fileprivate func treeFiles(
    _ tree: ObjectID, under folder: String
  ) throws(Refusal) -> [(path: String, file: TreeFile)] {
    let prefix = prefix
    return try withRepository { repository in
      try repository.files(ofTree: tree, under: prefix + folder).map {
        (String(Substring($0.path.utf8.dropFirst(prefix.utf8.count))), $0)
      }
    }
  }
}
