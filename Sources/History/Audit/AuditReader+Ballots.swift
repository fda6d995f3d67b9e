import Diagnostics
import Git
import PortfolioModel
import Records

extension AuditReader {
  /// The faults of a commit's changes to ballots.
  ///
  /// - Parameter parents: The trees of its parents.
  mutating func ballotFaults(
    of commit: Commit, _ parents: [ObjectID], _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> [AuditFinding] {
    var findings: [AuditFinding] = []
    for (parent, ids) in zip(parents, touched) {
      for id in ids {
        let folder = ["ballots/\(id)"]
        let before = try source.snapshot(ofProposals: folder, inTree: parent, after: nil)
        let after = try source.snapshot(ofProposals: folder, inTree: commit.tree, after: before)
        var ground: BallotAudit.Ground?
        if parents.count == 1, let first = commit.parents.first {
          let snapshot =
            before.ballot(id) == nil ? try grounds(in: parent, source) : before
          ground = BallotAudit.Ground(
            parent: first.hex, snapshot: snapshot, day: commit.day)
        }
        let audit = BallotAudit(from: before.ballot(id), to: after.ballot(id), on: ground)
        let report = Layout.path(of: .report, of: id)
        let isOpened = before.ballot(id) == nil
        let reported =
          isOpened || before.files[report] == after.files[report]
          ? [] : ["the report of what is voted on has changed"]
        // Nothing else is in the two snapshots.
        let own = source.prefix + Layout.ballotStart(id)
        let unread = after.fileDiagnostics.filter {
          $0.severity == .error && $0.location.path.hasPrefix(own)
        }.map(\.message)
        for fault in audit.faults + reported + unread {
          let finding = commit.finding(
            .auditBallotForged, source.prefix + Layout.path(of: .ballot, of: id),
            "ballot '\(id)' was changed as no verb does: \(fault)")
          if !findings.contains(finding) { findings.append(finding) }
        }
      }
    }
    return findings
  }

  /// The ballots that hold a changed file that is read.
  static func ballots(_ changes: [TreeChange]) -> [Identifier] {
    let ids = changes.compactMap { change -> Identifier? in
      guard case .ballot(let id, let file) = Layout.role(of: change.path), file != .unread else {
        return nil
      }
      return Identifier(id)
    }
    return Set(ids).sorted()
  }
}
