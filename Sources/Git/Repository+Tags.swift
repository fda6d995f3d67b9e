import CLibgit2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Repository {
  /// The bytes of a tag that is not stored yet, over which a signature is made.
  package func text(of tag: Tag) throws(RepositoryProblem) -> [UInt8] {
    try run { () throws(CallError) -> [UInt8] in
      let lines = [
        "object \(tag.target.hex)", "type commit", "tag \(tag.name)",
        "tagger \(try tag.tagger.line())",
      ]
      return Array((lines.joined(separator: "\n") + "\n\n" + tag.message).utf8)
    }
  }

  /// Stores a tag and makes its reference.
  ///
  /// - Parameter signature: The signature over ``text(of:)`` as the signing program writes it; git
  ///   stores it below the message.
  /// - Throws: `RepositoryProblem` of kind `referenceExists` where a tag has that name already, and
  ///   `referenceLocked` where another program holds its lock.
  @discardableResult
  package func createTag(
    _ tag: Tag, signature: String = ""
  ) throws(RepositoryProblem) -> ObjectID {
    guard Repository.isReferenceName(tag.reference), !tag.name.hasPrefix("-") else {
      throw RepositoryProblem(
        .failed, path: gitDirectory, detail: "'\(tag.name)' can't be the name of a tag")
    }
    guard try target(of: tag.reference) == nil else {
      throw RepositoryProblem(.referenceExists(tag.reference), path: gitDirectory)
    }
    guard try commit(behind: tag.target) == tag.target else {
      throw RepositoryProblem(
        .failed, path: gitDirectory, detail: "\(tag.target.hex) is not a commit")
    }
    let text = try text(of: tag) + Array(signature.utf8)
    let id = try run { () throws(CallError) in
      try store(text, GIT_OBJECT_TAG, in: database())
    }
    var reference = Handle.reference()
    var raw = id.raw
    errno = 0
    let status = git_reference_create(&reference.raw, handle, tag.reference, &raw, 0, nil)
    guard status == 0 else {
      throw problem("git_reference_create", status, reason: errno, with: tag.reference)
    }
    return id
  }
}
