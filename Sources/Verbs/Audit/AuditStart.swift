import Diagnostics
import Git
import History
import PortfolioModel
import Store

/// Where an audit starts: what it takes on trust.
struct AuditStart {
  let id: ObjectID
  /// What it was taken for: a reference's full name, or an id.
  let name: String

  /// The commit that was named, else the latest edition below the tip.
  ///
  /// - Throws: `Refusal` where there is none, or where it is no ancestor of the tip.
  init(_ given: String?, below tip: ObjectID, in workspace: borrowing Workspace) throws(Refusal) {
    guard let given else {
      self = try AuditStart.latestEdition(below: tip, workspace)
      return
    }
    let start = try workspace.commit(named: given, orBelow: PushedReference.editionTags)
    guard try workspace.withRepository({ try $0.isAncestor(start.id, of: tip) }) else {
      throw Refusal(
        .refused, "'\(given)' is no ancestor of \(tip.hex), so that no history leads there from it",
        help: ["name a commit, branch or tag that the history goes back to: 'git log --oneline'"])
    }
    self.init(id: start.id, name: start.name)
  }

  private init(id: ObjectID, name: String) {
    self.id = id
    self.name = name
  }

  private static func latestEdition(
    below tip: ObjectID, _ workspace: borrowing Workspace
  ) throws(Refusal) -> AuditStart {
    let latest = try workspace.withRepository { repository -> AuditStart? in
      let lineage = try repository.lineage(of: [tip])
      var latest: AuditStart?
      for tag in try repository.tips(matching: PushedReference.editionTags + "*")
      where lineage.leads(from: [tip], to: tag.commit) {
        if let known = latest, !lineage.leads(from: [tag.commit], to: known.id) { continue }
        latest = AuditStart(id: tag.commit, name: tag.name)
      }
      return latest
    }
    guard let latest else {
      throw Refusal(
        .usage, "an audit needs a start, and no edition is tagged below HEAD",
        help: [
          "name the commit from which on the history is to be proved: "
            + "'rspmaint audit --since COMMIT'",
          "what the start holds is taken on trust",
        ])
    }
    return latest
  }
}
