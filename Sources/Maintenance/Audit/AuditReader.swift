import Git
import PortfolioModel

/// Reads commits into the values that they are judged by, and keeps what the next one will ask for.
struct AuditReader {
  /// The last portfolio that was read in full.
  private var last: Snapshot?
  /// By path below the prefix.
  private var known: [String: TreeFile] = [:]
  private let surroundings: Surroundings

  init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  /// Judges one commit; one that touches neither folder costs two look-ups.
  mutating func audit(
    _ id: ObjectID, in workspace: borrowing Workspace
  ) throws(Refusal) -> CommitAudit {
    let prefix = workspace.prefix
    let (commit, parents) = try workspace.withRepository { repository in
      let commit = try repository.commit(id)
      return (commit, try commit.parents.map { try repository.commit($0).tree })
    }
    guard parents.count < 2 else {
      return CommitAudit(try merge(commit, parents, workspace))
    }
    let changes = try workspace.changes(from: parents.first, to: commit.tree)
    let folders = ProposalsAudit.folders(changes)
    let after = try snapshot(commit.tree, folders, workspace)
    guard changes.contains(where: { !$0.path.hasPrefix(Layout.proposalsFolder + "/") }) else {
      let before = try snapshot(parents.first, folders, workspace)
      return CommitAudit(AuditSubject(commit, changes, before: before, after: after))
    }
    guard let parent = commit.parents.first, let tree = parents.first else {
      let none = Snapshot(reading: PortfolioFiles(prefix: prefix))
      return CommitAudit(AuditSubject(commit, changes, before: none, after: after))
    }
    let before = try portfolio(tree, workspace)
    let evidence = try evidence(commit, parent, before, workspace)
    return CommitAudit(
      AuditSubject(commit, changes, before: before, after: after, evidence: evidence))
  }

  private func evidence(
    _ commit: Commit, _ parent: ObjectID, _ before: Snapshot, _ workspace: borrowing Workspace
  ) throws(Refusal) -> AuditEvidence {
    guard let number = AuditTrailers(commit.message).proposal,
      let entry = before.proposal(number), let proposal = entry.proposal
    else { return AuditEvidence() }
    return AuditEvidence(
      ownPeople: try workspace.ownPeople(of: proposal, folder: entry.folder, at: parent.hex),
      signatures: before.portfolio.map {
        workspace.signatures(of: entry, on: $0, surroundings)
      })
  }

  private func merge(
    _ commit: Commit, _ parents: [ObjectID], _ workspace: borrowing Workspace
  ) throws(Refusal) -> MergeSubject {
    let path = workspace.prefix + Layout.portfolioFolder
    var changes: [[TreeChange]] = []
    for parent in parents {
      changes.append(try workspace.changes(from: parent, to: commit.tree))
    }
    let folders = Set(changes.flatMap { ProposalsAudit.folders($0) })
      .sorted { $0.precedesBytewise($1) }
    var sides: [MergeSubject.Side] = []
    for (parent, changes) in zip(parents, changes) {
      sides.append(
        MergeSubject.Side(
          portfolio: try workspace.withRepository { try $0.entry(at: path, ofTree: parent) },
          changes: changes, proposals: try snapshot(parent, folders, workspace)))
    }
    let (bases, portfolio) = try workspace.withRepository { repository in
      (
        try repository.mergeBases(of: commit.parents).map { base in
          try repository.entry(at: path, ofTree: try repository.commit(base).tree)
        }, try repository.entry(at: path, ofTree: commit.tree)
      )
    }
    return MergeSubject(
      commit, sides: sides, bases: bases, portfolio: portfolio,
      proposals: try snapshot(commit.tree, folders, workspace))
  }

  // MARK: - Files

  /// Some proposals of a tree; nil is the empty tree.
  private func snapshot(
    _ tree: ObjectID?, _ folders: [String], _ workspace: borrowing Workspace
  ) throws(Refusal) -> Snapshot {
    var files = PortfolioFiles(prefix: workspace.prefix)
    if let tree {
      for folder in folders {
        let found = try workspace.treeFiles(tree, under: "\(Layout.proposalsFolder)/\(folder)")
        for (path, file) in found { files[path] = try workspace.content(of: file) }
      }
    }
    return Snapshot(reading: files, after: last)
  }

  /// All of the portfolio and the proposals of a tree.
  private mutating func portfolio(
    _ tree: ObjectID, _ workspace: borrowing Workspace
  ) throws(Refusal) -> Snapshot {
    var files = PortfolioFiles(prefix: workspace.prefix)
    var read: [String: TreeFile] = [:]
    for folder in [Layout.portfolioFolder, Layout.proposalsFolder] {
      for (path, file) in try workspace.treeFiles(tree, under: folder) {
        read[path] = file
        if known[path] == file, let content = last?.files[path] {
          files[path] = content
        } else {
          files[path] = try workspace.content(of: file)
        }
      }
    }
    let snapshot = Snapshot(reading: files, after: last)
    (last, known) = (snapshot, read)
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
        TreeChange(path: String($0.path.dropFirst(prefix.count)), old: $0.old, new: $0.new)
      }
    }
  }

  fileprivate func treeFiles(
    _ tree: ObjectID, under folder: String
  ) throws(Refusal) -> [(path: String, file: TreeFile)] {
    let prefix = prefix
    return try withRepository { repository in
      try repository.files(ofTree: tree, under: prefix + folder).map {
        (String($0.path.dropFirst(prefix.count)), $0)
      }
    }
  }

  fileprivate func content(of file: TreeFile) throws(Refusal) -> FileContent {
    switch file.mode {
    case .symlink: return .notAFile("a symbolic link")
    case .gitlink: return .notAFile("a submodule")
    case .file, .executable:
      return try withRepository { repository in
        guard try repository.size(ofBlob: file.id) <= 1 << 20 else { return .tooLarge }
        return .bytes(try repository.blob(file.id))
      }
    }
  }
}
