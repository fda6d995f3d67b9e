package import Git
import PortfolioModel
import Records

/// Where the shared repository stands, as its own git says.
package struct SharedState: Sendable {
  /// By full name, what its branches and edition tags that were asked for stand at.
  let references: [String: ObjectID]

  /// Reads the lines of `git ls-remote`: an id, a tab, a name.
  init(listing bytes: [UInt8]) {
    var references: [String: ObjectID] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard parts.count == 2, let id = ObjectID(hex: parts[0]) else { continue }
      references[parts[1]] = id
    }
    self.references = references
  }

  /// Where a reference stands there; nil where it is not there.
  package subscript(name: String) -> ObjectID? { references[name] }

  /// The full names of edition tags, in their order.
  package var editions: [String] {
    references.keys.filter { $0.hasPrefix(Layout.editionTags) && !$0.hasSuffix("^{}") }
      .sorted { $0.precedesBytewise($1) }
  }
}
