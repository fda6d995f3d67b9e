import Files
import Git
import PortfolioModel

extension Workspace {
  /// The branch that HEAD is on and its tip.
  ///
  /// - Throws: `Refusal` on a detached HEAD or a branch without a commit.
  func branch() throws(Refusal) -> (name: String, tip: ObjectID) {
    guard root != nil else {
      throw Refusal(RepositoryProblem(.bare))
    }
    return try withRepository { repository in
      switch try repository.head() {
      case .branch(let name, let tip): return (name, tip)
      case .unborn: throw RepositoryProblem(.unbornBranch)
      case .detached: throw RepositoryProblem(.detached)
      }
    }
  }

  /// Refuses where a path that is to be written differs from the tip in index or worktree.
  func refuseTouched(_ paths: [String], tip: ObjectID) throws(Refusal) {
    try refuseLinks(paths)
    let dirty = try withRepository { repository -> [PathState] in
      let tree = try repository.commit(tip).tree
      return try repository.states(of: paths, againstTree: tree).filter { !$0.isClean }
    }
    guard !dirty.isEmpty else { return }
    let lines = dirty.map { state in
      let what =
        state.isConflicted
        ? "is in conflict" : state.index != state.tree ? "has staged changes" : "is modified"
      return "\(state.path) \(what)"
    }
    throw Refusal(
      .refused,
      "the commit would touch files with changes of yours:", details: lines,
      help: [
        "make them a proposal: 'rspmaint propose --from-worktree'",
        "or put them aside: \(gitAtTop) stash push -- \(Typed.words(dirty.map(\.path)))",
      ])
  }

  /// Refuses where nothing can be committed, as far as that is known before there is anything to
  /// commit: so that `--commit` writes no files that it then leaves uncommitted.
  package func refuseUncommittable(_ surroundings: Surroundings) throws(Refusal) {
    let (name, tip) = try branch()
    try refuseUnfinished()
    _ = try identity(.author, surroundings)
    _ = try committer(surroundings)
    _ = try commitSigner(surroundings)
    try refuseAttributes([])
    try awaitGitLocks(surroundings, branch: name)
    // An index that can't be read is told of by reading it.
    try withRepository { repository in
      _ = try repository.states(
        of: [prefix + Layout.portfolioFile], againstTree: try repository.commit(tip).tree)
    }
  }

  /// Commits exactly the given files on HEAD's branch, as `--commit` asks for, and returns the
  /// commit's id.
  ///
  /// - Throws: `Refusal` that gives the command with which the user commits the files.
  package func commit(
    _ paths: [String], _ message: String, _ surroundings: Surroundings
  ) throws(Refusal) -> String {
    do throws(Refusal) {
      return try commitFiles(paths, Abridgement.byBlob.quoted(message), surroundings)
    } catch {
      guard error.kind != .unfinished else { throw error }
      // What was refused may be tried again, what was written may not: it would be written twice.
      throw Refusal(
        error.kind, error.message,
        details: error.details + ["the files are written and not committed"],
        help: (error.kind == .moved ? [] : error.help)
          + ["commit them by git: \(commitCommand(paths))"])
    }
  }

  private func commitFiles(
    _ paths: [String], _ message: String, _ surroundings: Surroundings
  ) throws(Refusal) -> String {
    let author = try identity(.author, surroundings)
    let committer = try self.committer(surroundings)
    let folder = try folder()
    var contents: [(path: String, bytes: [UInt8]?)] = []
    do {
      for path in paths {
        let isThere = try folder.kind(of: path) == .file
        contents.append(
          (prefix + path, isThere ? try folder.read(path, limit: Layout.limit(of: path)) : nil))
      }
    } catch {
      throw Refusal(error)
    }
    return try locked("commit", surroundings) { () throws(Refusal) -> String in
      try refuseUnfinished()
      try refuseAttributes(contents.map(\.path))
      try refuseLinks(contents.map(\.path))
      let waiting = Waiting(atMost: surroundings.racePatience)
      var (branch, tip) = try self.branch()
      let start = tip
      while true {
        try awaitGitLocks(surroundings)
        do throws(Refusal) {
          return try commit(
            contents, message, on: branch, tip, author, committer, surroundings)
        } catch {
          guard error.kind == .moved, waiting.pause() else { throw error }
        }
        (branch, tip) = try self.branch()
        try refuseOvertaken(contents.map(\.path), since: start, by: tip)
      }
    }
  }

  private func commit(
    _ contents: [(path: String, bytes: [UInt8]?)], _ message: String, on branch: String,
    _ tip: ObjectID, _ author: Identity, _ committer: Identity, _ surroundings: Surroundings
  ) throws(Refusal) -> String {
    let hooks = try commitHooks(by: author, surroundings)
    let signer = try commitSigner(surroundings)
    let id = try withRepository { repository -> String in
      let old = try repository.commit(tip).tree
      var changes: [(path: String, id: ObjectID?)] = []
      for (path, bytes) in contents {
        let stored = try bytes.map { try repository.stored($0, path: path) }
        let id = try stored.map { try repository.writeBlob($0) }
        if try id != nil || repository.file(at: path, inTree: old) != nil {
          changes.append((path, id))
        }
      }
      let tree = try repository.writeTree(base: old, changes: changes)
      guard tree != old else { return tip.hex }
      // What can't be looked at is found out now and not when the branch has moved.
      _ = try repository.states(of: changes.map(\.path), againstTree: old)
      var objects = UnreferencedObjects()
      try repository.note(tree: tree, since: old, in: &objects)
      let passed = try hooks.pass(message, tree, "the files that were written", in: repository)
      try repository.store(objects)
      let commit = try signer.write(
        tree: tree, parent: tip, author: author, committer: committer, message: passed,
        objects, in: repository)
      try repository.note(commit: commit, in: &objects)
      let journal = try Journal(
        branch, from: tip, to: commit, paths: changes.map(\.path), in: repository)
      _ = try advance(
        journal, objects, by: committer, message: "commit: \(message)", surroundings)
      return commit.hex
    }
    if id != tip.hex { hooks.tell(surroundings) }
    return id
  }

  /// Refuses where another program has meanwhile committed a change of the same files.
  private func refuseOvertaken(
    _ paths: [String], since start: ObjectID, by tip: ObjectID
  ) throws(Refusal) {
    let changed = try withRepository { repository in
      let (old, new) = (try repository.commit(start).tree, try repository.commit(tip).tree)
      return try paths.filter {
        try repository.file(at: $0, inTree: old) != repository.file(at: $0, inTree: new)
      }
    }
    guard changed.isEmpty else {
      throw Refusal(
        .refused,
        "another program has just committed \(changed.listed)",
        help: ["compare them: \(gitAtTop) diff HEAD -- \(Typed.words(changed))"])
    }
  }
}
