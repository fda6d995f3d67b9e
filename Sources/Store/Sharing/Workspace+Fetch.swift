package import Diagnostics
package import Git
import PortfolioModel
import Programs
import Records

/// Bringing in what others shared. Nothing of this repository moves but the references that say where
/// the shared one stands.
extension Workspace {
  /// Looks where the shared repository stands, and fetches a branch, others that are named, and edition
  /// tags.
  ///
  /// - Parameter scratch: A folder for what is fetched in a rehearsal, after which this run stores no
  ///   object in the repository and moves no reference; nil to fetch.
  /// - Throws: `Refusal` where it can't be reached, where its branch was rewritten or is gone, and where
  ///   an edition was moved.
  package func fetch(
    _ shared: SharedBranch, and others: [SharedBranch], asks: Bool, aside scratch: String? = nil,
    _ surroundings: Surroundings
  ) throws(Refusal) -> SharedState {
    let git = try SharingGit(self, shared.remote, asks: asks, objects: scratch, surroundings)
    let branches = [shared] + others
    let listing = try git.succeed(
      ["ls-remote", "--quiet", shared.remote] + branches.map(\.full) + [Layout.editionTags + "*"])
    let state = SharedState(listing: listing.output)
    let wanted = try self.wanted(branches, state)
    if !wanted.isEmpty {
      // What is configured may force references; none of ours is ever forced.
      let outcome = try git.run(
        [
          "fetch", "--refmap=", "--no-tags", "--no-write-fetch-head",
          "--no-recurse-submodules",
        ] + (scratch == nil ? [] : ["--no-auto-gc"]) + [shared.remote]
          + wanted.map { scratch == nil ? "\($0.source):\($0.target)" : $0.source })
      guard outcome.succeeded else {
        if UserGit.words(outcome).contains("(non-fast-forward)"), let known = try tip(of: shared) {
          throw Workspace.rewritten(shared, since: known)
        }
        throw git.failure(outcome)
      }
    }
    if let scratch { try withRepository { try $0.rehearse(with: scratch) } }
    return state
  }

  /// The references of the shared repository that are not here, and what they are called here.
  private func wanted(
    _ branches: [SharedBranch], _ state: SharedState
  ) throws(Refusal) -> [(source: String, target: String)] {
    var wanted: [(source: String, target: String)] = []
    for branch in branches {
      let known = try tip(of: branch)
      guard let there = state[branch.full] else {
        if known != nil, branch == branches.first { throw Workspace.gone(branch) }
        continue
      }
      if there != known { wanted.append((branch.full, branch.tracking)) }
    }
    for tag in state.editions {
      let known = try withRepository { try $0.target(of: tag) }
      if let known, known != state[tag] { throw moved(tag, in: branches[0].remote) }
      if known == nil { wanted.append((tag, tag)) }
    }
    return wanted
  }

  /// Where a branch of the shared repository stood when it was last looked at; nil where it is new.
  func tip(of shared: SharedBranch) throws(Refusal) -> ObjectID? {
    try withRepository { try $0.target(of: shared.tracking) }
  }

  /// Refuses where commits that are here were on a shared branch once and are gone from it, also where
  /// another program fetched that by force.
  ///
  /// - Parameter isGone: Whether a commit is here and not on the branch as it is now.
  package func refuseRewritten(
    _ shared: SharedBranch, _ isGone: (ObjectID) -> Bool
  ) throws(Refusal) {
    let known = try withRepository { try $0.pastTargets(of: shared.tracking) }
    let past = try tip(of: shared).map { [$0] + known } ?? known
    if let gone = past.first(where: isGone) { throw Workspace.rewritten(shared, since: gone) }
  }

  private static func rewritten(_ shared: SharedBranch, since tip: ObjectID) -> Refusal {
    Refusal(
      .refused,
      "the branch '\(shared.branch)' of '\(shared.remote)' was rewritten: commits that were shared "
        + "are gone from it, and nothing was changed here",
      help: [
        "ask whoever did it to put them back; they are here: \(tip.hex.prefix(10))",
        "if it has to stay so, make a new clone, and propose there what is missing",
      ])
  }

  private static func gone(_ shared: SharedBranch) -> Refusal {
    Refusal(
      .refused, "the branch '\(shared.branch)' is gone from '\(shared.remote)'",
      help: ["ask whoever keeps the shared repository; your work is saved here"])
  }

  private func moved(_ tag: String, in remote: String) -> Refusal {
    let name = tag.rest(after: "refs/tags/")
    return Refusal(
      .refused,
      "the edition's tag '\(name)' of '\(remote)' is another than the one here, and audits start "
        + "from it",
      help: [
        "if the shared one is right: \(gitLine: .deleteTag(name), in: elsewhereTop), then \(run: .sync)",
        "else ask whoever keeps the shared repository to put it back",
      ])
  }
}
