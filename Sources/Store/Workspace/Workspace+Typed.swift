import Diagnostics
import Records

extension Workspace {
  /// The root for a command of git's whose paths start from there, or nil where the user stands at it.
  package var elsewhereRoot: String? { elsewhere(root) }

  /// The same as ``elsewhereRoot`` for paths that start at the top of the worktree.
  var elsewhereTop: String? { elsewhere(top) }

  private func elsewhere(_ place: String?) -> String? {
    guard let place, !(isOpenedHere && start.utf8.elementsEqual(place.utf8)) else { return nil }
    return place
  }

  /// The command that commits the portfolio for the first time.
  var importing: Hint {
    let names = [Layout.portfolioFolder, Layout.proposalsFolder, ".gitattributes"]
      .filter { isAtRoot($0) }
    return "\(gitLine: .add(names), in: elsewhereRoot) && "
      + "\(gitLine: .commit(message: "Import the portfolio"), in: elsewhereRoot)"
  }
}
