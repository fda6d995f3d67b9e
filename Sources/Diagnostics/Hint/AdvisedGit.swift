/// A command of git's that a hint tells to type. Paths and names are as they are: Commands quotes them.
package enum AdvisedGit: Hashable, Sendable {
  // What is committed.
  case add([String])
  case commit(message: String)
  case initialize
  case move(String, to: String)
  case remove(String)
  case restore([String])
  /// As a commit holds them.
  case restoreFrom(String, [String])
  case stash([String])
  case amend, emptyCommit, rebaseAgain, resetIndex, revert
  /// To make the change of a commit once more.
  case takeAgain(String)

  // What is fetched, and how it is kept.
  case fetch, fetchAgain, fetchHistory, fetchWhole
  case cloneWhole(String)
  /// A copy in the usual object format.
  case copyInUsualFormat(of: String)
  case migrateReferences, unsplitIndex, unsparseIndex
  case checkOut([String])
  case repairWorktree(String)
  case setUpstream(of: String)
  case addRemote
  /// Another address for a remote.
  case setAddress(of: String)
  case pullRebase
  case switchBranch
  case updateReference
  case deleteReference(String)
  case deleteTag(String)

  // What shows something.
  case status, checkAll, log
  case commitsWith(path: String)
  /// The commits that change a path, which is quoted.
  case logOf(path: String)
  case attribute(String, of: String)
  case commitText(String)
  case show(String)
  case tree(String)
  /// What is large in folders of a revision.
  case sizes(revision: String, [String])
  case reflog

  case config(Setting)

  /// What is done with git's configuration.
  package enum Setting: Hashable, Sendable {
    case set(String, String)
    case setEverywhere(String, String)
    case setInFile(String, String, String)
    /// The file in the user's `.ssh` that holds the public key.
    case setSigningKey(String)
    case add(String, String)
    case trust(String)
    /// As ``trust(_:)``, where another file is set to stand for the user's own.
    case trustInHome(String)
    case unset(String)
    case read(String)
    case readAll(String)
    case origin(String)
    case list
  }
}
