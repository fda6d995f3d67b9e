package import Diagnostics

extension Proposal {
  /// What to type where two proposals have one number.
  package static func helpForTwins(_ number: Int) -> [Hint] {
    [
      "give one of them a free number: \(run: .sync)",
      "without a shared repository: \(run: .renumber(number))",
    ]
  }
}
