import Diagnostics
import Git

/// How the commits that are not shared yet come to stand on what is: own ones are made again, and what
/// is below them is merged as it is.
struct UnsharedWork {
  enum Footing: Hashable {
    /// The ground is shared: what is made again goes straight on the shared tip.
    case shared
    /// The ground goes on from the shared tip already.
    case ahead
    /// The ground holds commits of others, or merges, that the shared tip does not lead to, nor they to
    /// it by first parents.
    case beside
  }

  /// The syncing identity's own commits at the end of the branch, oldest first.
  let replayed: [Commit]
  /// The commit that these stand on.
  let ground: ObjectID
  /// What else is not shared, oldest first: up to the ground.
  let kept: [ObjectID]
  let footing: Footing

  /// - Parameters:
  ///   - ours: Where the branch stands here.
  ///   - theirs: Where it stands in the shared repository.
  ///   - others: Where other branches stand there whose commits count as shared.
  init(
    from ours: ObjectID, onto theirs: ObjectID, besides others: [ObjectID], in lineage: Lineage,
    by hands: SyncHands, _ commit: (ObjectID) throws(Refusal) -> Commit
  ) throws(Refusal) {
    let shared = [theirs] + others
    var replayed: [Commit] = []
    var ground = ours
    while !lineage.leads(from: shared, to: ground) {
      let next = try commit(ground)
      guard hands.made(next), let parent = next.parents.first else { break }
      replayed.append(next)
      ground = parent
    }
    self.replayed = replayed.reversed()
    self.ground = ground
    kept = lineage.commits(reachableFrom: ground, notFrom: theirs)
      .filter { !lineage.leads(from: others, to: $0) }
    var first: ObjectID? = ground
    while let id = first, !lineage.leads(from: [theirs], to: id) {
      first = try commit(id).parents.first
    }
    footing =
      lineage.leads(from: [theirs], to: ground)
      ? .shared : first == theirs ? .ahead : .beside
  }
}
