import Diagnostics
import Git
import PortfolioModel
import Records

extension AuditReader {
  /// The faults of a commit's changes to surveys.
  ///
  /// - Parameter parents: The trees of its parents.
  mutating func surveyFaults(
    of commit: Commit, _ parents: [ObjectID], _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> [AuditFinding] {
    var findings: [AuditFinding] = []
    for (parent, ids) in zip(parents, touchedSurveys) {
      for id in ids {
        let folder = ["surveys/\(id)"]
        let before = try source.snapshot(ofProposals: folder, inTree: parent, after: nil)
        let after = try source.snapshot(ofProposals: folder, inTree: commit.tree, after: before)
        var ground: SurveyAudit.Ground?
        if parents.count == 1 {
          let isOpened = before.survey(id) == nil
          ground = SurveyAudit.Ground(
            portfolio: isOpened ? try grounds(in: parent, source).portfolio : nil, day: commit.day,
            author: commit.author.email.asciiLowercased,
            committee: try source.committee(inTree: parent))
        }
        let audit = SurveyAudit(from: before.survey(id), to: after.survey(id), on: ground)
        // Nothing else is in the two snapshots.
        let own = source.prefix + Layout.surveyStart(id)
        let unread = after.fileDiagnostics.filter {
          $0.severity == .error && $0.location.path.hasPrefix(own)
        }.map(\.message)
        for fault in audit.faults + unread {
          let finding = commit.finding(
            .auditSurveyForged, source.prefix + Layout.path(of: .survey, of: id),
            "survey '\(id)' was changed as no verb does: \(fault)")
          if !findings.contains(finding) { findings.append(finding) }
        }
      }
    }
    return findings
  }

  /// The surveys that hold a changed file.
  static func surveys(_ changes: [TreeChange]) -> [Identifier] {
    let ids = changes.compactMap { change -> Identifier? in
      guard case .survey(let id, _) = Layout.role(of: change.path) else { return nil }
      return Identifier(id)
    }
    return Set(ids).sorted()
  }
}
