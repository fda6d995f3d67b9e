import TestSupport
import Testing

@Suite("Flags of one call that contradict each other")
struct ContradictionTests {
  private static let words = ["--title", "T"] + Transcript.words
  private static let regional = "assessment.site-deployment"

  /// Each with what is said of it.
  private static let calls: [(arguments: [String], says: String)] = [
    (
      ["loinc", "--set", "clause=8", "--set", "clause=9"],
      "clause of LOINC is set to 8 and to 9"
    ),
    (
      ["loinc", "--set", "loinc:tooling=low", "--set", "assessment.tooling=high"],
      "tooling of LOINC is set to low and to high"
    ),
    (
      ["icd-10", "--set", "\(regional)={regions: {us: low, canada: low, elsewhere: low}}"]
        + ["--set", "\(regional).regions.us=high"], "is set to low and to high"
    ),
    (
      ["icd-10", "--set", "\(regional).regions.us=moderate"]
        + ["--set", "\(regional)={regions: {us: low, canada: low, elsewhere: low}}"],
      "is set to moderate and to low"
    ),
    (
      ["loinc", "--set", "tooling=high", "--confirm", "tooling"],
      "tooling of LOINC is set and confirmed"
    ),
    (
      ["loinc", "--set", "tooling=high", "--delist", "loinc", "--because", "B"],
      "LOINC is changed and delisted"
    ),
    (
      ["--criteria", "preferred.site-deployment=moderate"]
        + ["--criteria", "preferred.site-deployment=low"],
      "preferred.site-deployment is set to moderate and to low"
    ),
  ]

  @Test("Are refused, and both are named", arguments: Array(calls.indices).orSome(3))
  func refused(index: Int) throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let (arguments, says) = ContradictionTests.calls[index]
    let outcome = try sandbox.rspmaint(["propose"] + arguments + ContradictionTests.words)
    #expect(outcome.code == 64, "\(outcome.out)")
    #expect(outcome.err.contains(says), "\(outcome.err)")
    #expect(!sandbox.exists("Proposals"))
  }

  @Test("Are none where a part is said after the whole, in one call or in an update")
  func merged() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let whole = "\(ContradictionTests.regional)={regions: {us: low, canada: low, elsewhere: low}}"
    try sandbox.rspmaint(
      ["propose", "icd-10", "--set", whole, "--set", "\(ContradictionTests.regional).note=Said."]
        + ContradictionTests.words
    ).expectDone()
    try sandbox.rspmaint(
      [
        "propose", "--update", "1", "--set",
        "icd-10:\(ContradictionTests.regional).regions.us=none",
      ]
    ).expectDone()
    let text = try sandbox.read("Proposals/0001-t/proposal.yml")
    #expect(text.contains("us: none, canada: low, elsewhere: low"), "\(text)")
    #expect(text.contains("note: Said."), "\(text)")
    #expect(!text.contains("regions.us"), "\(text)")
  }

  @Test("Take regions away with --drop-regions alone, in a whole assessment too")
  func assessment() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let file = try sandbox.read("Portfolio/standards/data/icd-10.yml")
    let ratings = file.split(separator: "\n").drop { !$0.hasPrefix("assessment:") }.dropFirst()
      .prefix { $0.hasPrefix("  ") }.filter { !$0.hasPrefix("    ") }
      .map { $0.hasSuffix(":") ? "\($0.dropFirst(2)) high" : "\($0.dropFirst(2))" }
    let set = ["icd-10", "--set", "assessment={\(ratings.joined(separator: ", "))}"]
    let outcome = try sandbox.rspmaint(["propose"] + set + ContradictionTests.words)
    #expect(outcome.code == 1, "\(outcome.out)")
    #expect(
      outcome.err.contains("site deployment of ICD-10 is rated by region: us high"),
      "\(outcome.err)")
    try sandbox.rspmaint(["propose", "--drop-regions"] + set + ContradictionTests.words)
      .expectDone()
  }
}
