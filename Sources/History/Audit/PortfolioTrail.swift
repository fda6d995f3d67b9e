import Diagnostics
import Git
import PortfolioModel
import Records

/// The portfolio and the proposals at one commit after another. What the next commit leaves alone is
/// carried forward; only what it changes is read.
///
/// The changelog is not read: an audit compares its id with that of the text that it has to have,
/// and it is as long as the history.
struct PortfolioTrail {
  private(set) var snapshot: Snapshot?
  /// The changelog that the accepted proposals give.
  private(set) var changelog = Changelog([])
  private(set) var acceptances: Acceptances?
  private var tree: ObjectID?
  /// The accepted proposals in the changelog, by folder.
  private var accepted: [String: Changelog.Accepted] = [:]
  /// The bytes of all texts.
  private(set) var size = 0
  /// The tree whose files were all read, the changelog too; nil where they were carried forward.
  private(set) var wholeTree: ObjectID?

  /// Becomes the state of a tree and returns it.
  mutating func move(
    to next: ObjectID, _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> Snapshot {
    if let snapshot, tree == next { return snapshot }
    if let snapshot = try carried(to: next, source) { return snapshot }
    let whole = try source.snapshot(ofTree: next, named: next.hex, after: snapshot)
    size = whole.files.size
    accepted = [:]
    for entry in whole.proposals { accepted[entry.folder] = entry.acceptance }
    changelog = Changelog(Array(accepted.values), releases: whole.releases)
    acceptances = Acceptances(whole)
    (snapshot, tree, wholeTree) = (whole, next, next)
    return whole
  }

  /// The state of a tree, read from its differences alone; nil where it has to be read as a whole.
  private mutating func carried(
    to next: ObjectID, _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> Snapshot? {
    guard let tree, snapshot != nil else { return nil }
    let changes = try source.portfolioChanges(from: tree, to: next)
    var taken: [TakenFile] = []
    var size = size
    do throws(Refusal) {
      for change in changes {
        size -= snapshot?.files.bytes(change.path)?.count ?? 0
        guard let new = change.new, !change.path.hasSameBytes(as: Layout.changelogFile) else {
          taken.append(TakenFile(path: change.path, found: nil))
          continue
        }
        let content = try source.content(of: new, at: change.path)
        if case .bytes(let bytes) = content { size += bytes.count }
        taken.append(TakenFile(path: change.path, found: (content, new)))
      }
    } catch {
      // It says which folder holds too much where the whole is read.
      return nil
    }
    // Up to this size, nothing is left out for lack of room.
    guard size <= min(Limits.refused, Limits.revision),
      let folders = snapshot?.take(taken, revision: next.hex)
    else { return nil }
    (self.tree, self.size, wholeTree) = (next, size, nil)
    for folder in folders { note(folder) }
    if let snapshot { changelog.releases = snapshot.releases }
    return snapshot
  }

  /// Takes a proposal's acceptance over into the changelog.
  private mutating func note(_ folder: String) {
    if let known = accepted.removeValue(forKey: folder) { changelog.remove(known) }
    let entry = Proposal.number(ofFolder: folder).flatMap { snapshot?.entry($0, folder) }
    acceptances?.note(entry, of: folder)
    guard let new = entry?.acceptance else { return }
    accepted[folder] = new
    changelog.insert(new)
  }
}
