import Git
import PortfolioModel

/// Where an audit starts: what it takes on trust.
struct AuditStart {
  let id: ObjectID
  /// What it was found by: a tag, or what was given.
  let name: String

  static let editionTags = "refs/tags/edition/"

  /// The commit that was named, else the latest edition below the tip.
  ///
  /// - Throws: `Refusal` where there is none, or where it is no ancestor of the tip.
  init(_ given: String?, below tip: ObjectID, in workspace: borrowing Workspace) throws(Refusal) {
    guard let given else {
      self = try AuditStart.latestEdition(below: tip, workspace)
      return
    }
    let (id, name) = try AuditStart.resolve(given, workspace)
    guard try workspace.withRepository({ try $0.isAncestor(id, of: tip) }) else {
      throw Refusal(
        .refused, "'\(given)' is no ancestor of \(tip.hex), so that no history leads there from it",
        help: ["name a commit, branch or tag that the history goes back to: 'git log --oneline'"])
    }
    self.init(id: id, name: name)
  }

  private init(id: ObjectID, name: String) {
    self.id = id
    self.name = name
  }

  private static func resolve(
    _ name: String, _ workspace: borrowing Workspace
  ) throws(Refusal) -> (ObjectID, String) {
    let tags = try workspace.withRepository { try $0.tags(matching: editionTags + "*") }
    if let tag = tags.first(where: { $0.name.hasSameBytes(as: editionTags + name) }) {
      return (tag.commit, tag.name)
    }
    return (try workspace.commit(named: name), name)
  }

  private static func latestEdition(
    below tip: ObjectID, _ workspace: borrowing Workspace
  ) throws(Refusal) -> AuditStart {
    let latest = try workspace.withRepository { repository -> AuditStart? in
      var latest: AuditStart?
      for tag in try repository.tags(matching: editionTags + "*")
      where try repository.isAncestor(tag.commit, of: tip) {
        if let known = latest, try !repository.isAncestor(known.id, of: tag.commit) { continue }
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
