import Files
import Git

extension Workspace {
  /// Puts in order what a run that was killed left behind; called under the lock.
  ///
  /// - Throws: `Refusal` where that can't be done yet; then the verb must not go on.
  func tidy(_ surroundings: Surroundings) throws(Refusal) {
    guard root != nil else { return }
    if isInRepository, let lock = try withRepository({ $0.removeAbandonedIndexLock() }) {
      surroundings.note("removed \(lock), left by a run that was interrupted")
    }
    try recover(surroundings)
    try removeLeftovers(surroundings)
  }

  private func recover(_ surroundings: Surroundings) throws(Refusal) {
    guard let journal = try journal() else { return }
    let recovery = try withRepository { repository in
      Recovery(
        journal, head: try repository.head(), tip: try repository.target(of: journal.branch))
    }
    let commit = journal.new.hex.prefix(10)
    switch recovery {
    case .notMoved: try removeJournal()
    case .overtaken(let why):
      try removeJournal()
      surroundings.note(
        "a run that was to commit \(commit) was interrupted, and \(why); compare the files with "
          + "'git status'")
    case .unfinished:
      let done = try carryThrough(journal, surroundings)
      surroundings.note(
        "a run that committed \(commit) was interrupted; its files have now followed")
      for path in done {
        if path.keepsFile { surroundings.note("kept your change of \(path.path)") }
        if let blob = path.displaced {
          surroundings.note("what you had staged of \(path.path): 'git show \(blob.hex)'")
        }
      }
    }
  }

  /// Temporary files of runs that were killed.
  private func removeLeftovers(_ surroundings: Surroundings) throws(Refusal) {
    let folder = try self.folder()
    do throws(FileProblem) {
      for top in [Layout.portfolioFolder, Layout.proposalsFolder] {
        for path in try folder.removeLeftovers(under: top) {
          surroundings.note("removed \(path), left by a run that was interrupted")
        }
      }
    } catch {
      throw Refusal(error)
    }
    guard let git = try gitFolder() else { return }
    do throws(FileProblem) {
      _ = try git.removeLeftovers(under: "rspmaint")
    } catch {
      throw Refusal(error)
    }
  }
}
