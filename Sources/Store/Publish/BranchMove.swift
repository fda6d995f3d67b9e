package import Diagnostics
import Files
package import Git
import Programs

extension Workspace {
  /// Waits for git programs that hold the index, HEAD, the packed references, or the given branch.
  ///
  /// - Throws: `Refusal` where a lock stays: it names the lock file, its age and what to type.
  package func awaitGitLocks(
    _ surroundings: Surroundings, branch: String? = nil
  ) throws(Refusal) {
    let waiting = Waiting(atMost: surroundings.gitLockPatience)
    while let lock = try withRepository({ $0.locks(branch: branch).first }) {
      guard waiting.pause() else {
        throw Refusal(RepositoryProblem(.indexLocked(lock.path, seconds: lock.seconds)))
      }
    }
  }

  /// Moves a branch, if it and HEAD are still where they were read, and updates the index entries
  /// and files of the journal's paths. If the run is killed meanwhile, the next one finishes the
  /// move.
  ///
  /// The index stays locked meanwhile. Otherwise a `git commit` on the new tip, with the old tip's
  /// index, would revert the change.
  ///
  /// Returns the paths whose files were kept because someone had changed them meanwhile.
  ///
  /// - Parameter objects: The objects that the new tip refers to and the old one doesn't.
  /// - Throws: `Refusal` of kind `moved` where another program moved the branch first; everything
  ///   then has to be judged again.
  package func advance(
    _ journal: Journal, _ objects: UnreferencedObjects, by committer: Identity, message: String,
    _ surroundings: Surroundings
  ) throws(Refusal) -> [String] {
    try awaitGitLocks(surroundings)
    // Hooks and signers take time, and git may have collected garbage meanwhile.
    try withRepository { try $0.store(objects) }
    try write(journal)
    return try Interruptions.postponed { () throws(Refusal) in
      try moveUnderLocks(journal, by: committer, message: message, surroundings)
    }
  }

  private func moveUnderLocks(
    _ journal: Journal, by committer: Identity, message: String, _ surroundings: Surroundings
  ) throws(Refusal) -> [String] {
    var lock: IndexLock?
    do throws(Refusal) {
      lock = try outlastingLocks(surroundings) { try $0.lockIndex() }
      try refuseMoved(journal)
      try refuseUnfinished()
      try moveBranch(journal, by: committer, message: message, surroundings)
    } catch {
      // A failure after the branch has moved, such as in the last flush, must not undo the move.
      guard try withRepository({ try $0.target(of: journal.branch) }) == journal.new else {
        try removeJournal()
        throw error
      }
    }
    let paths = try carryThrough(journal, surroundings, lock) ?? []
    return paths.filter(\.keepsFile).map(\.path)
  }

  /// Refuses where HEAD has meanwhile gone to another branch or commit.
  private func refuseMoved(_ journal: Journal) throws(Refusal) {
    try withRepository { repository in
      guard case .branch(journal.branch, journal.old) = try repository.head() else {
        throw RepositoryProblem(.referenceMoved("HEAD"))
      }
    }
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

  /// Updates files and index to the new commit, removes the journal, then unlocks the index.
  ///
  /// Returns nil, and notes why, where others have moved on since and nothing can be updated.
  ///
  /// - Parameter held: Git's lock on the index, where this run has it already.
  /// - Throws: `Refusal` of kind `unfinished`, which says that the commit is made; the journal and
  ///   the lock then stay for the next run.
  func carryThrough(
    _ journal: Journal, _ surroundings: Surroundings, _ held: IndexLock?
  ) throws(Refusal) -> [PathRecovery]? {
    var lock = held
    do throws(Refusal) {
      let own: IndexLock
      if let held {
        own = held
      } else {
        own = try outlastingLocks(surroundings) { try $0.lockIndex() }
      }
      lock = own
      let done = try finish(journal, own, surroundings)
      try removeJournal()
      own.release()
      for path in done ?? [] {
        guard let blob = path.displaced else { continue }
        surroundings.note("your staged change of \(path.path) is kept: \(git: .show(blob.hex))")
      }
      return done
    } catch {
      let isLocked = lock?.keep() ?? false
      throw Refusal(
        .unfinished,
        (takesBack(journal) ? "taken back to" : "committed as")
          + " \(journal.new.hex), but the checkout is unfinished: \(error.message)",
        details: error.details,
        help: error.help + [
          (takesBack(journal) ? "" : "the commit stands; ")
            + "the next verb that writes brings the files along"
            + (isLocked ? ", and gives git's index free" : "")
        ])
    }
  }

  private func finish(
    _ journal: Journal, _ lock: IndexLock, _ surroundings: Surroundings
  ) throws(Refusal) -> [PathRecovery]? {
    if case .overtaken(let why) = try recovery(of: journal) {
      surroundings.note(
        "the files were not updated to commit \(journal.new.hex.prefix(10)), because \(why); "
          + "compare them with \(git: .status)")
      return nil
    }
    let (tree, top, states) = try withRepository { repository in
      let tree = try repository.commit(journal.new).tree
      let states = try repository.states(of: journal.paths, againstTree: tree)
      return (tree, repository.workingDirectory ?? "", states)
    }
    let decisions = zip(journal.entries, states).map { PathRecovery($0, $1) }
    for (entry, decision) in zip(journal.entries, decisions) where decision.bringsFile {
      try bring(entry, from: tree, below: top)
    }
    let entries = decisions.filter(\.bringsEntry).map(\.path)
    try withRepository { try $0.setEntries(of: entries, from: tree, lock) }
    return decisions
  }

  /// Replaces a file by its new version, if it is still the old one.
  private func bring(
    _ entry: Journal.Entry, from tree: ObjectID, below top: String
  ) throws(Refusal) {
    let (bytes, mode) = try withRepository { repository in
      (
        try entry.new.map { try repository.worktreeBytes($0, path: entry.path) },
        try repository.file(at: entry.path, inTree: tree)?.mode
      )
    }
    do {
      let folder = try Folder(top)
      if let bytes {
        try folder.write(bytes, to: entry.path, isExecutable: mode == .executable) {
          stillHolds(entry)
        }
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

  /// Repeats work on the repository while another git program holds a lock that the work needs.
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
