import Diagnostics
import Records

extension Workspace {
  /// `git` where the current folder is the root, else `git -C ROOT`, for paths that start at the
  /// root.
  package var gitAtRoot: String { git(at: root) }

  /// The same as ``gitAtRoot`` for paths that start at the top of the worktree.
  var gitAtTop: String { git(at: top) }

  private func git(at place: String?) -> String {
    guard let place, !(isOpenedHere && start.utf8.elementsEqual(place.utf8)) else { return "git" }
    return "git -C \(Typed.quoted(place))"
  }

  /// The command that commits the portfolio for the first time.
  var importing: String {
    var names: [String] = []
    for name in [Layout.portfolioFolder, Layout.proposalsFolder, ".gitattributes"]
    where isAtRoot(name) {
      names.append(name)
    }
    return "\(gitAtRoot) add \(names.joined(separator: " ")) && "
      + "\(gitAtRoot) commit -m 'Import the portfolio'"
  }
}
