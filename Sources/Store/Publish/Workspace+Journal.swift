package import Diagnostics
import Files
import Git

extension Workspace {
  /// Where the journal stands in the git folder of this worktree.
  private static let journalPath = "rspmaint/journal"

  /// The git folder of this worktree, or nil in a plain folder.
  func gitFolder() throws(Refusal) -> Folder? {
    guard isInRepository else { return nil }
    let path = try withRepository { $0.gitDirectory }
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

  /// What the next writing run makes of a journal, as things stand.
  func recovery(of journal: Journal) throws(Refusal) -> Recovery {
    try withRepository { repository in
      Recovery(
        journal, head: try repository.head(), tip: try repository.target(of: journal.branch))
    }
  }

  /// A sentence on a run that was interrupted, for verbs that only read; nil where there was none,
  /// or where a run is still under way.
  package func interruption() throws(Refusal) -> Hint? {
    guard let journal = try journal(), try !isLocked() else { return nil }
    switch try recovery(of: journal) {
    case .notMoved: return nil
    case .unfinished:
      return "a run that committed \(journal.new.hex.prefix(10)) was interrupted before the files "
        + "followed; the next verb that writes finishes it"
    case .overtaken(let why): return try interruption(journal, why)
    }
  }

  /// A sentence on a run that was interrupted and can't be finished.
  func interruption(_ journal: Journal, _ why: String) throws(Refusal) -> Hint {
    let verb = try isCommitted(journal) ? "committed" : "was to commit"
    return "a run that \(verb) \(journal.new.hex.prefix(10)) was interrupted, and \(why); compare "
      + "the files with \(git: .status)"
  }

  /// Whether the journal's branch leads to its commit, whatever came after.
  private func isCommitted(_ journal: Journal) throws(Refusal) -> Bool {
    try withRepository { repository in
      guard let tip = try repository.target(of: journal.branch) else { return false }
      do throws(RepositoryProblem) {
        return try repository.isAncestor(journal.new, of: tip)
      } catch {
        // The commit of a branch that never moved may be gone.
        guard error.kind == .missingObject else { throw error }
        return false
      }
    }
  }
}
