import CLibgit2

/// A commit, and the meaning that its given name was found to have.
package struct NamedCommit: Hashable, Sendable {
  package let id: ObjectID
  /// A reference's full name or an id, with what followed the name: `refs/heads/main~2`.
  package let name: String
}

extension Repository {
  /// The commit that a revision names.
  package func commitID(of revision: String) throws(RepositoryProblem) -> ObjectID {
    try commit(named: revision).id
  }

  /// The commit that a revision names, where only one can be meant.
  ///
  /// A full id is always an id, `HEAD` is HEAD, and a name that starts with `refs/` is that
  /// reference. Any other name may mean several things. Git picks one of them, so that whoever may
  /// push a tag could decide what somebody else's name means.
  ///
  /// - Parameter folder: References below this folder may be named without it.
  /// - Throws: `RepositoryProblem` of kind `severalMeanings` where a name stands for several
  ///   commits.
  package func commit(
    named revision: String, orBelow folder: String? = nil
  ) throws(RepositoryProblem) -> NamedCommit {
    let start = Repository.start(of: revision)
    let suffix = String(Substring(revision.utf8.dropFirst(start.utf8.count)))
    let isHead = start == "@" || start.isEmpty && Repository.upstream(suffix) != nil
    let meanings = try meanings(of: isHead ? "HEAD" : start, folder)
    guard Set(meanings.map(\.commit)).count < 2 else {
      throw RepositoryProblem(
        .severalMeanings(start, meanings.map(\.name)), path: gitDirectory)
    }
    // Only a branch has an upstream.
    let branch = meanings.first { $0.name.hasPrefix("refs/heads/") && suffix.hasPrefix("@{") }
    let meaning = branch ?? meanings.first
    let name = meaning.map { $0.name + suffix } ?? revision
    var id = try meaning.flatMap { meaning throws(RepositoryProblem) in
      try commit(suffix, from: meaning)
    }
    if id == nil { id = try commitID(spelled: name) }
    guard let id else { throw try unknown(revision) }
    return NamedCommit(id: id, name: name)
  }

  private func unknown(_ revision: String) throws(RepositoryProblem) -> RepositoryProblem {
    if revision == "HEAD", case .unborn = try head() {
      return RepositoryProblem(.unbornBranch, path: gitDirectory)
    }
    return RepositoryProblem(.unknownRevision(revision), path: gitDirectory)
  }

  /// The commit that libgit2 finds for a revision, or nil; for revisions that can't be read
  /// stepwise.
  private func commitID(spelled revision: String) throws(RepositoryProblem) -> ObjectID? {
    try run { () throws(CallError) -> ObjectID? in
      var object = Handle.object()
      var commit = Handle.object()
      do throws(CallError) {
        try check("git_revparse_single", git_revparse_single(&object.raw, handle, revision))
      } catch {
        guard error.kind == nil else { throw error }
        return nil
      }
      guard git_object_peel(&commit.raw, object.raw, GIT_OBJECT_COMMIT) == 0 else {
        git_error_clear()
        return nil
      }
      return ObjectID(git_object_id(commit.raw))
    }
  }

  /// The part of a revision before its suffix, which starts with `~`, `^`, `:` or `@{`.
  private static func start(of revision: String) -> String {
    let bytes = Array(revision.utf8)
    let end =
      bytes.indices.first {
        "~^:".utf8.contains(bytes[$0]) || bytes[$0...].starts(with: "@{".utf8)
      } ?? bytes.count
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  /// What a name could mean, each with the commit, or else the object, that it leads to.
  private func meanings(
    of name: String, _ folder: String?
  ) throws(RepositoryProblem) -> [(name: String, commit: ObjectID)] {
    if let id = ObjectID(hex: name) {
      guard try holds(id) else {
        throw RepositoryProblem(.unknownRevision(name), path: gitDirectory)
      }
      return [(id.hex, try commit(behind: id) ?? id)]
    }
    if name.utf8.allSatisfy({ (65...90).contains($0) || $0 == UInt8(ascii: "_") }),
      let head = try references([name]).first
    {
      return [head]
    }
    if name.hasPrefix("refs/") {
      guard let one = try references([name]).first else {
        throw RepositoryProblem(.unknownRevision(name), path: gitDirectory)
      }
      return [one]
    }
    let folders = ["refs/tags/", "refs/heads/", "refs/remotes/", "refs/"]
    let names = (folders + [folder].compactMap { $0 }).map { $0 + name }
    let references = try references(names + ["refs/remotes/\(name)/HEAD"])
    guard let digits = Repository.abbreviation(in: name) else { return references }
    return try object(startingWith: digits, besides: references, name) + references
  }

  /// The references among some full names that exist.
  private func references(
    _ names: [String]
  ) throws(RepositoryProblem) -> [(name: String, commit: ObjectID)] {
    var found: [(name: String, commit: ObjectID)] = []
    for name in names where Repository.isReferenceName(name) {
      guard let id = try target(of: name) else { continue }
      found.append((name, try commit(behind: id) ?? id))
    }
    return found
  }

  /// The hexadecimal digits where a name could be a shortened id, or end in one like the output of
  /// `git describe`.
  private static func abbreviation(in name: String) -> Substring? {
    let digits = name.split(separator: "-").last.map { part in
      part.hasPrefix("g") && part.utf8.count < name.utf8.count ? part.dropFirst() : part
    }
    guard let digits, name.hasSuffix("-g" + digits) || name.utf8.count == digits.utf8.count,
      (4..<40).contains(digits.utf8.count),
      ObjectID(hex: digits + String(repeating: "0", count: 40 - digits.utf8.count)) != nil
    else { return nil }
    return digits
  }

  /// The commit or tag whose id begins with the digits, if any; nobody shortens other objects' ids.
  private func object(
    startingWith digits: Substring, besides references: [(name: String, commit: ObjectID)],
    _ name: String
  ) throws(RepositoryProblem) -> [(name: String, commit: ObjectID)] {
    let whole = digits + String(repeating: "0", count: 40 - digits.utf8.count)
    guard var raw = ObjectID(hex: String(whole))?.raw else { return [] }
    var isSeveral = false
    let id = try run { () throws(CallError) -> ObjectID? in
      let database = try database()
      var found = git_oid()
      let status = git_odb_exists_prefix(&found, database.raw, &raw, digits.utf8.count)
      if status == GIT_ENOTFOUND.rawValue || status == GIT_EAMBIGUOUS.rawValue {
        git_error_clear()
        isSeveral = status == GIT_EAMBIGUOUS.rawValue
        return nil
      }
      try check("git_odb_exists_prefix", status)
      return ObjectID(found)
    }
    guard !isSeveral else {
      let kind: RepositoryProblem.Kind =
        references.isEmpty
        ? .ambiguousRevision(name)
        : .severalMeanings(name, references.map(\.name) + ["one of several ids"])
      throw RepositoryProblem(kind, path: gitDirectory)
    }
    guard let id, let commit = try commit(behind: id) else { return [] }
    return [(id.hex, commit)]
  }

  /// Whether an object exists.
  package func holds(_ id: ObjectID) throws(RepositoryProblem) -> Bool {
    try run { () throws(CallError) -> Bool in
      let database = try database()
      var raw = id.raw
      return git_odb_exists(database.raw, &raw) == 1
    }
  }
}
