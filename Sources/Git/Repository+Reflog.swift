import CLibgit2

extension Repository {
  /// Where a reference stood, as its log tells, latest first; empty where it has none.
  package func pastTargets(of name: String) throws(RepositoryProblem) -> [ObjectID] {
    try run { () throws(CallError) -> [ObjectID] in
      var log = Handle.log()
      try check("git_reflog_read", git_reflog_read(&log.raw, handle, name))
      return (0..<git_reflog_entrycount(log.raw)).compactMap { place in
        git_reflog_entry_byindex(log.raw, place).flatMap { git_reflog_entry_id_new($0) }
          .map { ObjectID($0.pointee) }
      }
    }
  }
}
