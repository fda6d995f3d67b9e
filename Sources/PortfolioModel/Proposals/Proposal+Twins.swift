extension Proposal {
  /// What to type where two proposals have one number.
  package static func helpForTwins(_ number: Int) -> [String] {
    [
      "give one of them a free number: 'rspmaint sync'",
      "without a shared repository: 'rspmaint renumber \(number)'",
    ]
  }
}
