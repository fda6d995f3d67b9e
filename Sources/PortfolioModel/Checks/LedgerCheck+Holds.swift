import Diagnostics

extension LedgerCheck {
  /// Holds of standards that are not there, not due or not faded.
  func holdFindings(_ override: Override) -> [Finding] {
    override.holds.enumerated().compactMap { index, hold in
      let path = FieldPath(["holds", String(index)])
      guard let standard = portfolio.standards[hold.standard] else {
        return Finding(
          .overrideUnknownStandard, .override(override.id), path.appending("standard"),
          standard: hold.standard,
          "override \(override.id) holds '\(hold.standard)', which is not in the portfolio",
          help: [portfolio.hint(for: hold.standard)])
      }
      guard !judge.needs(hold) else { return nil }
      let why =
        switch hold.from {
        case .due: "it is not due for a move"
        case .faded: "its use has not faded"
        }
      return Finding(
        .holdUnneeded, .override(override.id), path, standard: standard.id,
        "override \(override.id) holds \(standard.briefName) without need: \(why)",
        help: ["drop the entry: \(run: .propose(.dropOverride(override.id.text)))"])
    }
  }

  /// An entry that decides nothing.
  func contentFindings(_ override: Override) -> [Finding] {
    guard Override.decisions.allSatisfy({ override.fields[$0] == nil }) else { return [] }
    return [
      Finding(
        .missingKey, .override(override.id), .root,
        "an override needs \(Override.decisions.map { "'\($0)'" }.alternatives)",
        help: [
          "say what it decides", "or drop it: \(run: .propose(.dropOverride(override.id.text)))",
        ])
    ]
  }
}

extension Override {
  /// The fields of which an entry has at least one.
  static let decisions = ["waives", "holds", "moves"]
}
