package import Diagnostics
import Files
import Git

extension Workspace {
  /// The journal's path in the git folder of this worktree.
  private static let journalPath = "rspmaint/journal"

  /// The git folder of this worktree, or nil in a plain folder.
  func gitFolder() throws(Refusal) -> Folder? {
    guard isInRepository else { return nil }
    var path = repository.usualFolder ?? ""
    if path.isEmpty { path = try withRepository { $0.gitDirectory } }
    do {
      return try Folder(path)
    } catch {
      throw Refusal(error)
    }
  }

  func write(_ journal: Journal) throws(Refusal) {
    let folder = try gitFolder()
    do {
      try folder?.write(journal.bytes, to: Workspace.journalPath)
    } catch {
      throw Refusal(error)
    }
  }

  func removeJournal() throws(Refusal) {
    let folder = try gitFolder()
    do {
      try folder?.removeFile(Workspace.journalPath)
    } catch {
      throw Refusal(error)
    }
  }

  /// The journal that an earlier run left behind, if any.
  ///
  /// - Throws: `Refusal` where there is one that this version can't read.
  func journal() throws(Refusal) -> Journal? {
    guard let folder = try gitFolder() else { return nil }
    let bytes: [UInt8]
    do {
      bytes = try folder.read(Workspace.journalPath, limit: 1 << 24)
    } catch {
      if error.isMissing { return nil }
      throw Refusal(error)
    }
    guard let journal = Journal(bytes) else {
      let path = try withRepository { $0.gitDirectory } + Workspace.journalPath
      throw Refusal(
        .refused, "an interrupted run left a journal that this rspmaint can't read: \(path)",
        help: [
          "a newer rspmaint may have written it: use that one",
          "else compare files and last commit by \(git: .status), then: rm '\(path)'",
        ])
    }
    return journal
  }

  /// What the next writing run would conclude from a journal now.
  func recovery(of journal: Journal) throws(Refusal) -> Recovery {
    try withRepository { repository in
      Recovery(
        journal, head: try repository.head(), tip: try repository.target(of: journal.branch))
    }
  }

  /// A sentence about an interrupted run, for verbs that only read; nil where no run was
  /// interrupted, or where one is still under way.
  package func interruption() throws(Refusal) -> Hint? {
    guard let journal = try journal(), try !isLocked() else { return nil }
    switch try recovery(of: journal) {
    case .notMoved: return nil
    case .unfinished:
      return "a run that \(takesBack(journal) ? "went back to" : "committed") "
        + "\(journal.new.hex.prefix(10)) was interrupted before its files were updated; the next "
        + "verb that writes finishes it"
    case .overtaken(let why): return try interruption(journal, why)
    }
  }

  /// A sentence about an interrupted run that can't be finished.
  func interruption(_ journal: Journal, _ why: String) throws(Refusal) -> Hint {
    let verb =
      takesBack(journal)
      ? "went back to" : try isCommitted(journal) ? "committed" : "was to commit"
    return "a run that \(verb) \(journal.new.hex.prefix(10)) was interrupted, and \(why); compare "
      + "the files with \(git: .status)"
  }

  /// Whether the journal's branch contains its commit, whatever came after.
  private func isCommitted(_ journal: Journal) throws(Refusal) -> Bool {
    try withRepository { repository in
      guard let tip = try repository.target(of: journal.branch) else { return false }
      do throws(RepositoryProblem) {
        return try repository.isAncestor(journal.new, of: tip)
      } catch {
        // If the branch never moved, its commit may have been collected as garbage.
        guard error.kind == .missingObject else { throw error }
        return false
      }
    }
  }
}
