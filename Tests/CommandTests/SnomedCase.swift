import Foundation
import TestSupport
import Testing

/// The case of the published footnote b of Table 1: a licence ends, its standard goes to legacy, and
/// an override stands for what its successor misses.
struct SnomedCase {
  let sandbox: Sandbox
  private let rt = "Portfolio/standards/data/snomed-ct-rt-identifiers.yml"
  let numeric = "Portfolio/standards/data/snomed-ct-numeric-identifiers.yml"
  private let record: String
  private let override: String

  /// Takes the portfolio back to before the licence ends, and commits that.
  init(_ sandbox: Sandbox) throws {
    self.sandbox = sandbox
    record = try sandbox.read(numeric)
    override = try sandbox.read("Portfolio/overrides/snomed-rt-licence.yml")
    // A state before the footnote: RT is preferred and its successor is not there.
    try sandbox.edit(rt, "group: legacy\nposition: 10", "group: preferred\nposition: 60")
    try sandbox.edit(rt, "maturity: retired", "maturity: final")
    try sandbox.edit(rt, "superseded-by: [snomed-ct-numeric-identifiers]\n", "")
    try sandbox.edit(
      rt,
      "relation-notes:\n  - {relation: superseded-by, target: snomed-ct-numeric-identifiers,"
        + " note: DICOM PS3.16 maps old codes to new}\n", "")
    try sandbox.git("rm", "-q", numeric, "Portfolio/overrides/snomed-rt-licence.yml")
    for useCase in ["device-to-department", "department-to-enterprise"] {
      try sandbox.edit(
        "Portfolio/use-cases/\(useCase).yml",
        "candidates: [snomed-ct-numeric-identifiers, snomed-ct-rt-identifiers]",
        "standards: [snomed-ct-rt-identifiers]")
    }
    try sandbox.edit(
      "Portfolio/standards/data/dicom-context-groups.yml", "snomed-ct-numeric-identifiers, loinc",
      "loinc")
    try sandbox.edit(
      "Portfolio/standards/data/dicom-context-groups.yml",
      "  - {relation: used-with, target: snomed-ct-numeric-identifiers, note: \"source of member "
        + "codes; the text says only SNOMED, and DICOM has used the numeric form since 2019\"}\n",
      "")
    try sandbox.commitAll("Before the licence ends")
  }

  /// Edits the records as the case asks, without the override.
  func edit() throws {
    try sandbox.write(record, to: numeric)
    try sandbox.edit(rt, "group: preferred", "group: legacy")
    try sandbox.edit(rt, "maturity: final", "maturity: retired")
    try sandbox.edit(
      rt, "sdo: [SNOMED International]",
      "superseded-by: [snomed-ct-numeric-identifiers]\nsdo: [SNOMED International]")
  }

  /// Writes the override into the worktree.
  func waive() throws {
    try sandbox.write(
      override.replacingOccurrences(
        of: "origin: ISO 21860:2020\nclause: Table 1, footnote b\n", with: ""
      )
      .replacingOccurrences(of: "paraphrase: true\n", with: "")
      .replacingOccurrences(of: "notes: |\n", with: "review-by: next-edition\nnotes: |\n"),
      to: "Portfolio/overrides/snomed-rt-licence.yml")
  }

  static let words = [
    "--title", "Follow the end of the RT licence", "--rationale", "The SDO ends the licence.",
    "--evidence", "sdo-announcement: Licensing <https://example.org/licence>",
  ]
}
