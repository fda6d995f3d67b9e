import Diagnostics
import Git
import PortfolioModel
import Records

/// What ballots hold does not change, whoever edits the file.
extension AuditReader {
  /// The faults of a commit's changes to proposals that are voted on.
  ///
  /// - Parameter parents: The trees of its parents.
  mutating func heldFaults(
    of commit: Commit, _ parents: [ObjectID], _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> [AuditFinding] {
    var findings: [AuditFinding] = []
    for (parent, folders) in zip(parents, proposed) where !folders.isEmpty {
      let open = try openBallots(inTree: parent, source)
      guard !open.isEmpty else { continue }
      let names = open.map { "ballots/\($0)" } + folders
      let before = try source.snapshot(ofProposals: names, inTree: parent, after: nil)
      let after = try source.snapshot(ofProposals: names, inTree: commit.tree, after: before)
      for folder in folders {
        guard
          let fault = AuditReader.heldFault(
            folder, from: before, to: after, isMerge: parents.count > 1)
        else { continue }
        let finding = commit.finding(
          .auditBallotForged, source.prefix + Layout.proposalFile(folder), fault)
        if !findings.contains(finding) { findings.append(finding) }
      }
    }
    return findings
  }

  private static func heldFault(
    _ folder: String, from before: Snapshot, to after: Snapshot, isMerge: Bool
  ) -> String? {
    guard let old = before.proposals.first(where: { $0.folder.hasSameBytes(as: folder) }),
      before.isHeld(old), let ballot = before.ballots.holding(old.number)
    else { return nil }
    // The other side of a merge may have ended what held it.
    if isMerge, after.ballots.holding(old.number) == nil { return nil }
    let new = after.proposals.first { $0.folder.hasSameBytes(as: folder) }
    let isSame =
      new?.content.hasSameBytes(as: old.content) == true || ballot.permits(new?.proposal)
    let what = "though ballot '\(ballot.id)' is \(ballot.state.rawValue) on it"
    guard let new, isSame else {
      return "proposal \(old.label) \(new == nil ? "is gone" : "has changed"), \(what)"
    }
    // That it was accepted is judged as an acceptance.
    guard new.status != old.status, new.status != .accepted else { return nil }
    return "proposal \(old.label) was \(new.status.word), \(what)"
  }

  /// The ballots of a tree that are not closed, by the folder that holds all.
  private mutating func openBallots(
    inTree tree: ObjectID, _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> [Identifier] {
    let path = source.prefix + Layout.ballotsFolder
    guard let folder = try source.folder(at: path, inTree: tree) else { return [] }
    if let known = heldBy[folder] { return known }
    let names = Set(
      try source.files(inTree: folder).compactMap { file in
        file.path.split(separator: "/").first.map(String.init)
      })
    let snapshot = try source.snapshot(
      ofProposals: names.sorted { $0.precedesBytewise($1) }.map { "ballots/\($0)" }, inTree: tree,
      after: nil)
    let open = snapshot.ballots.filter { $0.state != .closed }.map(\.id)
    heldBy[folder] = open
    return open
  }

  /// The folders of the proposals whose text or state changes.
  static func proposed(_ changes: [TreeChange]) -> [String] {
    let folders = changes.compactMap { change -> String? in
      switch Layout.role(of: change.path) {
      case .proposal(let folder), .state(let folder): folder
      default: nil
      }
    }
    return Set(folders).sorted { $0.precedesBytewise($1) }
  }
}
