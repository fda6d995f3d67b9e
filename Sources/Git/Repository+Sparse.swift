import CLibgit2

extension Repository {
  /// Whether git is configured to check out only some files (a sparse checkout).
  package var isSparse: Bool {
    LockFile.isRegular(gitDirectory + "info/sparse-checkout") == true
  }

  /// Whether the sparse checkout is configured by folders (git's cone mode), not by patterns.
  package var isSparseByFolders: Bool {
    let head = Array("/*\n!/*/\n".utf8)
    return LockFile.start(of: gitDirectory + "info/sparse-checkout", count: head.count) == head
  }

  /// The files below some folders that a sparse checkout leaves out and that don't exist, in the
  /// order of the index; empty where the checkout is whole or the index can't be read.
  package func sparseAbsences(under folders: [String]) throws(RepositoryProblem) -> [String] {
    guard isSparse else { return [] }
    let starts = folders.map { Array(($0 + "/").utf8) }
    do throws(RepositoryProblem) {
      return try run { () throws(CallError) -> [String] in
        let index = try index()
        return (0..<git_index_entrycount(index.raw)).compactMap { place in
          guard let entry = git_index_get_byindex(index.raw, place)?.pointee,
            UInt32(entry.flags_extended) & GIT_INDEX_ENTRY_SKIP_WORKTREE.rawValue != 0
          else { return nil }
          let path = String(cString: entry.path)
          let isBelow = starts.contains { path.utf8.starts(with: $0) }
          let isThere = LockFile.isRegular((workingDirectory ?? "") + path) != nil
          return isBelow && !isThere ? path : nil
        }
      }
    } catch {
      guard [.sparseIndex, .splitIndex].contains(error.kind) else { throw error }
      return []
    }
  }
}
