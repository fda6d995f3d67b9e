/// The result of comparing a standard with one criterion.
package struct Verdict: Hashable, Sendable {
  package let criterion: Criterion
  /// The present state: a level, levels, or that of a condition in words.
  package let actual: String
  /// Whether the criterion is met, before any waiver.
  package let isMet: Bool
  /// The override that waives the miss.
  package let waivedBy: Identifier?
  /// The standards that the waiver rests on; empty where it rests on none, or none waives the miss.
  package let ground: [Identifier]
  /// An override that was granted for a higher level and so doesn't waive the miss.
  package let undercuts: Identifier?
  /// An override for this miss whose ground is gone, so that it does not waive it.
  package let lapsed: Identifier?

  /// Whether the criterion is missed without a waiver.
  package var blocks: Bool { !isMet && waivedBy == nil }

  /// What would be needed: "product adoption moderate (now low)".
  package var wanted: String {
    switch criterion.test {
    case .atLeast(let threshold): "\(threshold.phrase) (now \(actual))"
    case .anyOf, .allOf: "\(criterion.requirement) (now \(actual))"
    case .condition(let condition): condition.wish
    }
  }
}

extension Condition {
  /// What would be needed, as a phrase after "with".
  fileprivate var wish: String {
    switch self {
    case .notSuperseded: "no preferred standard that supersedes it"
    case .supersededByPreferred: "a preferred standard that supersedes it"
    }
  }
}
