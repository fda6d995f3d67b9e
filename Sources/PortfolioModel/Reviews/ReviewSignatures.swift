/// What looking at the signature of a review came to.
package enum SignatureStanding: Hashable, Sendable {
  case absent
  /// A key that the base lists for the member signed this very review.
  case verified
  /// It is not the member's signature over this review; why, to follow a colon.
  case invalid(String)
  /// Nobody could look; why, to follow a colon.
  case unchecked(String)
}

/// Checks signatures; outside of this module, for it takes a program to do so.
package protocol SignatureVerifier: Sendable {
  /// Whether a key of the member, by the committee, signed the text for its purpose.
  func standing(
    of signature: String, over text: ReviewText, keysOf committee: Committee
  ) -> SignatureStanding
}

/// What the signatures of one proposal's reviews came to.
package struct ReviewSignatures: Hashable, Sendable {
  private let standings: [String: SignatureStanding]

  /// Looks at each review by the keys of the base, never by those that a proposal would bring.
  package init(
    of reviews: [Review], on base: Portfolio, by verifier: any SignatureVerifier,
    blobID: (String) -> String
  ) {
    standings = Dictionary(
      reviews.map { ($0.file, $0.signatureStanding(on: base, by: verifier, blobID: blobID)) }
    ) { first, _ in first }
  }

  /// Where nobody looked: a signature that is there counts for nothing.
  package static let notLookedAt = ReviewSignatures()

  private init() { standings = [:] }

  package subscript(review: Review) -> SignatureStanding {
    standings[review.file] ?? (review.signature == nil ? .absent : .unchecked("nobody looked"))
  }
}

extension Review {
  /// What the review's signature comes to by the keys of a base.
  package func signatureStanding(
    on base: Portfolio, by verifier: any SignatureVerifier, blobID: (String) -> String
  ) -> SignatureStanding {
    guard let signature else { return .absent }
    guard let text = ReviewText(of: self, in: base.description.id, blobID: blobID) else {
      return .invalid("only members sign reviews")
    }
    guard let committee = base.committee else {
      return .invalid("there is no committee whose keys could have made it")
    }
    guard let member = committee.member(text.member) else {
      return .invalid("its author is not on the committee")
    }
    guard !member.keys.isEmpty else { return .invalid("the committee lists no key of its author") }
    guard Review.isArmoured(signature) else { return .invalid("it has not the form of one") }
    return verifier.standing(of: signature, over: text, keysOf: committee)
  }

  /// Whether a text is one armoured signature and nothing besides.
  static func isArmoured(_ text: String) -> Bool {
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
