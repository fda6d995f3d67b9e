import CLibgit2

extension Repository {
  /// The values of a commit, even of one that git itself would not write.
  package func commit(_ id: ObjectID) throws(RepositoryProblem) -> Commit {
    try run { () throws(CallError) -> Commit in
      budget.visit(id)
      try budget.charge(text: try size(of: id))
      let object = try stored(id)
      guard object.kind == GIT_OBJECT_COMMIT, let text = CommitText(object.bytes) else {
        throw CallError.unreadableCommit(id)
      }
      return Commit(id, text)
    }
  }

  /// A blob's bytes.
  ///
  /// - Parameter isOnlyCompared: Whether the bytes are compared and not parsed, which costs little.
  ///   A changelog is as long as the history, and each commit of the history has one.
  /// - Parameter size: The blob's size, where it is known.
  /// - Throws: `RepositoryProblem` of kind `oversizedReading` where too much was read before.
  package func blob(
    _ id: ObjectID, isOnlyCompared: Bool = false, ofSize size: Int? = nil
  ) throws(RepositoryProblem) -> [UInt8] {
    try run { () throws(CallError) -> [UInt8] in
      let size = if let size { size } else { try self.size(of: id) }
      try budget.charge(text: isOnlyCompared ? size / ReadingBudget.compared : size)
      var blob = Handle.blob()
      var raw = id.raw
      try check("git_blob_lookup", git_blob_lookup(&blob.raw, handle, &raw))
      let count = Int(git_blob_rawsize(blob.raw))
      return Array(UnsafeRawBufferPointer(start: git_blob_rawcontent(blob.raw), count: count))
    }
  }

  /// Counts a text that was read as a smaller one, as it turned out to take less than others.
  ///
  /// - Parameter size: Its size in bytes, and as how many they count.
  package func recount(size: Int, as count: Int) { budget.refund(text: size - count) }

  /// The size of a blob in bytes; its content is not read.
  package func size(ofBlob id: ObjectID) throws(RepositoryProblem) -> Int {
    try run { () throws(CallError) -> Int in try size(of: id) }
  }

  /// The size of an object in bytes, from its header.
  func size(of object: ObjectID) throws(CallError) -> Int {
    let database = try database()
    var (size, kind, raw) = (0, GIT_OBJECT_BLOB, object.raw)
    try check("git_odb_read_header", git_odb_read_header(&size, &kind, database.raw, &raw))
    return size
  }

  /// All files below a folder of a tree, sorted by bytes; empty where the folder is absent.
  package func files(
    ofTree id: ObjectID, under folder: String
  ) throws(RepositoryProblem) -> [TreeFile] {
    try run { () throws(CallError) -> [TreeFile] in
      guard let tree = try entry(at: folder, inTree: id), tree.isTree else { return [] }
      return try self.files(below: tree.id, folder + "/")
    }
  }

  /// The names in a folder of a commit's tree; empty where the folder is absent.
  package func entryNames(
    ofCommit id: ObjectID, at folder: String
  ) throws(RepositoryProblem) -> [String] {
    let root = try commit(id).tree
    return try run { () throws(CallError) -> [String] in
      guard let tree = try entry(at: folder, inTree: root), tree.isTree else { return [] }
      return try entries(of: tree.id).map(\.name)
    }
  }

  /// The file at a path of a tree, or nil.
  package func file(at path: String, inTree id: ObjectID) throws(RepositoryProblem) -> TreeFile? {
    try run { () throws(CallError) -> TreeFile? in
      try entry(at: path, inTree: id).flatMap { $0.file(at: path) }
    }
  }
}

extension CallError {
  static func unreadableCommit(_ id: ObjectID) -> CallError {
    CallError(.corruptObject, "\(id.hex) is not a commit that git can read")
  }
}
