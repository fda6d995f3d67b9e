import PortfolioModel

/// Whether a review is to be signed, and by which key.
package struct ReviewSigning: Sendable {
  /// Nil leaves it to the base: members with keys sign, and everyone where it is required.
  package let isWanted: Bool?
  /// The absolute path of a key; nil is git's `user.signingkey`.
  package let key: String?

  package init(isWanted: Bool? = nil, key: String? = nil) {
    self.isWanted = isWanted
    self.key = key
  }

  /// The review's fields with their signature, where there is to be one.
  ///
  /// - Throws: `Refusal` where there is no key, or one that the base does not list for the member.
  func signed(
    _ fields: Fields, _ file: String, on base: Portfolio, in workspace: borrowing Workspace,
    _ surroundings: Surroundings
  ) throws(Refusal) -> Fields {
    guard let review = Review(file: file, fields: fields) else { return fields }
    let text = ReviewText(of: review, in: base.description.id, blobID: blobID)
    let keys = text.flatMap { base.committee?.member($0.member)?.keys } ?? []
    let isRequired = base.criteria.requiresSignedReviews && review.verdict == .approve
    guard isWanted ?? (isRequired || key != nil || !keys.isEmpty) else { return fields }
    guard let text, !keys.isEmpty else {
      throw Refusal(
        .refused, "committee.yml lists no key of \(file), so nobody could check the signature",
        help: [
          "add the first two words of your .pub file to your entry, as 'keys: [TYPE BASE64]', and "
            + "run 'rspmaint propose --from-worktree'"
        ])
    }
    let program = SSHKeygen(surroundings)
    var signed = fields
    signed["signature"] = .text(
      try program.sign(text, with: workspace.signingKey(key, surroundings)))
    let ordered = Schema.review.ordered(signed)
    let standing = Review(file: file, fields: ordered)?.signatureStanding(
      on: base, by: program, blobID: blobID)
    guard standing == .verified else {
      throw Refusal(
        .refused, "the key is not one that committee.yml lists for \(text.member)",
        help: [
          "sign with one that it lists: '--key PATH'",
          "it lists: \(keys.map(\.description).listed)",
        ])
    }
    return ordered
  }
}
