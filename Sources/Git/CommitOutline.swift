import CLibgit2

/// What a walk over a history needs of each commit: its place in the history, its tree, and when it
/// was made. The rest of its text is not read.
package struct CommitOutline: Hashable, Sendable {
  package let id: ObjectID
  package let tree: ObjectID
  package let parents: [ObjectID]
  /// The committer date in seconds since 1970; nil where the committer line holds none. It is the
  /// date that ``Commit`` gives.
  package let committed: Int64?

  package init(_ commit: Commit) {
    (id, tree, parents) = (commit.id, commit.tree, commit.parents)
    committed = commit.isDated ? commit.committer.seconds : nil
  }

  /// Returns nil where git itself can't read the commit.
  init?(_ id: ObjectID, reading bytes: [UInt8]) {
    var rest = bytes[...]
    guard let head = CommitHead(&rest) else { return nil }
    self.id = id
    (tree, parents) = (head.tree, head.parents)
    committed = CommitOutline.committer(rest).flatMap(SignatureLine.seconds(of:))
  }

  /// The value of the first committer line of a commit's header, given what follows its parents.
  private static func committer(_ header: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var rest = header
    while let line = CommitText.line(&rest), !line.isEmpty {
      let name = line.prefix { $0 != UInt8(ascii: " ") }
      if name.elementsEqual("committer".utf8) { return line.dropFirst(name.count + 1) }
    }
    return nil
  }
}

extension Repository {
  /// Every commit reachable from a tip in outline, parents before children.
  ///
  /// - Throws: `RepositoryProblem` of kind `shallow` where the history is cut off, and of kind
  ///   `oversizedReading` where too much was read before.
  package func outlines(of tip: ObjectID) throws(RepositoryProblem) -> [CommitOutline] {
    guard !isShallow else { throw RepositoryProblem(.shallow, path: gitDirectory) }
    return try run { () throws(CallError) -> [CommitOutline] in
      var outlines: [ObjectID: CommitOutline] = [:]
      let steps = try steps(back: [tip]) { id throws(CallError) in
        let outline = try outline(of: id)
        outlines[id] = outline
        return outline.parents
      }
      return steps.compactMap { outlines[$0.commit] }
    }
  }

  private func outline(of id: ObjectID) throws(CallError) -> CommitOutline {
    budget.visit(id)
    try budget.charge(text: try size(of: id))
    let object = try stored(id)
    guard object.kind == GIT_OBJECT_COMMIT,
      let outline = CommitOutline(id, reading: object.bytes)
    else { throw CallError.unreadableCommit(id) }
    return outline
  }
}
