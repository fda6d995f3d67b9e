import Diagnostics

private let rt = "Portfolio/overrides/snomed-rt-licence.yml"
private let tce = "Portfolio/overrides/ihe-tce-as-published.yml"
private let data = "Portfolio/standards/data/"
private let workflow = "Portfolio/standards/technical-workflow/"

extension MalformedCase {
  static let ledger: [MalformedCase] = [
    MalformedCase(.criterionMissed) {
      $0.edit(data + "ucum.yml", "tooling: moderate", "tooling: none")
    },
    MalformedCase(.expectedCriterionMissed) {
      $0.edit(data + "icd-9.yml", "product-adoption: high", "product-adoption: low")
    },
    MalformedCase(.standardDue) {
      $0.edit(
        "Portfolio/standards/information-exchange/ihe-wia.yml", "maturity: trial-use",
        "maturity: final")
      $0.edit(
        "Portfolio/standards/information-exchange/ihe-wia.yml", "product-adoption: low",
        "product-adoption: moderate")
    },
    MalformedCase(.overrideUnneeded) {
      $0.edit(workflow + "ihe-tce.yml", "product-adoption: low", "product-adoption: moderate")
    },
    MalformedCase(.overrideUndercut) {
      $0.edit(workflow + "ihe-tce.yml", "product-adoption: low", "product-adoption: pilot")
    },
    MalformedCase(.overrideUnknownStandard) {
      $0.edit(tce, "standard: ihe-tce", "standard: ihe-x")
    },
    MalformedCase(.overrideUnknownCriterion) {
      $0.edit(tce, "preferred.product-adoption", "preferred.adoption")
    },
    MalformedCase(.overrideWithoutLevel) { $0.edit(tce, ", at: low", "") },
    MalformedCase(.overrideLevelOnCondition) {
      $0.edit(rt, "superseded-by-preferred}", "superseded-by-preferred, at: low}")
    },
    MalformedCase(.overridePastReview) {
      $0.edit(rt, "notes: |", "review-by: 2026-11-22\nnotes: |")
    },
    MalformedCase(.overrideWithoutReview) {
      $0.edit(rt, "origin: ISO 21860:2020", "origin: \"7\"")
    },
    MalformedCase(.overrideAsPublished) { _ in },
    MalformedCase(.overrideSourceMissing) { $0.edit(rt, "clause: Table 1, footnote b\n", "") },
    MalformedCase(.overrideSourceUnneeded) {
      $0.edit(tce, "kind: as-published\n", "kind: as-published\nparaphrase: true\n")
    },
    MalformedCase(.standardHeld) {
      $0.edit(data + "icd-9.yml", "product-adoption: high", "product-adoption: low")
      $0.hold("icd-9", from: "faded")
    },
    MalformedCase(.overrideWithoutGround) { _ in },
    MalformedCase(.overrideGroundOnThreshold) {
      $0.edit(tce, "at: low}", "at: low, while: {superseded-by: [loinc]}}")
    },
    MalformedCase(.overrideLapsed) {
      $0.edit(
        rt, "superseded-by-preferred}", "superseded-by-preferred, while: {superseded-by: [loinc]}}")
    },
    MalformedCase(.holdUnneeded) { $0.hold("icd-9", from: "faded") },
  ]

  static let coherence: [MalformedCase] = [
    MalformedCase(.ratedAboveBase) { _ in },
    MalformedCase(.buildsOnLegacy) { _ in },
    MalformedCase(.successorNotListed) {
      $0.edit(data + "icd-9.yml", "superseded-by: [icd-10]", "superseded-by: [{external: ICD-X}]")
    },
    MalformedCase(.successionCycle) {
      $0.edit(data + "icd-10.yml", "will-be-superseded-by: [icd-11]", "superseded-by: [icd-9]")
    },
    MalformedCase(.useCaseNamesLegacy) {
      $0.edit(
        "Portfolio/use-cases/device-to-department.yml", "standards: [loinc]", "standards: [icd-9]")
    },
    MalformedCase(.useCaseNamesEmerging) { _ in },
    MalformedCase(.useCaseNamesDelisted) { $0.delist("ucum") },
    MalformedCase(.useCaseAmbiguous) { _ in },
    MalformedCase(.standardsWithoutUseCase) { _ in },
    MalformedCase(.proseLeftBehind) {
      $0.edit(data + "loinc.yml", "description: |\n", "description: |\n  It stays legacy.\n")
    },
  ]
}

extension MalformedCase.Files {
  fileprivate mutating func hold(_ standard: String, from ground: String) {
    set(
      "Portfolio/overrides/held.yml",
      "kind: transition\nholds:\n  - {standard: \(standard), from: \(ground)}\nreason: |\n  R.\n"
        + "origin: \"7\"\nreview-by: next-edition\n")
  }
}
