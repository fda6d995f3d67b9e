/// One threshold or condition of A.4.
package struct Criterion: Hashable, Sendable {
  package enum Strength: String, Hashable, Sendable, CaseIterable {
    /// Missing it without a waiver is an error.
    case required
    /// Missing it is a note.
    case expected
  }

  package struct Threshold: Hashable, Sendable {
    package let factor: Factor
    package let level: Level
  }

  package enum Test: Hashable, Sendable {
    case atLeast(Threshold)
    case anyOf([Threshold])
    case allOf([Threshold])
    case condition(Condition)
  }

  package let group: Group
  /// The name below the group: that of a factor or of the condition.
  package let name: String
  package let strength: Strength
  package let test: Test
  /// The criterion's source: `published CLAUSE`, `calibrated` or `decided N`.
  package let basis: String

  /// The name that ledgers and reports use: `preferred.site-deployment`.
  package var fullName: String { "\(group.rawValue).\(name)" }

  /// The thresholds that the criterion holds a standard against; none of a condition.
  package var thresholds: [Threshold] {
    switch test {
    case .atLeast(let threshold): [threshold]
    case .anyOf(let thresholds), .allOf(let thresholds): thresholds
    case .condition: []
    }
  }

  /// The factors that the criterion reads.
  package var factors: [Factor] { thresholds.map(\.factor) }

  /// The requirement: a level, levels, or a condition in words.
  package var requirement: String {
    switch test {
    case .atLeast(let threshold): threshold.level.rawValue
    case .anyOf(let thresholds): thresholds.map(\.phrase).alternatives
    case .allOf(let thresholds): thresholds.map(\.phrase).conjunction
    case .condition(let condition): condition.requirement
    }
  }

  /// The criterion's path in `criteria.yml`.
  package var path: FieldPath { FieldPath(["groups", group.rawValue, strength.rawValue, name]) }
}

extension Criterion.Threshold {
  package var phrase: String { "\(factor.phrase) \(level.phrase)" }
}
