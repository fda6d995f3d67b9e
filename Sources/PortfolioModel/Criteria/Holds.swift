import Diagnostics

/// The holds of a ledger that are in force on a day.
package struct Holds: Sendable {
  private let entries: [Override.Hold: Override]

  package init(_ portfolio: Portfolio, on today: CalendarDate) {
    var entries: [Override.Hold: Override] = [:]
    for override in portfolio.overridesInOrder where override.holds(on: today) {
      for hold in override.holds where entries[hold] == nil { entries[hold] = override }
    }
    self.entries = entries
  }

  /// The entry that holds a standard, or nil.
  package func entry(_ standard: Identifier, from ground: Override.Hold.Ground) -> Override? {
    entries[Override.Hold(standard, from: ground)]
  }

  /// The finding as it reads on the day: of a standard that is held, it says until when and by whom.
  func told(_ finding: Finding) -> Finding {
    guard let ground = Holds.ground(of: finding.rule), let id = finding.standard,
      let entry = entry(id, from: ground)
    else { return finding }
    return Finding(
      .standardHeld, finding.subject, finding.path, standard: id,
      "\(finding.message); \(entry.holdPhrase)",
      help: finding.help + [
        """
        a proposal that moves or delists it also drops the hold: \
        \(option: .dropOverride, entry.id.text)
        """
      ])
  }

  private static func ground(of rule: RuleID) -> Override.Hold.Ground? {
    switch rule {
    case .standardDue: .due
    case .expectedCriterionMissed: .faded
    default: nil
    }
  }
}

extension Judge {
  /// Whether the standard of a hold is due for a move, or its use has faded.
  package func needs(_ hold: Override.Hold) -> Bool {
    portfolio.standards[hold.standard].map { grounds(for: $0).contains(hold.from) } ?? false
  }

  /// From what a standard could be held.
  package func grounds(for standard: Standard) -> [Override.Hold.Ground] {
    let isFaded = verdicts(on: standard, in: standard.group, .expected).contains(where: \.blocks)
    return (due(standard) == nil ? [] : [.due]) + (isFaded ? [.faded] : [])
  }
}
