import Diagnostics
import Files
import Git
import Programs
import Records

extension Workspace {
  /// Cleans up after a killed run; called under the lock.
  ///
  /// - Throws: `Refusal` where that isn't possible yet; the verb must not go on then.
  func tidy(_ surroundings: Surroundings) throws(Refusal) {
    guard root != nil else { return }
    if isInRepository {
      try Interruptions.postponed { () throws(Refusal) in try recover(surroundings) }
    }
    try removeLeftovers(surroundings)
  }

  /// Finishes or drops the run that a journal describes. The index stays locked until then, as the
  /// killed run left it: a `git commit` before that would revert the change.
  private func recover(_ surroundings: Surroundings) throws(Refusal) {
    let lock = try withRepository { $0.adoptIndexLock() }
    do throws(Refusal) {
      if let journal = try journal() { try settle(journal, surroundings, lock) }
    } catch {
      guard let lock, lock.keep() else { throw error }
      throw Refusal(
        error.kind, error.message, details: error.details,
        help: error.help + ["git's index stays locked until a verb that writes has ended well"])
    }
    guard let lock else { return }
    lock.release()
    surroundings.note("removed \(lock.path), left by a run that was interrupted")
  }

  private func settle(
    _ journal: Journal, _ surroundings: Surroundings, _ lock: IndexLock?
  ) throws(Refusal) {
    switch try recovery(of: journal) {
    case .notMoved: try removeJournal()
    case .overtaken(let why):
      try removeJournal()
      surroundings.note(try interruption(journal, why))
    case .unfinished:
      guard let done = try carryThrough(journal, surroundings, lock) else { return }
      surroundings.note(
        "a run that \(takesBack(journal) ? "went back to" : "committed") "
          + "\(journal.new.hex.prefix(10)) was interrupted; its files are now updated")
      for path in done where path.keepsFile {
        surroundings.note("kept your change to \(path.path)")
      }
    }
  }

  /// Removes the temporary files of killed runs.
  private func removeLeftovers(_ surroundings: Surroundings) throws(Refusal) {
    let folder = try self.folder()
    let tracked = try trackedTemporaries()
    do throws(FileProblem) {
      for top in Layout.folders {
        for path in try folder.removeLeftovers(under: top, besides: tracked) {
          surroundings.note("removed \(path), left by a run that was interrupted")
        }
      }
    } catch {
      throw Refusal(error)
    }
    guard let git = try gitFolder() else { return }
    do throws(FileProblem) {
      _ = try git.removeLeftovers(under: "rspmaint")
      _ = try git.removeLeftovers(under: ".", deeply: false)
    } catch {
      throw Refusal(error)
    }
  }
}
