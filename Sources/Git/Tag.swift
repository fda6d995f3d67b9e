/// The values of an annotated tag of a commit.
package struct Tag: Hashable, Sendable {
  /// The name without `refs/tags/`.
  package let name: String
  package let target: ObjectID
  package let tagger: Signature
  /// The message, with a line feed at its end.
  package let message: String

  package init(name: String, target: ObjectID, tagger: Signature, message: String) {
    self.name = name
    self.target = target
    self.tagger = tagger
    self.message = message
  }

  /// The full name of its reference.
  package var reference: String { "refs/tags/" + name }
}
