import Diagnostics
import Git
import PortfolioModel
import Records

extension PortfolioTrail {
  /// The snapshots of two trees, where the trail has read the first one as a whole and the second
  /// one follows from the files in which they differ; nil where both have to be read.
  ///
  /// - Parameter names: What messages call the two.
  func ends(
    from start: ObjectID, _ changes: [TreeChange], named names: (String, String),
    _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> (before: Snapshot, after: Snapshot)? {
    guard wholeTree == start, var before = snapshot, before.take([], revision: names.0) != nil
    else { return nil }
    var (taken, size): ([TakenFile], Int) = ([], size)
    do throws(Refusal) {
      for change in changes {
        size -= before.files.bytes(change.path)?.count ?? 0
        let content = try change.new.map { new throws(Refusal) in
          try source.content(of: new, at: change.path)
        }
        if case .bytes(let bytes) = content { size += bytes.count }
        let found = content.flatMap { content in change.new.map { (content, $0) } }
        taken.append(TakenFile(path: change.path, found: found))
      }
    } catch {
      // It says which folder holds too much where the whole is read.
      return nil
    }
    var after = before
    // Up to this size, nothing is left out for lack of room.
    guard size <= min(Limits.refused, Limits.revision),
      after.take(taken, revision: names.1) != nil
    else { return nil }
    return (before, after)
  }
}
