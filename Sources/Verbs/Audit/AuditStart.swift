import Diagnostics
import Git
import History
import PortfolioModel
import Store

/// The commit at which an audit starts; everything before it is trusted.
struct AuditStart {
  let id: ObjectID
  /// What the start was read as: a reference's full name, or an id.
  let name: String
  /// The full names of tags that are on commits that make no edition, so that none is a start.
  let skipped: [String]

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
        .refused, "'\(given)' is no ancestor of \(tip.hex), so there is no history between them",
        help: ["name a commit, branch or tag of this history: \(git: .log)"])
    }
    self.init(id: start.id, name: start.name, skipped: [])
  }

  private init(id: ObjectID, name: String, skipped: [String]) {
    self.id = id
    self.name = name
    self.skipped = skipped
  }

  private static func latestEdition(
    below tip: ObjectID, _ workspace: borrowing Workspace
  ) throws(Refusal) -> AuditStart {
    let lineage = try workspace.lineage(of: [tip], from: nil)
    var latest: (id: ObjectID, name: String)?
    var skipped: [String] = []
    for tag in try workspace.editionTags() where lineage.leads(from: [tip], to: tag.commit) {
      guard try workspace.makesEdition(ofTag: tag.name, tag.commit) else {
        skipped.append(tag.name)
        continue
      }
      if let known = latest, !lineage.leads(from: [tag.commit], to: known.id) { continue }
      latest = (tag.commit, tag.name)
    }
    guard let latest else {
      throw Refusal(
        .usage, "an audit needs a start, and no edition is tagged below HEAD",
        details: skipped.map { "\($0) is on a commit that makes no edition of that name" },
        help: [
          "name the commit after which the history is to be proved: "
            + "\(run: .auditSince)",
          "what the start holds is taken on trust",
        ])
    }
    return AuditStart(id: latest.id, name: latest.name, skipped: skipped)
  }
}
