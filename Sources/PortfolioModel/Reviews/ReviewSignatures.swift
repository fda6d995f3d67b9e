/// The result of checking the signature of a review or a settlement.
package enum SignatureStanding: Hashable, Sendable {
  case absent
  /// A key that the base lists for the member signed exactly this text.
  case verified
  /// It is not the member's signature over this text; the reason follows a colon.
  case invalid(String)
  /// It could not be checked; the reason follows a colon.
  case unchecked(String)
}

/// Checks signatures. It is implemented outside of this module, as it needs another program.
package protocol SignatureVerifier: Sendable {
  /// Whether a key that the committee lists for the member signed the text for its purpose.
  func standing(
    of signature: String, over text: any SignedText, keysOf committee: Committee
  ) -> SignatureStanding
}

/// The results of checking the signatures of one proposal's reviews and settlements.
package struct ReviewSignatures: Hashable, Sendable {
  private let standings: [String: SignatureStanding]
  private let settlements: [ProposalState.Resolution: SignatureStanding]

  /// Checks each signature with the keys of the base, never with those that the proposal would add.
  package init(
    of reviews: [Review], settledBy resolutions: [ProposalState.Resolution], on base: Portfolio,
    by verifier: any SignatureVerifier, blobID: (String) -> String
  ) {
    standings = Dictionary(
      reviews.map { ($0.file, $0.signatureStanding(on: base, by: verifier, blobID: blobID)) }
    ) { first, _ in first }
    let settled = reviews.flatMap { review in
      resolutions.filter { $0.settles(review) }.map { resolution in
        let text = SettlementText(
          of: resolution, settling: review, in: base.description.id, blobID: blobID)
        return (
          resolution, base.standing(of: resolution.signature, over: text, by: verifier)
        )
      }
    }
    settlements = Dictionary(settled) { first, _ in first }
  }

  /// The signatures where none was checked, so that none of them counts.
  package static let notLookedAt = ReviewSignatures()

  private init() {
    standings = [:]
    settlements = [:]
  }

  package subscript(review: Review) -> SignatureStanding {
    standings[review.file] ?? (review.signature == nil ? .absent : .unchecked("no check was made"))
  }

  package subscript(resolution: ProposalState.Resolution) -> SignatureStanding {
    settlements[resolution]
      ?? (resolution.signature == nil ? .absent : .unchecked("no check was made"))
  }
}

extension Review {
  /// Checks the review's signature with the keys of a base.
  package func signatureStanding(
    on base: Portfolio, by verifier: any SignatureVerifier, blobID: (String) -> String
  ) -> SignatureStanding {
    let text = ReviewText(of: self, in: base.description.id, blobID: blobID)
    return base.standing(of: signature, over: text, by: verifier)
  }
}

extension Portfolio {
  /// Checks a signature over a member's text with the keys of this portfolio.
  fileprivate func standing(
    of signature: String?, over text: (any SignedText)?, by verifier: any SignatureVerifier
  ) -> SignatureStanding {
    guard let signature else { return .absent }
    guard let text else { return .invalid("only members sign") }
    guard let committee else {
      return .invalid("there is no committee whose keys could have made it")
    }
    guard let member = committee.member(text.member) else {
      return .invalid("its author is not on the committee")
    }
    guard !member.keys.isEmpty else { return .invalid("the committee lists no key of its author") }
    guard Portfolio.isArmoured(signature) else { return .invalid("it has not the form of one") }
    return verifier.standing(of: signature, over: text, keysOf: committee)
  }

  /// Whether a text is one armoured signature and nothing else.
  private static func isArmoured(_ text: String) -> Bool {
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Array($0) }
    guard lines.popLast()?.isEmpty == true, lines.count >= 3,
      lines.removeFirst() == Array("-----BEGIN SSH SIGNATURE-----".utf8),
      lines.removeLast() == Array("-----END SSH SIGNATURE-----".utf8)
    else { return false }
    let allowed = Set(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=".utf8)
    return lines.allSatisfy { !$0.isEmpty && $0.allSatisfy(allowed.contains) }
  }
}
