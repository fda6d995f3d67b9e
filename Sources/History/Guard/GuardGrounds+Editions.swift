import Diagnostics
import Git
import PortfolioModel
import Records

extension GuardGrounds {
  /// The objection where the tag of an edition is not on the commit that made the edition; nil where it
  /// is, and where no commit of the protected branches made one of that name.
  func displacement(
    of tag: PushedReference, to object: ObjectID,
    in source: borrowing some PushSource & ~Copyable
  ) throws(Refusal) -> Hint? {
    guard let id = Identifier(String(tag.name.dropFirst(PushedReference.editionTags.count))),
      let target = try source.commit(behind: object)
    else { return nil }
    let commit = try source.commit(target)
    let isListed = try lists(id, commit, source)
    var isKnown = isListed
    for tip in tips where !isKnown { isKnown = try lists(id, try source.commit(tip), source) }
    guard isKnown else { return nil }
    if isListed, AuditTrailers(commit.message).editions == [id.text],
      let parent = commit.parents.first, try !lists(id, try source.commit(parent), source)
    {
      return nil
    }
    return "The edition's tag \(tag.shortName) is not on the commit that made the edition: "
      + "\(target.hex.prefix(10)) is another."
  }

  /// Whether the portfolio at a commit lists an edition.
  private func lists(
    _ id: Identifier, _ commit: Commit, _ source: borrowing some PushSource & ~Copyable
  ) throws(Refusal) -> Bool {
    let path = source.prefix + Layout.portfolioFile
    guard let entry = try source.entry(at: path, ofTree: commit.tree), !entry.isFolder else {
      return false
    }
    let file = TreeFile(path: Layout.portfolioFile, mode: entry.mode, id: entry.id)
    return try source.description(of: file)?.edition(id) != nil
  }
}
