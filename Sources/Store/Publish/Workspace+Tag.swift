package import Diagnostics
package import Git
import Records

extension Workspace {
  /// The tags of editions by full name, each with the commit that it leads to.
  package func editionTags() throws(Refusal) -> [(name: String, commit: ObjectID)] {
    try withRepository { try $0.tips(matching: Layout.editionTags + "*") }
  }

  /// The object that the tag of an edition is; nil where there is none.
  package func editionTag(_ name: String) throws(Refusal) -> ObjectID? {
    try withRepository { try $0.target(of: Layout.editionTags + name) }
  }

  /// Tags a commit as an edition, and signs the tag where git is set to sign tags or commits.
  ///
  /// - Returns: Whether it is signed.
  package func tagEdition(
    _ name: String, at commit: ObjectID, message: String, _ surroundings: Surroundings
  ) throws(Refusal) -> Bool {
    let tagger = try committer(surroundings)
    let signer = try tagSigner(surroundings)
    let short = String(Layout.editionTags.dropFirst("refs/tags/".count)) + name
    return try withRepository { repository in
      let tag = Tag(name: short, target: commit, tagger: tagger.signature, message: message)
      let signature = try signer.signature(
        over: try repository.text(of: tag), by: tagger, in: repository)
      try repository.createTag(tag, signature: signature.map { $0 + "\n" } ?? "")
      return signature != nil
    }
  }
}
