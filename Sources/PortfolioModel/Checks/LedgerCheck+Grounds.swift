import Diagnostics

extension LedgerCheck {
  /// A ground that is gone, or one that a waiver of a condition does not name.
  func groundFindings(
    _ override: Override, _ waiver: Override.Waiver, _ criterion: Criterion, _ standard: Standard,
    _ path: FieldPath
  ) -> [Finding] {
    guard criterion.factors.isEmpty else { return [] }
    let lost = judge.lostGround(of: waiver, for: standard)
    if !lost.isEmpty {
      return [
        Finding(
          .overrideLapsed, .override(override.id), path.appending("while"), standard: standard.id,
          "override \(override.id) no longer waives \(criterion.fullName) for "
            + "\(standard.briefName): it rests on \(lost.map(lossPhrase).conjunction)",
          help: lost.filter { portfolio.standards[$0] == nil }.map { portfolio.hint(for: $0) } + [
            """
            name another ground in a proposal, or drop the entry: \
            \(run: .propose(.dropOverride(override.id.text)))
            """
          ])
      ]
    }
    let possible = judge.ground(for: standard, criterion)
    guard waiver.ground.isEmpty, !possible.isEmpty else { return [] }
    return [
      Finding(
        .overrideWithoutGround, .override(override.id), path, standard: standard.id,
        "the waiver of \(criterion.fullName) for \(standard.briefName) does not say what it rests on",
        help: [
          "add 'while: {\(RelationKind.supersededBy.rawValue): [\(possible.map(\.text).listed)]}' "
            + "in a proposal, if it holds for that reason"
        ])
    ]
  }

  private func lossPhrase(_ id: Identifier) -> String {
    let reason =
      portfolio.standards[id] != nil
      ? "does not supersede it"
      : portfolio.delisted[id] != nil ? "is no longer listed" : "is not in the portfolio"
    return "\(portfolio.name(of: id)), which \(reason)"
  }

  /// A ground of a waiver that has a level instead.
  func thresholdGroundFindings(
    _ override: Override, _ waiver: Override.Waiver, _ criterion: Criterion, _ path: FieldPath
  ) -> [Finding] {
    guard !criterion.factors.isEmpty, !waiver.ground.isEmpty else { return [] }
    return [
      Finding(
        .overrideGroundOnThreshold, .override(override.id), path.appending("while"),
        standard: waiver.standard,
        "\(criterion.fullName) is a threshold: its waiver holds down to a level and rests on nothing",
        help: ["remove 'while'"])
    ]
  }
}
