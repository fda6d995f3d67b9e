import CLibgit2

extension Repository {
  /// The bytes of a commit that is not stored yet, over which a signature is made.
  ///
  /// This doesn't use libgit2, which cuts dates to 32 bits and only accepts parents that it can
  /// read.
  package func commitText(
    tree: ObjectID, parents: [ObjectID], author: Signature, committer: Signature, message: String
  ) throws(RepositoryProblem) -> [UInt8] {
    try run { () throws(CallError) -> [UInt8] in
      let lines =
        ["tree \(tree.hex)"] + parents.map { "parent \($0.hex)" }
        + ["author \(try author.line())", "committer \(try committer.line())", "encoding UTF-8"]
      return Array((lines.joined(separator: "\n") + "\n\n" + message).utf8)
    }
  }

  /// Stores a commit with a signature over its text, without moving any reference.
  package func writeCommit(
    text: [UInt8], signature: String
  ) throws(RepositoryProblem) -> ObjectID {
    try run { () throws(CallError) -> ObjectID in
      var id = git_oid()
      try check(
        "git_commit_create_with_signature",
        git_commit_create_with_signature(
          &id, handle, String(decoding: text, as: UTF8.self), signature, "gpgsig"))
      return ObjectID(id)
    }
  }

  /// Writes an index file that holds a tree, for programs that look at what is to be committed.
  package func writeIndex(of tree: ObjectID, to path: String) throws(RepositoryProblem) {
    try run { () throws(CallError) -> Void in
      var index = Handle.index()
      try check("git_index_open", git_index_open(&index.raw, path))
      let stored = try self.tree(tree)
      try check("git_index_read_tree", git_index_read_tree(index.raw, stored.raw))
      try check("git_index_write", git_index_write(index.raw))
    }
  }

  /// The tree that an index file holds.
  package func tree(ofIndex path: String) throws(RepositoryProblem) -> ObjectID {
    try run { () throws(CallError) -> ObjectID in
      var index = Handle.index()
      try check("git_index_open", git_index_open(&index.raw, path))
      var id = git_oid()
      try check("git_index_write_tree_to", git_index_write_tree_to(&id, index.raw, handle))
      return ObjectID(id)
    }
  }
}
