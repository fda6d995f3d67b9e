import CLibgit2

/// From names to commits without a look into any commit but for its parents, so that one that libgit2
/// can't read is in nobody's way.
extension Repository {
  /// The commit that an object, such as a tag, leads to, or nil where it is none.
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
      else { throw CallError(.corruptObject, "\(current.hex) is no tag that git can read") }
      current = target
    }
  }

  /// The commit that a name stands for, a branch's upstream and steps to parents included: `main~2`,
  /// `main^2`, `main@{upstream}`.
  func commitID(stepwise revision: String) throws(RepositoryProblem) -> ObjectID? {
    let base = revision.utf8.prefix { $0 != UInt8(ascii: "~") && $0 != UInt8(ascii: "^") }
    var rest = revision.utf8.dropFirst(base.count)
    guard var commit = try commitID(named: String(Substring(base))) else { return nil }
    while let sign = rest.popFirst() {
      if let end = ["{commit}", "{}"].first(where: { rest.starts(with: $0.utf8) }) {
        rest = rest.dropFirst(end.utf8.count)
        continue
      }
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      rest = rest.dropFirst(digits.count)
      guard let number = digits.isEmpty ? 1 : Int(String(Substring(digits))) else { return nil }
      if sign == UInt8(ascii: "~") {
        for _ in 0..<number {
          guard let parent = try self.commit(commit).parents.first else { return nil }
          commit = parent
        }
      } else if number > 0 {
        let parents = try self.commit(commit).parents
        guard sign == UInt8(ascii: "^"), number <= parents.count else { return nil }
        commit = parents[number - 1]
      }
    }
    return commit
  }

  private func commitID(named name: String) throws(RepositoryProblem) -> ObjectID? {
    // A whole id is never looked up as a name.
    if ObjectID(hex: name) != nil { return try commitID(startingWith: name) }
    let upstream = ["@{upstream}", "@{u}"].first { name.hasSuffix($0) }
    let short = upstream.map { String(name.dropLast($0.utf8.count)) } ?? name
    var reference = Handle.reference()
    let word = short.isEmpty || short == "@" ? "HEAD" : short
    guard git_reference_dwim(&reference.raw, handle, word) == 0 else {
      git_error_clear()
      return upstream == nil ? try commitID(startingWith: name) : nil
    }
    guard upstream != nil else { return commit(behind: reference) }
    var direct = Handle.reference()
    var full = Owned.buffer()
    guard git_reference_resolve(&direct.raw, reference.raw) == 0,
      git_branch_upstream_name(&full.raw, handle, git_reference_name(direct.raw)) == 0
    else {
      git_error_clear()
      return nil
    }
    let target = try target(of: full.text)
    return try target.flatMap { id throws(RepositoryProblem) in try commit(behind: id) }
  }

  /// The one commit whose id starts so, or nil.
  private func commitID(startingWith digits: String) throws(RepositoryProblem) -> ObjectID? {
    guard (4...40).contains(digits.utf8.count) else { return nil }
    let found = try run { () throws(CallError) -> ObjectID? in
      let database = try database()
      var (short, id) = (git_oid(), git_oid())
      guard git_oid_fromstrn(&short, digits, digits.utf8.count) == 0,
        git_odb_exists_prefix(&id, database.raw, &short, digits.utf8.count) == 0
      else {
        git_error_clear()
        return nil
      }
      return ObjectID(id)
    }
    guard let found else { return nil }
    return try commit(behind: found)
  }
}
