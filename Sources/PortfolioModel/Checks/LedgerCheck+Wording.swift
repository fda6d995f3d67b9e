import Diagnostics

extension LedgerCheck {
  /// Words of a publication say which one and where; the committee's own are no paraphrase.
  func wordingFindings(_ override: Override) -> [Finding] {
    let prints = override.kind == .footnote
    guard prints, override.isFromPublication || override.isParaphrase && override.origin == nil
    else { return unneededSource(of: override, prints: prints) }
    let missing = ["origin", "clause"].filter { override.fields.text($0) == nil }
    guard !missing.isEmpty else { return [] }
    return [
      Finding(
        .overrideSourceMissing, .override(override.id), .root,
        "override \(override.id) is \(override.wording ?? "in the words of a publication") "
          + "and lacks \(missing.map { "'\($0)'" }.conjunction)",
        help: [
          "say which publication and where in it: 'origin: PUBLICATION', 'clause: PLACE'",
          "or, where the words are the committee's own, remove 'paraphrase' and 'origin'",
        ])
    ]
  }

  /// What is said of a publication's words where none are printed.
  private func unneededSource(of override: Override, prints: Bool) -> [Finding] {
    let fields = [
      override.isParaphrase ? ["paraphrase"] : [],
      override.clause != nil && !override.isFromPublication ? ["clause"] : [],
    ].joined()
    return fields.map { field in
      Finding(
        .overrideSourceUnneeded, .override(override.id), FieldPath(field), key: true,
        "override \(override.id) has '\(field)', but "
          + (prints ? "its words are the committee's own" : "prints no text"),
        help: [
          "remove '\(field)'"
            + (prints ? ", or say which publication's words they are: 'origin: PUBLICATION'" : "")
        ])
    }
  }
}
