extension ReviewStanding {
  /// A sentence for each review that does not count, with the reason.
  package var discountedSentences: [String] {
    discounted.map { review, why in
      "the review by \(review.file) (\(review.verdict.rawValue)) does not count: \(why.phrase)"
    }
  }
}

extension ReviewStanding.Discount {
  /// The reason, as a phrase after a colon.
  package var phrase: String {
    switch self {
    case .lapsed: "it approves an earlier content"
    case .own: "nobody approves their own proposal"
    case .unknown: "its author is not on the committee"
    case .inactive: "its author is not on the committee today, or was not when it was written"
    case .ahead: "it is dated in the future"
    case .abstained: "an abstention is not an approval"
    case .resolved: "a chair settled it"
    case .unsigned: "it is not signed, and signed reviews are required"
    case .wronglySigned(let why): "its signature is wrong: \(why)"
    case .unchecked(let why): "its signature could not be checked: \(why)"
    }
  }
}
