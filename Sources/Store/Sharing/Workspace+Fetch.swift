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
  /// - Throws: `Refusal` where it can't be reached, where its branch was rewritten or is gone, and where
  ///   an edition was moved.
  package func fetch(
    _ shared: SharedBranch, and others: [SharedBranch], withTags: Bool, asks: Bool,
    _ surroundings: Surroundings
  ) throws(Refusal) -> SharedState {
    let git = try SharingGit(self, shared.remote, asks: asks, surroundings)
    let branches = [shared] + others
    let listing = try git.succeed(
      ["ls-remote", "--quiet", shared.remote] + branches.map(\.full) + [Layout.editionTags + "*"])
    let state = SharedState(listing: listing.output)
    var wanted: [String] = []
    for branch in branches {
      let known = try withRepository { try $0.target(of: branch.tracking) }
      guard let there = state[branch.full] else {
        if known != nil, branch == shared { throw Workspace.gone(branch) }
        continue
      }
      if there != known { wanted.append("\(branch.full):\(branch.tracking)") }
    }
    for tag in withTags ? state.editions : [] {
      let known = try withRepository { try $0.target(of: tag) }
      if let known, known != state[tag] { throw moved(tag, in: shared.remote) }
      if known == nil { wanted.append("\(tag):\(tag)") }
    }
    guard !wanted.isEmpty else { return state }
    // What is configured may force references; none of ours is ever forced.
    let outcome = try git.run(
      [
        "fetch", "--refmap=", "--no-tags", "--no-write-fetch-head",
        "--no-recurse-submodules", shared.remote,
      ] + wanted)
    guard outcome.succeeded else {
      if UserGit.words(outcome).contains("(non-fast-forward)") {
        throw Workspace.rewritten(shared)
      }
      throw git.failure(outcome)
    }
    return state
  }

  /// Where a branch of the shared repository stood when it was last looked at; nil where it is new.
  package func tip(of shared: SharedBranch) throws(Refusal) -> ObjectID? {
    try withRepository { try $0.target(of: shared.tracking) }
  }

  private static func rewritten(_ shared: SharedBranch) -> Refusal {
    Refusal(
      .refused,
      "the branch '\(shared.branch)' of '\(shared.remote)' was rewritten: commits that were shared "
        + "are gone from it, and nothing was changed here",
      help: [
        "ask whoever did it to put them back; they are here: \(shared.name)",
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
