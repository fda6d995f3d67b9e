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
  private(set) var cost = ReadingCost()
  /// The tree whose files were all read, the changelog too; nil where they were carried forward.
  private(set) var wholeTree: ObjectID?

  /// Becomes the state of a tree and returns it.
  mutating func move(
    to next: ObjectID, _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> Snapshot {
    if let snapshot, tree == next { return snapshot }
    if let snapshot = try carried(to: next, source) { return snapshot }
    let whole = try source.snapshot(ofTree: next, named: next.hex, after: snapshot)
    cost = ReadingCost(whole)
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
    guard let taken = taken(changes, skipping: [Layout.changelogFile], source) else { return nil }
    // The files are not held here: what two hold is copied where one changes it.
    if let snapshot { cost.remove(taken, of: snapshot.files) }
    // The trail is nowhere until all was taken over.
    (self.tree, wholeTree) = (nil, nil)
    guard cost.isWithinLimits(with: taken.reduce(0) { $0 + ($1.found?.text.cost ?? 0) }),
      let folders = snapshot?.take(taken, revision: next.hex), let snapshot
    else { return nil }
    cost.add(taken, of: snapshot.files)
    for folder in folders { note(folder, in: snapshot) }
    guard cost.isWithinLimits() else { return nil }
    (self.tree, wholeTree) = (next, nil)
    changelog.releases = snapshot.releases
    return snapshot
  }

  /// The files in which two trees differ, as the later one has them; nil where one of them can't be
  /// read: a reading of the whole says which folder holds too much.
  ///
  /// - Parameter skipped: The paths of files that are not carried.
  func taken(
    _ changes: [TreeChange], skipping skipped: Set<String> = [],
    _ source: borrowing some VersionSource & ~Copyable
  ) -> [TakenFile]? {
    do throws(Refusal) {
      return try changes.map { change throws(Refusal) in
        guard let new = change.new, !skipped.contains(change.path) else {
          return TakenFile(path: change.path, found: nil)
        }
        let content = try source.content(of: new, at: change.path)
        return TakenFile(
          path: change.path,
          found: (FileText(content, at: change.path, prefix: source.prefix), new))
      }
    } catch {
      return nil
    }
  }

  /// Takes over into the changelog whether a proposal was accepted, and into the cost whether it was
  /// rejected or withdrawn.
  private mutating func note(_ folder: String, in snapshot: Snapshot) {
    if let known = accepted.removeValue(forKey: folder) { changelog.remove(known) }
    let entry = snapshot.entry(inFolder: folder)
    acceptances?.note(entry, of: folder)
    cost.note(folder, in: snapshot)
    guard let new = entry?.acceptance else { return }
    accepted[folder] = new
    changelog.insert(new)
  }
}
