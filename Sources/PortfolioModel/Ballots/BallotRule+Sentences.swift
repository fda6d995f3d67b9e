import Diagnostics

extension BallotRule {
  /// The rule in words, a sentence each.
  package var sentences: [String] {
    var sentences = [
      "A proposal is approved where at least \(approval) of the votes cast by \(approvers.phrase) "
        + "are in favour, and at most \(negative) of the votes cast by \(negativeVoters.phrase) "
        + "are negative."
    ]
    if !leavesOut.isEmpty {
      sentences.append("Left out of both fractions are \(leavesOut.map(\.phrase).conjunction).")
    }
    if let returned {
      sentences.append(
        "At least \(returned) of \(approvers.phrase) have to answer; an abstention is an answer.")
    }
    if let days { sentences.append("Voting takes at least \(days.counted("day")).") }
    if !mustVote.isEmpty {
      let names = mustVote.map(\.text).conjunction
      sentences.append("Without an answer of \(names) nothing is approved.")
    }
    if let meeting {
      sentences.append(
        "A proposal that fails with at least \(meeting) in favour needs a meeting.")
    }
    return sentences + ["The rule's basis: \(basis)."]
  }
}
