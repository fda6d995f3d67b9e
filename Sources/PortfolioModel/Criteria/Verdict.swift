/// How a standard does on one criterion.
package struct Verdict: Hashable, Sendable {
  package let criterion: Criterion
  /// What counts: a level, levels, or the state of a condition in words.
  package let actual: String
  /// Whether the criterion is met, before any waiver.
  package let isMet: Bool
  /// The override that waives the miss.
  package let waivedBy: Identifier?
  /// The standards that the waiver rests on; empty where it rests on none, or none waives the miss.
  package let ground: [Identifier]
  /// An override for this miss that was granted for a higher level, and so does not waive it.
  package let undercuts: Identifier?
  /// An override for this miss whose ground is gone, so that it does not waive it.
  package let lapsed: Identifier?

  /// Whether the criterion stands in the way: missed and not waived.
  package var blocks: Bool { !isMet && waivedBy == nil }

  /// "product adoption moderate (now low)"
  package var wanted: String {
    switch criterion.test {
    case .atLeast(let threshold): "\(threshold.phrase) (now \(actual))"
    case .anyOf, .allOf: "\(criterion.requirement) (now \(actual))"
    case .condition(let condition): condition.wish
    }
  }
}

extension Condition {
  /// What would have to happen, to follow "with".
  fileprivate var wish: String {
    switch self {
    case .notSuperseded: "no preferred standard that supersedes it"
    case .supersededByPreferred: "a preferred standard that supersedes it"
    }
  }
}
