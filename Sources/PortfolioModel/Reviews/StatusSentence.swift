import Diagnostics

/// One sentence that says what a proposal still needs.
package enum StatusSentence {
  package static func of(_ standing: ReviewStanding) -> String {
    let assumed =
      standing.assumesNoCommittee
      ? " (there is no committee.yml: one approval by someone else is taken as enough)" : ""
    guard !standing.isEnough else {
      let count = standing.approvals.count
      return "\(standing.label) is reviewed enough: \(count.counted("approval"))"
        + "\(assumed)."
    }
    return "\(standing.label) needs \(standing.needs.joined(separator: ", and "))\(assumed)"
      + "\(unsigned(standing))."
  }

  /// A clause for each approval that would count with a right signature.
  private static func unsigned(_ standing: ReviewStanding) -> String {
    standing.discounted.map { review, why in
      switch why {
      case .unsigned, .wronglySigned, .unchecked:
        "; the approval of \(review.file) does not count: \(why.phrase)"
      default: ""
      }
    }.joined()
  }
}
