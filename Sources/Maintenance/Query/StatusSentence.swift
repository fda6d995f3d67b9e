package import PortfolioModel

/// What a proposal still needs, in one sentence.
package enum StatusSentence {
  package static func of(_ standing: ReviewStanding) -> String {
    let assumed =
      standing.assumesNoCommittee
      ? " (there is no committee.yml: one approval by someone else is taken as enough)" : ""
    guard !standing.isEnough else {
      let count = standing.approvals.count
      return "\(standing.label) is reviewed enough: \(count) approval\(count == 1 ? "" : "s")"
        + "\(assumed)."
    }
    return "\(standing.label) needs \(standing.needs.joined(separator: ", and "))\(assumed)."
  }
}
