package import Diagnostics
package import Git
package import PortfolioModel
import Records

extension VersionSource where Self: ~Copyable {
  /// Whether a commit makes an edition: it names it, and lists it where its first parent does not.
  package func makes(_ id: Identifier, _ commit: Commit) throws(Refusal) -> Bool {
    guard AuditTrailers(commit.message).editions == [id.text], let parent = commit.parents.first,
      try lists(id, commit)
    else { return false }
    return try !lists(id, try self.commit(parent))
  }

  /// Whether the portfolio at a commit lists an edition.
  private func lists(_ id: Identifier, _ commit: Commit) throws(Refusal) -> Bool {
    let path = prefix + Layout.portfolioFile
    guard let entry = try entry(at: path, ofTree: commit.tree), !entry.isFolder else {
      return false
    }
    let file = TreeFile(path: Layout.portfolioFile, mode: entry.mode, id: entry.id)
    return try description(of: file)?.edition(id) != nil
  }

  /// Whether a commit makes the edition that the full name of a tag names.
  package func makesEdition(
    ofTag name: String, _ commit: ObjectID
  ) throws(Refusal) -> Bool {
    guard name.hasPrefix(Layout.editionTags),
      let id = Identifier(String(name.dropFirst(Layout.editionTags.count)))
    else { return false }
    return try makes(id, try self.commit(commit))
  }
}
