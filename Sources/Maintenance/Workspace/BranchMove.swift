import Files
import Git

extension Workspace {
  /// Waits for git programs that hold index, HEAD or packed references.
  ///
  /// - Throws: `Refusal` that names the lock file, its age and what to type, where it stays.
  func awaitGitLocks(_ surroundings: Surroundings) throws(Refusal) {
    let waiting = Waiting(atMost: surroundings.gitLockPatience)
    while let lock = try withRepository({ $0.locks().first }) {
      guard waiting.pause() else {
        throw Refusal(RepositoryProblem(.indexLocked(lock.path, seconds: lock.seconds)))
      }
    }
  }

  /// Moves a branch, if it still stands where it was read, and brings index entries and files of the
  /// journal's paths along. Killed at any instant, the next run finishes it.
  ///
  /// The index is locked meanwhile: else a `git commit` on the new tip, with the index of the old
  /// one, would take the change back.
  ///
  /// Returns the paths whose files were kept, as someone had changed them meanwhile.
  func advance(
    _ journal: Journal, _ objects: UnreferencedObjects, by committer: Identity, message: String,
    _ surroundings: Surroundings
  ) throws(Refusal) -> [String] {
  ///
  /// - Parameter objects: What the new tip leads to and the old one does not.
  /// - Throws: `Refusal` of kind `moved` where another program was faster; then all is to be judged
  ///   anew.
    try awaitGitLocks(surroundings)
    try write(journal)
    var lock: IndexLock?
    do throws(Refusal) {
    // Hooks and signers take their time, and git may have cleared garbage away meanwhile.
    try withRepository { try $0.store(objects) }
      lock = try outlastingLocks(surroundings) { try $0.lockIndex() }
      try moveBranch(journal, by: committer, message: message, surroundings)
    } catch {
      // A failure after the move, such as of the last flush, is none of the move.
      guard try withRepository({ try $0.target(of: journal.branch) }) == journal.new else {
        try removeJournal()
        throw error
      }
    }
    return try carryThrough(journal, surroundings, lock).filter(\.keepsFile).map(\.path)
  }

  private func moveBranch(
    _ journal: Journal, by committer: Identity, message: String, _ surroundings: Surroundings
  ) throws(Refusal) {
    try outlastingLocks(surroundings) { repository in
      try repository.moveReference(
        journal.branch, from: journal.old, to: journal.new, by: committer.signature,
        message: message)
    }
  }

  /// Lets files and index follow the branch, then removes the journal.
  ///
  /// - Parameter lock: git's lock on the index where it is held already.
  /// - Throws: `Refusal` that says the commit stands; the journal then stays for the next run.
  func carryThrough(
    _ journal: Journal, _ surroundings: Surroundings, _ lock: IndexLock? = nil
  ) throws(Refusal) -> [PathRecovery] {
    do throws(Refusal) {
      let done: [PathRecovery]
      if let lock {
        done = try finish(journal, lock)
      } else {
        done = try finish(journal, try lockIndexToFinish(surroundings))
      }
      try removeJournal()
      return done
    } catch {
      throw Refusal(
        .tryAgain, "committed as \(journal.new.hex), checkout unfinished: \(error.message)",
        help: error.help + ["the commit stands; the next verb that writes brings the files along"])
    }
  }

  private func lockIndexToFinish(_ surroundings: Surroundings) throws(Refusal) -> IndexLock {
    try outlastingLocks(surroundings) { repository in
      do throws(RepositoryProblem) {
        return try repository.lockIndex()
      } catch {
        guard case .indexLocked(let file, let age) = error.kind else { throw error }
        throw Refusal(
          .tryAgain, "another git program holds '\(file)' for \(age) s",
          help: ["wait for it to end; if none is running: rm '\(file)'"])
      }
    }
  }

  private func finish(
    _ journal: Journal, _ lock: IndexLock
  ) throws(Refusal) -> [PathRecovery] {
    defer { lock.release() }
    let (tree, top, states) = try withRepository { repository in
      let tree = try repository.commit(journal.new).tree
      let states = try repository.states(of: journal.paths, againstTree: tree)
      return (tree, repository.workingDirectory ?? "", states)
    }
    let decisions = zip(journal.entries, states).map { PathRecovery($0, $1) }
    for (entry, decision) in zip(journal.entries, decisions) where decision.bringsFile {
      try bring(entry, below: top)
    }
    let entries = decisions.filter(\.bringsEntry).map(\.path)
    try withRepository { try $0.setEntries(of: entries, from: tree, lock) }
    return decisions
  }

  /// Turns a file that is still the old one into the new one.
  private func bring(_ entry: Journal.Entry, below top: String) throws(Refusal) {
    let bytes = try withRepository { repository in
      try entry.new.map { try repository.worktreeBytes($0, path: entry.path) }
    }
    do {
      let folder = try Folder(top)
      if let bytes {
        try folder.write(bytes, to: entry.path) { stillHolds(entry) }
      } else if stillHolds(entry), entry.old != nil {
        try folder.remove(entry.path)
      }
    } catch {
      throw Refusal(error)
    }
  }

  private func stillHolds(_ entry: Journal.Entry) -> Bool {
    do {
      return try withRepository { try $0.storedID(entry.path) } == entry.old
    } catch {
      return false
    }
  }

  /// Runs work on the repository again and again while git programs hold a lock that it needs.
  private func outlastingLocks<Result>(
    _ surroundings: Surroundings,
    _ work: (borrowing Repository) throws -> Result
  ) throws(Refusal) -> Result {
    let waiting = Waiting(atMost: surroundings.gitLockPatience)
    while true {
      do throws(Refusal) {
        return try withRepository { try work($0) }
      } catch {
        guard error.kind == .tryAgain, waiting.pause() else { throw error }
      }
    }
  }
}
