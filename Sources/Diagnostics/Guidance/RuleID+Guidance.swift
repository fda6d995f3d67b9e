/// How a rule is met: an example of what breaks it, and what to do then.
package struct RuleGuidance: Sendable {
  /// A line of a file, or a sentence on what happened.
  package let example: String
  /// What to do, as an imperative, without a full stop.
  package let remedy: Hint

  init(_ example: String, _ remedy: Hint) {
    self.example = example
    self.remedy = remedy
  }
}

extension RuleID {
  /// The closed list, area by area: each answers for its own rules and leaves the others.
  package var guidance: RuleGuidance {
    guard
      let guidance = textGuidance ?? shapeGuidance ?? portfolioGuidance ?? ledgerGuidance
        ?? proposalGuidance ?? reviewGuidance ?? auditGuidance
    else { preconditionFailure("the rule \(rawValue) has no guidance") }
    return guidance
  }
}
