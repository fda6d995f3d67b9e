/// What looking at the signature of a review or a settlement came to.
package enum SignatureStanding: Hashable, Sendable {
  case absent
  /// A key that the base lists for the member signed this very text.
  case verified
  /// It is not the member's signature over this text; why, to follow a colon.
  case invalid(String)
  /// Nobody could look; why, to follow a colon.
  case unchecked(String)
}

/// Checks signatures; outside of this module, for it takes a program to do so.
package protocol SignatureVerifier: Sendable {
  /// Whether a key of the member, by the committee, signed the text for its purpose.
  func standing(
    of signature: String, over text: any SignedText, keysOf committee: Committee
  ) -> SignatureStanding
}

/// What the signatures of one proposal's reviews, and of settled objections, came to.
package struct ReviewSignatures: Hashable, Sendable {
  private let standings: [String: SignatureStanding]
  private let settlements: [ProposalState.Resolution: SignatureStanding]

  /// Looks at each by the keys of the base, never by those that a proposal would bring.
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

  /// Where nobody looked: a signature that is there counts for nothing.
  package static let notLookedAt = ReviewSignatures()

  private init() {
    standings = [:]
    settlements = [:]
  }

  package subscript(review: Review) -> SignatureStanding {
    standings[review.file] ?? (review.signature == nil ? .absent : .unchecked("nobody looked"))
  }

  package subscript(resolution: ProposalState.Resolution) -> SignatureStanding {
    settlements[resolution]
      ?? (resolution.signature == nil ? .absent : .unchecked("nobody looked"))
  }
}

extension Review {
  /// What the review's signature comes to by the keys of a base.
  package func signatureStanding(
    on base: Portfolio, by verifier: any SignatureVerifier, blobID: (String) -> String
  ) -> SignatureStanding {
    let text = ReviewText(of: self, in: base.description.id, blobID: blobID)
    return base.standing(of: signature, over: text, by: verifier)
  }
}

extension Portfolio {
  /// What a signature over a member's text comes to by the keys of this portfolio.
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

  /// Whether a text is one armoured signature and nothing besides.
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
