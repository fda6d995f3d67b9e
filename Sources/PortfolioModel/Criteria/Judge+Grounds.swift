extension Judge {
  /// The standards that a waiver rests on and that do not supersede the waived one, or no longer.
  package func lostGround(of waiver: Override.Waiver, for standard: Standard) -> [Identifier] {
    guard !waiver.ground.isEmpty else { return [] }
    let successors = Set(successors(of: standard).map(\.id))
    return waiver.ground.filter { !successors.contains($0) }
  }

  /// The standards that a waiver of a criterion can rest on: for the condition that asks for a
  /// preferred successor, the successors that the record names and the portfolio lists.
  package func ground(for standard: Standard, _ criterion: Criterion) -> [Identifier] {
    guard case .condition(.supersededByPreferred) = criterion.test else { return [] }
    return standard.targets(.supersededBy).filter { portfolio.standards[$0] != nil }
  }
}
