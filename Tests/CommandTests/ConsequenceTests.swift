import Foundation
import TestSupport
import Testing

@Suite("Consequences in the report")
struct ConsequenceTests {
  /// An edit of a file: its path below `Portfolio/`, what stands there and what replaces it; nil
  /// deletes the file.
  typealias Edit = (path: String, old: String, new: String?)

  private struct Report: Decodable {
    struct Consequence: Decodable {
      let kind: String
      let standards: [String]
      let sentence: String
      let fingerprint: String
    }

    let consequences: [Consequence]
  }

  private func consequences(
    _ before: [Edit] = [], _ edits: [Edit]
  ) throws -> [Report.Consequence] {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    for edit in before { try apply(edit, sandbox) }
    if !before.isEmpty { try sandbox.commitAll("Before") }
    for edit in edits { try apply(edit, sandbox) }
    let outcome = try sandbox.rspmaint(["diff", "--format", "json"])
    #expect(outcome.code == 0 && outcome.err == "")
    return try JSONDecoder().decode(Report.self, from: Data(outcome.out.utf8)).consequences
  }

  private func apply(_ edit: Edit, _ sandbox: Sandbox) throws {
    let path = "Portfolio/" + edit.path
    guard let new = edit.new else {
      return try FileManager.default.removeItem(atPath: sandbox.root + "/" + path)
    }
    try sandbox.edit(path, edit.old, new)
  }

  private func expect(
    _ kind: String, _ sentence: String, before: [Edit] = [], _ edits: Edit...,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let found = try consequences(before, edits)
    let own = found.filter { $0.kind == kind }
    #expect(own.map(\.sentence).contains(sentence), "\(found)", sourceLocation: location)
    #expect(
      Set(found.map(\.fingerprint)).count == found.count, "\(found)", sourceLocation: location)
  }

  @Test("Names the predecessors of a standard that is preferred no more")
  func successorLost() throws {
    try expect(
      "successor-lost",
      "ICD-10 is no longer preferred, so ICD-9 has no preferred successor and can't stay "
        + "legacy without one.",
      ("standards/data/icd-10.yml", "group: preferred", "group: emerging"))
  }

  @Test("Names use cases that lose their last preferred standard, or gain a legacy one")
  func useCases() throws {
    let edit: Edit = ("standards/content/ihe-kin.yml", "group: preferred", "group: legacy")
    try expect(
      "use-case-unserved",
      "Department to enterprise integration, row IHE KIN: no preferred standard serves it any "
        + "more.", edit)
    try expect(
      "use-case-legacy",
      "Department to enterprise integration, row IHE KIN: rests on IHE KIN, now legacy.", edit)
  }

  @Test("Names what still leads to a standard that is gone")
  func dangling() throws {
    let gone: Edit = ("standards/content/dicom-kos.yml", "", nil)
    try expect(
      "use-case-dangling",
      "Department to enterprise integration, row IHE KIN: still names DICOM KOS, no longer in "
        + "the portfolio.", gone)
    #expect(try consequences([], [gone]).contains { $0.kind == "relation-dangling" })
  }

  @Test("Says which footnotes get another letter")
  func footnotes() throws {
    try expect(
      "footnote-shifted", "Table 1: Data standards: footnote b becomes a.",
      (
        "standards/data/icd-10.yml",
        "site-deployment:\n    regions: {us: high, canada: high, elsewhere: low}",
        "site-deployment: moderate"
      ))
  }

  @Test("Names the siblings that a change leaves behind, and by what they are siblings")
  func siblings() throws {
    let found = try consequences(
      [],
      ["ihe-xds-b", "ihe-xca"].map {
        ("standards/information-exchange/\($0).yml", "tooling: moderate", "tooling: high")
      })
    let left = try #require(found.first { $0.kind == "siblings-left" })
    #expect(
      left.sentence == "2 of 4 standards by IHE ITI in Volume 1 change tooling from moderate to "
        + "high; IHE ATNA and IHE BPPC do not.")
    #expect(left.standards == ["ihe-atna", "ihe-bppc"])
  }

  @Test("Says what becomes due, and which override is no longer needed")
  func dueAndUnneeded() throws {
    try expect(
      "standard-due", "UDI is now due for preferred; no change moves it there.",
      ("standards/data/udi.yml", "product-adoption: low", "product-adoption: moderate"))
    let found = try consequences(
      [],
      [
        (
          "standards/technical-workflow/ihe-tce.yml", "product-adoption: low",
          "product-adoption: moderate"
        )
      ])
    #expect(found.contains { $0.kind == "override-unneeded" })
  }

  @Test("Quotes the texts that still say the old rating")
  func prose() throws {
    let path = "standards/data/loinc.yml"
    let found = try consequences(
      [(path, "description: |\n", "description: |\n  Its product adoption is moderate.\n")],
      [(path, "product-adoption: moderate", "product-adoption: high")])
    #expect(found.contains { $0.kind == "prose-left-behind" && $0.standards == ["loinc"] })
  }

  @Test("Holds the old criteria against the new ones on the whole portfolio")
  func criteria() throws {
    let refused = try consequences(
      [],
      [
        (
          "criteria.yml", "tooling: {at-least: low, basis: calibrated}",
          "tooling: {at-least: moderate, basis: calibrated}"
        )
      ])
    let refusal = try #require(
      refused.first {
        $0.kind == "criteria-refuse" && $0.standards.contains("dicom-x-ray-rdsr")
      })
    #expect(refusal.sentence.contains("would fall out of preferred: preferred.tooling asks for"))
    try expect(
      "criteria-allow", "LOINC now meets every required criterion of preferred.",
      before: [("standards/data/loinc.yml", "  tooling: moderate", "  tooling: none")],
      (
        "criteria.yml", "tooling: {at-least: low, basis: calibrated}",
        "tooling: {at-least: none, basis: calibrated}"
      ))
  }

  @Test("Says nothing follows where nothing does")
  func nothing() throws {
    #expect(
      try consequences(
        [], [("standards/data/ucum.yml", "tooling: moderate", "tooling: high")]
      ).isEmpty)
  }
}
