package import Git
import PortfolioModel
import Records

/// A reference that a push is to create, move or delete.
package struct PushedReference: Hashable, Sendable {
  /// The full name.
  package let name: String
  /// Its object before the push; nil where the reference is new.
  package let old: ObjectID?
  /// Its object after the push; nil where the reference is to be deleted.
  package let new: ObjectID?

  /// The folder of the tags that name editions.
  package static let editionTags = Layout.editionTags

  package init(name: String, old: ObjectID?, new: ObjectID?) {
    self.name = name
    self.old = old
    self.new = new
  }

  /// Returns nil where an id is not 40 hexadecimal digits, or where both are all zeros.
  package init?(name: String, old: String, new: String) {
    guard let old = ObjectID(hex: old), let new = ObjectID(hex: new), !name.isEmpty else {
      return nil
    }
    func given(_ id: ObjectID) -> ObjectID? { id.bytes.allSatisfy { $0 == 0 } ? nil : id }
    guard given(old) != nil || given(new) != nil else { return nil }
    self.init(name: name, old: given(old), new: given(new))
  }

  /// Reads a line as git gives it to a `pre-receive` hook: old id, new id, name.
  package init?(line: String) {
    let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    self.init(name: String(parts[2]), old: String(parts[0]), new: String(parts[1]))
  }

  /// The name as people type it.
  package var shortName: String { PushedReference.shortName(of: name) }

  /// Whether a short form of its name is a full id, or HEAD.
  var readsLikeAnother: Bool {
    [PushedReference.editionTags, "refs/tags/", "refs/heads/"].contains { folder in
      guard name.hasPrefix(folder) else { return false }
      let short = String(name.dropFirst(folder.count))
      return ObjectID(hex: short) != nil || short.hasSameBytes(as: "HEAD")
    }
  }

  static func shortName(of name: String) -> String {
    for head in ["refs/heads/", "refs/tags/"] where name.hasPrefix(head) {
      return String(name.dropFirst(head.count))
    }
    return name
  }
}
