import CLibgit2

/// Resolves names to commits and reads only the parents of each commit on the way, so that a commit
/// that libgit2 can't read does no harm.
extension Repository {
  /// The commit that an object, such as a tag, leads to, or nil where it leads to none.
  package func commit(behind id: ObjectID) throws(RepositoryProblem) -> ObjectID? {
    try run { () throws(CallError) in try peeled(id) }
  }

  /// The commit that a reference leads to; nil where it leads nowhere, or to something else.
  func commit(behind reference: borrowing Handle) -> ObjectID? {
    var direct = Handle.reference()
    guard git_reference_resolve(&direct.raw, reference.raw) == 0,
      let target = git_reference_target(direct.raw)
    else {
      git_error_clear()
      return nil
    }
    do throws(CallError) {
      return try peeled(ObjectID(target))
    } catch {
      return nil
    }
  }

  private func peeled(_ id: ObjectID) throws(CallError) -> ObjectID? {
    let database = try database()
    var current = id
    while true {
      var (size, kind, raw) = (0, GIT_OBJECT_ANY, current.raw)
      try check("git_odb_read_header", git_odb_read_header(&size, &kind, database.raw, &raw))
      guard kind == GIT_OBJECT_TAG else { return kind == GIT_OBJECT_COMMIT ? current : nil }
      let name = "object ".utf8
      let line = try stored(current).bytes.prefix { $0 != UInt8(ascii: "\n") }
      guard line.starts(with: name),
        let target = ObjectID(hex: String(decoding: line.dropFirst(name.count), as: UTF8.self))
      else { throw CallError(.corruptObject, "\(current.hex) is not a tag that git can read") }
      current = target
    }
  }

  /// The commit that a suffix leads to from a name's commit: a branch's upstream and steps to
  /// parents, as in `main~2`, `main^2` and `main@{upstream}`. Returns nil where there is no such
  /// commit, and for any other suffix.
  func commit(
    _ suffix: String, from meaning: (name: String, commit: ObjectID)
  ) throws(RepositoryProblem) -> ObjectID? {
    let upstream = Repository.upstream(suffix)
    let start =
      upstream == nil
      ? try commit(behind: meaning.commit) : try commit(upstreamOf: meaning.name)
    guard var commit = start else { return nil }
    var rest = suffix.utf8.dropFirst(upstream?.utf8.count ?? 0)
    while let sign = rest.popFirst() {
      if sign == UInt8(ascii: "^"),
        let end = ["{commit}", "{}"].first(where: { rest.starts(with: $0.utf8) })
      {
        rest = rest.dropFirst(end.utf8.count)
        continue
      }
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      rest = rest.dropFirst(digits.count)
      guard let number = digits.isEmpty ? 1 : Int(String(Substring(digits))) else { return nil }
      let place: Int
      switch sign {
      case UInt8(ascii: "~"): place = 0
      case UInt8(ascii: "^"): place = number - 1
      default: return nil
      }
      for _ in 0..<(sign == UInt8(ascii: "~") ? number : min(number, 1)) {
        let parents = try run { () throws(CallError) in try head(of: commit).parents }
        guard parents.indices.contains(place) else { return nil }
        commit = parents[place]
      }
    }
    return commit
  }

  /// The spelling of a branch's upstream with which a text begins, or nil.
  static func upstream(_ text: String) -> String? {
    ["@{upstream}", "@{u}"].first { text.hasPrefix($0) }
  }

  private func commit(upstreamOf name: String) throws(RepositoryProblem) -> ObjectID? {
    var upstream = Owned.buffer()
    let branch = try symbolicTarget(of: name) ?? name
    guard git_branch_upstream_name(&upstream.raw, handle, branch) == 0 else {
      git_error_clear()
      return nil
    }
    let target = try target(of: upstream.text)
    return try target.flatMap { id throws(RepositoryProblem) in try commit(behind: id) }
  }
}
