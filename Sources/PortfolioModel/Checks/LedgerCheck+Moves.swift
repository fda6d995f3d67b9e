import Diagnostics

extension LedgerCheck {
  /// Moves that an entry explains and that do not stand, or of standards that are not there.
  func moveFindings(_ override: Override) -> [Finding] {
    let subject = Subject.override(override.id)
    return override.moves.enumerated().compactMap { index, move in
      let path = FieldPath(["moves", String(index)])
      guard let standard = portfolio.standards[move.standard] else {
        return Finding(
          .overrideUnknownStandard, subject, path.appending("standard"), standard: move.standard,
          "override \(override.id) explains a move of '\(move.standard)', "
            + "which is not in the portfolio", help: [portfolio.hint(for: move.standard)])
      }
      guard standard.group != move.to else { return nil }
      return Finding(
        .overrideUnneeded, subject, path, standard: standard.id,
        "override \(override.id) explains \(move.phrase(in: portfolio)) without need: "
          + "\(standard.briefName) is \(standard.group.rawValue)",
        help: ["drop the entry: \(run: .propose(.dropOverride(override.id.text)))"])
    }
  }

  /// An entry that explains a move and prints no footnote.
  func explanationFindings(_ override: Override) -> [Finding] {
    guard override.kind != .footnote, !override.moves.isEmpty else { return [] }
    return [
      Finding(
        .unknownKey, .override(override.id), FieldPath("moves"), key: true,
        "an override of kind \(override.kind.rawValue) prints no footnote and explains no move",
        help: ["remove 'moves', or make the entry a footnote"])
    ]
  }
}
