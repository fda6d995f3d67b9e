import CLibgit2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open repository. It hands out values; libgit2's handles stay inside.
package struct Repository: ~Copyable {
  private let owner: Handle
  /// The absolute path of the worktree with a final slash, or nil in a bare repository.
  package let workingDirectory: String?
  /// The absolute path of this worktree's git folder, with a final slash.
  package let gitDirectory: String
  /// The absolute path of the git folder that all worktrees share, with a final slash.
  package let commonDirectory: String
  package let isBare: Bool
  package let isShallow: Bool
  /// How much this run may still read.
  let budget = ReadingBudget()
  let trees = TreeShelf()

  /// Opens the repository at a path or in a folder above it. Never creates one.
  ///
  /// - Throws: `RepositoryProblem` that says why it can't be opened.
  package init(discovering path: String) throws(RepositoryProblem) {
    if let file = OddFile.first(around: path) {
      throw RepositoryProblem(.oddFile(file), path: path)
    }
    try self.init(opening: path, flags: 0)
  }

  /// Opens the repository that git's own environment names, as in a hook: with the objects of a
  /// push that is not accepted yet. Never creates one.
  ///
  /// - Throws: `RepositoryProblem` that says why it can't be opened.
  package init(fromEnvironment: Void) throws(RepositoryProblem) {
    let folder = getenv("GIT_DIR").map { String(cString: $0) } ?? "."
    if let file = OddFile.first(at: folder) {
      throw RepositoryProblem(.oddFile(file), path: folder)
    }
    try self.init(opening: nil, flags: GIT_REPOSITORY_OPEN_FROM_ENV.rawValue)
  }

  private init(opening path: String?, flags: UInt32) throws(RepositoryProblem) {
    Library.start
    func open() throws(CallError) -> Handle {
      var handle = Handle.repository()
      try check("git_repository_open_ext", git_repository_open_ext(&handle.raw, path, flags, nil))
      return handle
    }
    let owner: Handle
    do throws(RepositoryProblem) {
      owner = try translating(path, open)
    } catch {
      guard error.kind == .sha256, let path, RepositoryProblem.namesUsualObjects(path) else {
        throw error
      }
      owner = try translating(path) { () throws(CallError) in try takingNamedObjects(open) }
    }
    let opened = owner.raw
    self.owner = owner
    workingDirectory = git_repository_workdir(opened).map { String(cString: $0) }
    gitDirectory = git_repository_path(opened).map { String(cString: $0) } ?? ""
    commonDirectory = git_repository_commondir(opened).map { String(cString: $0) } ?? ""
    isBare = git_repository_is_bare(opened) == 1
    // In a linked worktree libgit2 looks for it in the wrong folder.
    isShallow =
      git_repository_is_shallow(opened) == 1
      || LockFile.isRegular(commonDirectory + "shallow") != nil
  }

  var handle: OpaquePointer? { owner.raw }

  /// Runs calls of libgit2, turning their errors into problems of this repository.
  ///
  /// Calls that fail while another program packs objects are tried again, so the calls must be
  /// repeatable.
  func run<Result>(
    _ work: () throws(CallError) -> Result
  ) throws(RepositoryProblem) -> Result {
    var pauses = PackingPauses()
    while true {
      let problem: RepositoryProblem
      errno = 0
      do throws(CallError) {
        return try work()
      } catch {
        if pauses.pause(after: error) {
          refresh()
          continue
        }
        problem = RepositoryProblem(error, path: gitDirectory)
      }
      guard problem.kind == .missingObject, isPartialClone else { throw problem }
      throw RepositoryProblem(.partialClone, path: gitDirectory)
    }
  }

  /// Makes libgit2 look for packs again.
  private func refresh() {
    var database = Handle.database()
    guard git_repository_odb(&database.raw, handle) == 0, git_odb_refresh(database.raw) == 0 else {
      git_error_clear()
      return
    }
  }

  /// Whether a remote is configured to provide the objects that are missing here.
  private var isPartialClone: Bool {
    var configuration = Handle.configuration()
    var entries = Handle.settings()
    var entry: UnsafeMutablePointer<git_config_entry>?
    let pattern = "^remote\\..*\\.promisor$"
    guard git_repository_config_snapshot(&configuration.raw, handle) == 0,
      git_config_iterator_glob_new(&entries.raw, configuration.raw, pattern) == 0
    else { return false }
    return git_config_next(&entry, entries.raw) == 0
  }

  /// What HEAD points to.
  package func head() throws(RepositoryProblem) -> Head {
    let name = try run { () throws(CallError) -> String in
      var symbolic = Handle.reference()
      try check("git_reference_lookup", git_reference_lookup(&symbolic.raw, handle, "HEAD"))
      return git_reference_symbolic_target(symbolic.raw).map { String(cString: $0) } ?? ""
    }
    var reference = Handle.reference()
    let status = git_repository_head(&reference.raw, handle)
    if status == GIT_EUNBORNBRANCH.rawValue || status == GIT_ENOTFOUND.rawValue {
      git_error_clear()
      return .unborn(name: name)
    }
    try run { () throws(CallError) -> Void in try check("git_repository_head", status) }
    let id = ObjectID(git_reference_target(reference.raw))
    return git_repository_head_detached(handle) == 1 ? .detached(id) : .branch(name: name, id)
  }

  /// The value of a configuration key, or nil where it is not set.
  package func string(forKey key: String) throws(RepositoryProblem) -> String? {
    try run { () throws(CallError) -> String? in
      let configuration = try configuration()
      var value: UnsafePointer<CChar>?
      let status = git_config_get_string(&value, configuration.raw, key)
      if status == GIT_ENOTFOUND.rawValue {
        git_error_clear()
        return nil
      }
      try check("git_config_get_string", status)
      return value.map { String(cString: $0) }
    }
  }

  /// The operation that git has not finished, such as "a merge", or nil.
  package var unfinishedOperation: String? {
    switch git_repository_state_t(UInt32(git_repository_state(handle))) {
    case GIT_REPOSITORY_STATE_NONE: sequence
    case GIT_REPOSITORY_STATE_MERGE: "a merge"
    case GIT_REPOSITORY_STATE_REVERT, GIT_REPOSITORY_STATE_REVERT_SEQUENCE: "a revert"
    case GIT_REPOSITORY_STATE_CHERRYPICK, GIT_REPOSITORY_STATE_CHERRYPICK_SEQUENCE:
      "a cherry-pick"
    case GIT_REPOSITORY_STATE_BISECT: "a bisection"
    case GIT_REPOSITORY_STATE_APPLY_MAILBOX, GIT_REPOSITORY_STATE_APPLY_MAILBOX_OR_REBASE:
      "applying patches ('git am')"
    default: "a rebase"
    }
  }

  /// A series of cherry-picks or reverts; git keeps a list of them, also between two.
  private var sequence: String? {
    guard let todo = LockFile.start(of: gitDirectory + "sequencer/todo", count: 6) else {
      return nil
    }
    return todo.starts(with: "revert".utf8) ? "a series of reverts" : "a series of cherry-picks"
  }
}
