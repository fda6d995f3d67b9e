package import Diagnostics
package import PortfolioModel

/// Who signed the tag of an edition.
package enum TagSignature: Hashable, Sendable {
  case absent
  /// By a key of ssh, whose signature is valid.
  case ssh(PublicKey)
  /// In another way, which is not checked.
  case other(String)
}

extension SSHKeygen {
  /// Checks the signature below a tag.
  ///
  /// - Parameter text: What was signed: the tag without its signature.
  /// - Throws: `Refusal` where the signature is wrong, or can't be checked.
  package func signature(_ armour: String, over text: String) throws(Refusal) -> TagSignature {
    if armour.isEmpty { return .absent }
    guard armour.hasPrefix("-----BEGIN SSH SIGNATURE-----") else {
      return .other(String(armour.prefix { $0 != "\n" }))
    }
    guard let key = PublicKey(signing: armour) else {
      throw Refusal(.refused, "the tag's signature is not one of ssh", help: [])
    }
    switch standing(of: armour, over: text, by: key) {
    case .verified: return .ssh(key)
    case .unchecked(let why):
      throw Refusal(
        .refused, "the tag's signature could not be checked: \(why)",
        help: ["\(install: .openSSHClient)"])
    case .absent, .invalid:
      throw Refusal(.refused, "the tag was not signed as it stands there", help: [])
    }
  }
}
