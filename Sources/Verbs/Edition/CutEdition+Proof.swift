import Diagnostics
import Git
import History
import PortfolioModel
import Records
import Store

extension CutEdition {
  /// What is said of a later edition whose history is not proved since the one before.
  ///
  /// - Throws: `Refusal` where it is the first edition: that one can start later in the history.
  func unproved(
    since base: String?, _ ground: EditionDesk.Ground, in workspace: borrowing Workspace
  ) throws(Refusal) -> [Hint] {
    try workspace.refuseIncompleteHistory()
    let history = EditionHistory(since: base, to: ground.tip, surroundings)
    guard let audit = try history.audit(in: workspace), let first = audit.findings.first else {
      return []
    }
    let count = audit.findings.count.counted("finding")
    if let last = ground.description.lastPublished {
      let place = first.path.map { ", the first in \($0)" } ?? ""
      return ["Its history is not proved since \(last.title): \(count)\(place)."]
    }
    throw Refusal(
      .refused,
      "the history is not proved since \(base.map { String($0.prefix(10)) } ?? "the first commit"): "
        + count,
      details: EditionHistory.lines(audit.findings),
      help: ["name a later commit since which it is to be proved: \(option: .since)"])
  }
}
