package import Diagnostics
package import PortfolioModel

/// Who signed the tag of an edition.
package enum TagSignature: Hashable, Sendable {
  case absent
  /// By a key of ssh, whose signature is valid.
  case ssh(PublicKey)
  /// By a key of OpenPGP that the user's `gpg` knows, whose signature is valid: the fingerprint of the
  /// primary key, and who gpg says that it is of.
  case openPGP(String, owner: String, hasExpired: Bool)
  /// In another way, which is not checked.
  case other(String)
}

extension TagSignature {
  /// Checks the signature below a tag, with the user's own programs.
  ///
  /// - Parameter text: What was signed: the tag without its signature.
  /// - Throws: `Refusal` where the signature is wrong, or can't be checked.
  package static func checked(
    _ armour: String, over text: String, _ surroundings: Surroundings
  ) throws(Refusal) -> TagSignature {
    armour.hasPrefix("-----BEGIN PGP SIGNATURE-----")
      ? try GnuPG(surroundings).signature(armour, over: text)
      : try SSHKeygen(surroundings).signature(armour, over: text)
  }
}

extension SSHKeygen {
  /// Checks the signature below a tag.
  ///
  /// - Parameter text: What was signed: the tag without its signature.
  /// - Throws: `Refusal` where the signature is wrong, or can't be checked.
  func signature(_ armour: String, over text: String) throws(Refusal) -> TagSignature {
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
