package import Diagnostics
import Files
package import Git
import PortfolioModel
import Programs

extension Workspace {
  /// Publishes commits on HEAD's branch, all of them or none: it takes the lock, runs the user's
  /// hooks and signer, and updates index and files.
  ///
  /// - Parameter decide: Returns the commits for a tip, on the committer's day. It is called again
  ///   where another program moves the branch meanwhile.
  /// - Throws: `Refusal` that says everything that is missing. Nothing has changed then, except
  ///   where its kind is `unfinished`: the commits are made, and the next run updates index and
  ///   files.
  package func publish(
    _ verb: String, _ surroundings: Surroundings,
    _ decide: (_ tip: ObjectID, _ committer: Identity) throws(Refusal) -> Publication
  ) throws(Refusal) -> Published {
    try locked(verb, surroundings) { () throws(Refusal) -> Published in
      try refuseUnfinished()
      let author = try identity(.author, surroundings)
      let committer = try self.committer(surroundings)
      let waiting = Waiting(atMost: surroundings.racePatience)
      while true {
        try awaitGitLocks(surroundings)
        let (branch, tip) = try self.branch()
        let publication = try decide(tip, committer)
        try refuseAttributes(publication.paths)
        guard !surroundings.rehearses else {
          return Published(branch: branch, ids: publication.commits.map { _ in tip }, kept: [])
        }
        do throws(Refusal) {
          return try publish(publication, on: branch, tip, author, committer, surroundings)
        } catch {
          guard error.kind == .moved, waiting.pause() else { throw error }
        }
      }
    }
  }

  private func publish(
    _ publication: Publication, on branch: String, _ tip: ObjectID, _ author: Identity,
    _ committer: Identity, _ surroundings: Surroundings
  ) throws(Refusal) -> Published {
    let hooks = try commitHooks(by: author, surroundings)
    let signer = try commitSigner(surroundings)
    var made = 0
    let published = try withRepository { repository -> Published in
      var (tree, parent) = (try repository.commit(tip).tree, tip)
      var ids: [ObjectID] = []
      var paths: Set<String> = []
      var objects = UnreferencedObjects()
      for commit in publication.commits {
        let old = tree
        let changes = try changes(by: commit, inTree: old, repository)
        tree = try repository.writeTree(base: old, changes: changes)
        if tree != old {
          paths.formUnion(changes.map(\.path))
          try repository.note(tree: tree, since: old, in: &objects)
          let message = try hooks.pass(commit.message, tree, commit.name, in: repository)
          try repository.storeLast(objects)
          parent = try signer.write(
            tree: tree, parent: parent, author: author, committer: committer, message: message,
            objects, in: repository)
          try repository.note(commit: parent, in: &objects)
          made += 1
        }
        ids.append(parent)
      }
      guard parent != tip else { return Published(branch: branch, ids: ids, kept: []) }
      let journal = try Journal(
        branch, from: tip, to: parent, paths: paths.sorted { $0.precedesBytewise($1) },
        in: repository)
      let kept = try advance(
        journal, objects, by: committer, message: "commit: \(publication.summary)", surroundings)
      return Published(branch: branch, ids: ids, kept: kept)
    }
    for _ in 0..<made { hooks.tell(surroundings) }
    return published
  }

  /// Stores a commit's files and returns its changes to a tree; removing an absent file is no
  /// change.
  private func changes(
    by commit: Publication.Commit, inTree tree: ObjectID, _ repository: borrowing Repository
  ) throws -> [(path: String, id: ObjectID?)] {
    var changes: [(path: String, id: ObjectID?)] = []
    for (path, bytes) in commit.files {
      var id: ObjectID?
      if let bytes { id = try repository.writeBlob(bytes) }
      if try id != nil || repository.file(at: path, inTree: tree) != nil {
        changes.append((path, id))
      }
    }
    return changes
  }
}
