package import Diagnostics
import Git
import PortfolioModel

/// How a branch and the shared one stood to each other at the last sync, with what was saved since.
package struct SharingStanding: Hashable, Sendable {
  package let shared: SharedBranch
  /// Saved changes that are on no branch of the shared repository.
  package let unshared: Int
  /// Changes on the shared branch that are not here.
  package let ahead: Int
}

extension Workspace {
  /// How HEAD's branch and the shared one stand to each other; nil where nothing is shared.
  package func sharingStanding(_ surroundings: Surroundings) throws(Refusal) -> SharingStanding? {
    guard isInRepository, root != nil,
      case .branch(let local, let tip) = try withRepository({ try $0.head() }),
      mayHaveRemotes(surroundings), let shared = try upstream(of: local, surroundings).shared
    else { return nil }
    let there = try self.tip(of: shared)
    let start = "refs/remotes/\(shared.remote)/"
    return try withRepository { repository in
      let known = try repository.tips(matching: "refs/remotes/*")
        .filter { $0.name.utf8.starts(with: start.utf8) }.map(\.commit)
      // Right after a sync or a clone nothing has to be looked at.
      if known.contains(tip), there ?? tip == tip {
        return SharingStanding(shared: shared, unshared: 0, ahead: 0)
      }
      let lineage = try repository.lineage(of: [tip] + known)
      let theirs = there.map { lineage.commits(reachableFrom: $0, notFrom: tip) }
      return SharingStanding(
        shared: shared, unshared: lineage.commits(reachableFrom: [tip], notFrom: known).count,
        ahead: theirs?.count ?? 0)
    }
  }

  /// Whether there may be a remote. Where libgit2 finds none in a usual repository, and no variable
  /// brings what only git reads, git is not run: that takes longer than all else.
  private func mayHaveRemotes(_ surroundings: Surroundings) -> Bool {
    let isVaried = surroundings.environment.keys.contains { name in
      name.utf8.starts(with: "GIT_CONFIG".utf8) && name != "GIT_CONFIG_NOSYSTEM"
        || ["GIT_DIR", "GIT_COMMON_DIR"].contains(name)
    }
    guard repository.usualFolder != nil, !isVaried else { return true }
    do throws(Refusal) {
      let settings = try withRepository { try $0.settings() }
      return settings.contains { $0.name.utf8.starts(with: "remote.".utf8) }
    } catch {
      // Git says what is wrong with its configuration.
      return true
    }
  }
}
