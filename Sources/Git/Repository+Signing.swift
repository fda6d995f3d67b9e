import CLibgit2

extension Repository {
  /// The bytes of a commit that is not stored yet: what a signature is made over.
  package func commitText(
    tree: ObjectID, parents: [ObjectID], author: Signature, committer: Signature, message: String
  ) throws(RepositoryProblem) -> [UInt8] {
    try withCommitParts(tree, parents, author, committer) { parts throws(CallError) in
      var out = git_buf()
      defer { git_buf_dispose(&out) }
      try check(
        "git_commit_create_buffer",
        parts.parents.withUnsafeMutableBufferPointer {
          git_commit_create_buffer(
            &out, handle, parts.author, parts.committer, "UTF-8", message, parts.tree, $0.count,
            $0.baseAddress)
        })
      return Array(UnsafeRawBufferPointer(start: out.ptr, count: out.size))
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
      var index: OpaquePointer?
      defer { git_index_free(index) }
      try check("git_index_open", git_index_open(&index, path))
      var treeHandle: OpaquePointer?
      defer { git_tree_free(treeHandle) }
      var raw = tree.raw
      try check("git_tree_lookup", git_tree_lookup(&treeHandle, handle, &raw))
      try check("git_index_read_tree", git_index_read_tree(index, treeHandle))
      try check("git_index_write", git_index_write(index))
    }
  }

  /// The tree that an index file holds.
  package func tree(ofIndex path: String) throws(RepositoryProblem) -> ObjectID {
    try run { () throws(CallError) -> ObjectID in
      var index: OpaquePointer?
      defer { git_index_free(index) }
      try check("git_index_open", git_index_open(&index, path))
      var id = git_oid()
      try check("git_index_write_tree_to", git_index_write_tree_to(&id, index, handle))
      return ObjectID(id)
    }
  }
}

/// The handles that a commit is made of.
struct CommitParts {
  let tree: OpaquePointer?
  var parents: [OpaquePointer?]
  let author: UnsafeMutablePointer<git_signature>?
  let committer: UnsafeMutablePointer<git_signature>?
}

extension Repository {
  /// Looks up what a commit is made of, for the time of some work.
  func withCommitParts<Result>(
    _ tree: ObjectID, _ parents: [ObjectID], _ author: Signature, _ committer: Signature,
    _ work: (inout CommitParts) throws(CallError) -> Result
  ) throws(RepositoryProblem) -> Result {
    try run { () throws(CallError) -> Result in
      var treeHandle: OpaquePointer?
      defer { git_tree_free(treeHandle) }
      var raw = tree.raw
      try check("git_tree_lookup", git_tree_lookup(&treeHandle, handle, &raw))
      var parentHandles: [OpaquePointer?] = []
      defer { for parent in parentHandles { git_commit_free(parent) } }
      for parent in parents {
        var parentHandle: OpaquePointer?
        var parentID = parent.raw
        try check("git_commit_lookup", git_commit_lookup(&parentHandle, handle, &parentID))
        parentHandles.append(parentHandle)
      }
      let authorHandle = try author.handle()
      defer { git_signature_free(authorHandle) }
      let committerHandle = try committer.handle()
      defer { git_signature_free(committerHandle) }
      var parts = CommitParts(
        tree: treeHandle, parents: parentHandles, author: authorHandle,
        committer: committerHandle)
      return try work(&parts)
    }
  }
}
