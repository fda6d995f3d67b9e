import Diagnostics
import Git
import History
import PortfolioModel
import Records
import Store

/// The history of an edition: from its base, or else from the first commit, to its own.
struct EditionHistory {
  /// The commit since which it is to be proved; nil stands for the first one.
  let base: String?
  let tip: ObjectID
  let surroundings: Surroundings

  init(since base: String?, to tip: ObjectID, _ surroundings: Surroundings) {
    (self.base, self.tip, self.surroundings) = (base, tip, surroundings)
  }

  /// The ordinary audit; nil where the base is not below the edition.
  func audit(in workspace: borrowing Workspace) throws(Refusal) -> HistoryAudit.Outcome? {
    let commits = try workspace.ancestry(of: tip)
    let given = base.flatMap { ObjectID(hex: $0) }
    guard let start = given ?? commits.first(where: { $0.parents.isEmpty })?.id,
      commits.contains(where: { $0.id == start })
    else { return nil }
    return try HistoryAudit(by: SSHKeygen(surroundings), today: surroundings.today)
      .judge(from: start, named: start.hex, to: tip, in: workspace)
  }

  /// The first findings, a line each, with where they are.
  static func lines(_ findings: [AuditFinding]) -> [String] {
    findings.prefix(10).map { finding in
      "\(finding.commit.prefix(10)) " + (finding.path.map { "\($0): " } ?? "")
        + "\(finding.message) [\(finding.rule.rawValue)]"
    }
  }
}
