import Diagnostics
package import PortfolioModel

extension ProposalBoard {
  /// What is wrong with signatures that were looked at.
  package func signatureFindings(
    _ entry: ProposalEntry, _ signatures: ReviewSignatures
  ) -> [Finding] {
    entry.reviews.compactMap { review in
      let subject = Subject.review(entry.number, file: review.file)
      let again = "its author reviews again: 'rspmaint review \(entry.number) …'"
      switch signatures[review] {
      case .absent, .verified: return nil
      case .invalid(let why):
        return Finding(
          .reviewSignatureInvalid, subject, FieldPath("signature"),
          "the signature of '\(review.file)' is wrong: \(why)", help: [again])
      case .unchecked(let why):
        return Finding(
          .reviewSignatureUnchecked, subject, FieldPath("signature"),
          "the signature of '\(review.file)' could not be checked: \(why)",
          help: ["apt-get install openssh-client"])
      }
    }
  }

  /// An approval without a signature where signed ones are required; a pure matter of the files.
  func unsignedFindings(_ entry: ProposalEntry, _ review: Review) -> [Finding] {
    guard base.criteria.requiresSignedReviews, review.verdict == .approve, review.signature == nil
    else { return [] }
    return [
      Finding(
        .reviewSignatureMissing, .review(entry.number, file: review.file), .root,
        "the approval of '\(review.file)' is not signed, so it does not count",
        help: ["the reviewer signs it: 'rspmaint review \(entry.number) --approve --sign'"])
    ]
  }
}
