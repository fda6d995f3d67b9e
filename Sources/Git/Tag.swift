/// An annotated tag of a commit, as values.
package struct Tag: Hashable, Sendable {
  /// Without `refs/tags/`.
  package let name: String
  package let target: ObjectID
  package let tagger: Signature
  /// Ends in a line feed.
  package let message: String

  package init(name: String, target: ObjectID, tagger: Signature, message: String) {
    self.name = name
    self.target = target
    self.tagger = tagger
    self.message = message
  }

  /// The full name of the reference that leads to it.
  package var reference: String { "refs/tags/" + name }
}
