import CLibgit2

extension Repository {
  /// A commit's values.
  package func commit(_ id: ObjectID) throws(RepositoryProblem) -> Commit {
    try run { () throws(CallError) -> Commit in
      var commit: OpaquePointer?
      defer { git_commit_free(commit) }
      var raw = id.raw
      try check("git_commit_lookup", git_commit_lookup(&commit, handle, &raw))
      let parents = (0..<git_commit_parentcount(commit)).map {
        ObjectID(git_commit_parent_id(commit, $0))
      }
      return Commit(
        id: id, tree: ObjectID(git_commit_tree_id(commit)), parents: parents,
        author: Signature(git_commit_author(commit)),
        committer: Signature(git_commit_committer(commit)),
        message: git_commit_message(commit).map { String(cString: $0) } ?? "")
    }
  }

  /// A blob's bytes.
  package func blob(_ id: ObjectID) throws(RepositoryProblem) -> [UInt8] {
    try run { () throws(CallError) -> [UInt8] in
      var blob: OpaquePointer?
      defer { git_blob_free(blob) }
      var raw = id.raw
      try check("git_blob_lookup", git_blob_lookup(&blob, handle, &raw))
      let count = Int(git_blob_rawsize(blob))
      return Array(UnsafeRawBufferPointer(start: git_blob_rawcontent(blob), count: count))
    }
  }

  /// The number of a blob's bytes, which are not read.
  package func size(ofBlob id: ObjectID) throws(RepositoryProblem) -> Int {
    try run { () throws(CallError) -> Int in
      var database: OpaquePointer?
      defer { git_odb_free(database) }
      try check("git_repository_odb", git_repository_odb(&database, handle))
      var (size, kind, raw) = (0, GIT_OBJECT_BLOB, id.raw)
      try check("git_odb_read_header", git_odb_read_header(&size, &kind, database, &raw))
      return size
    }
  }

  /// All files below a folder of a commit's tree, sorted by bytes; none where it is absent.
  package func files(
    ofCommit id: ObjectID, under folder: String
  ) throws(RepositoryProblem) -> [TreeFile] {
    try files(ofTree: try commit(id).tree, under: folder)
  }

  /// As ``files(ofCommit:under:)``, of a tree.
  package func files(
    ofTree id: ObjectID, under folder: String
  ) throws(RepositoryProblem) -> [TreeFile] {
    let files = try run { () throws(CallError) -> [TreeFile] in
      var files: [TreeFile] = []
      if let tree = try entry(at: folder, inTree: id), tree.isTree {
        try collect(tree.id, folder + "/", into: &files)
      }
      return files
    }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The names in a folder of a commit's tree; none where it is absent.
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
      guard let found = try entry(at: path, inTree: id), !found.isTree else { return nil }
      return TreeFile(path: path, mode: found.mode, id: found.id)
    }
  }

  // MARK: - Trees

  struct Entry {
    let name: String
    let rawMode: git_filemode_t
    let id: ObjectID

    var isTree: Bool { rawMode == GIT_FILEMODE_TREE }

    var mode: TreeFile.Mode {
      switch rawMode {
      case GIT_FILEMODE_BLOB_EXECUTABLE: .executable
      case GIT_FILEMODE_LINK: .symlink
      case GIT_FILEMODE_COMMIT: .gitlink
      default: .file
      }
    }
  }

  /// A name of a tree as text; one that is not UTF-8 is spelled out, so that no two are the same.
  private static func name(_ bytes: UnsafePointer<CChar>) -> String {
    String(validatingCString: bytes)
      ?? sequence(first: bytes) { $0 + 1 }.prefix { $0.pointee != 0 }.reduce("\u{FFFD}") {
        $0 + String(UInt8(bitPattern: $1.pointee), radix: 16)
      }
  }

  func entries(of tree: ObjectID) throws(CallError) -> [Entry] {
    var handle: OpaquePointer?
    defer { git_tree_free(handle) }
    var raw = tree.raw
    try check("git_tree_lookup", git_tree_lookup(&handle, self.handle, &raw))
    return (0..<git_tree_entrycount(handle)).compactMap { index in
      guard let entry = git_tree_entry_byindex(handle, index) else { return nil }
      return Entry(
        name: git_tree_entry_name(entry).map(Repository.name) ?? "",
        rawMode: git_tree_entry_filemode(entry), id: ObjectID(git_tree_entry_id(entry)))
    }
  }

  func entry(at path: String, inTree root: ObjectID) throws(CallError) -> Entry? {
    var current = Entry(name: "", rawMode: GIT_FILEMODE_TREE, id: root)
    for step in path.steps {
      guard current.isTree,
        let next = try entries(of: current.id).first(where: {
          $0.name.utf8.elementsEqual(step.utf8)
        })
      else { return nil }
      current = next
    }
    return current
  }

  private func collect(
    _ tree: ObjectID, _ prefix: String, into files: inout [TreeFile]
  ) throws(CallError) {
    for entry in try entries(of: tree) {
      if entry.isTree {
        try collect(entry.id, prefix + entry.name + "/", into: &files)
      } else {
        files.append(TreeFile(path: prefix + entry.name, mode: entry.mode, id: entry.id))
      }
    }
  }
}
