import Git
package import PortfolioModel

/// The git blob id of a text, 40 hexadecimal digits.
package func blobID(_ text: String) -> String { ObjectID.blob(Array(text.utf8)).hex }

extension Abridgement {
  /// An abridgement that names the whole text by its git blob id.
  package static let byBlob = Abridgement(blobID: { Records.blobID($0) })
}
