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
    guard let taken = taken(changes, source) else { return nil }
    var (after, cost) = (before, cost)
    guard let folders = after.take(taken, revision: names.1) else { return nil }
    cost.remove(taken, of: before.files)
    cost.add(taken, of: after.files)
    for folder in folders { cost.note(folder, in: after) }
    return cost.isWithinLimits() ? (before, after) : nil
  }
}
