import TestSupport
import Testing

@Suite("Changes of a rating by region")
struct RegionalChangeTests {
  private static let words = ["--title", "T"] + Transcript.words
  private static let file = "Proposals/0001-t/proposal.yml"

  @Test(
    "Refuse a plain level, and say how to set a region and how to drop them",
    arguments: ["site-deployment", "assessment.site-deployment"])
  func plainLevel(field: String) throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let outcome = try sandbox.rspmaint(
      ["propose", "icd-10", "--set", field + "=high"] + RegionalChangeTests.words)
    #expect(outcome.code == 1)
    #expect(
      outcome.err == """
        rspmaint: site deployment of ICD-10 is rated by region: us high, canada high, elsewhere low
          help: one region: '--set deployment.us=LEVEL'
          help: one level in place of them: '--set deployment=high --drop-regions'

        """)
    #expect(!sandbox.exists("Proposals"))
  }

  @Test("Take a plain level where the regions are to go, and say that they do")
  func dropped() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let outcome = try sandbox.rspmaint(
      ["propose", "icd-10", "--set", "site-deployment=high", "--drop-regions"]
        + RegionalChangeTests.words)
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(
      outcome.out.contains(
        "ICD-10 loses its regions of site deployment: us high, canada high, elsewhere low.\n"))
    let text = try sandbox.read(RegionalChangeTests.file)
    #expect(text.contains("regions: {us: high, canada: high, elsewhere: low}"), "\(text)")
    #expect(text.contains("to: high"))
    // What the proposal has made plain is plain from now on.
    try sandbox.rspmaint(["propose", "--update", "1", "--set", "icd-10:site-deployment=low"])
      .expectDone()
  }

  @Test("Say that regions go which an edit takes away")
  func edited() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.edit(
      "Portfolio/standards/data/icd-10.yml",
      "  site-deployment:\n    regions: {us: high, canada: high, elsewhere: low}\n",
      "  site-deployment: high\n")
    let outcome = try sandbox.rspmaint(["propose", "--from-worktree"] + RegionalChangeTests.words)
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(outcome.out.contains("ICD-10 loses its regions of site deployment: us high,"))
  }

  @Test("Refuse a plain level when a proposal is updated, and leave it as it is")
  func updated() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    let outcome = try sandbox.rspmaint(
      ["propose", "--update", "1", "--set", "icd-10:site-deployment=high"])
    #expect(outcome.code == 1)
    #expect(outcome.err.contains("is rated by region"))
    #expect(try sandbox.git("status", "--porcelain") == "")
  }

  /// Each would lose something without a word, or be something that no reader takes.
  private static let neighbours: [(set: String, says: String)] = [
    (
      "icd-10:assessment.site-deployment={regions: {us: high}}",
      "site deployment of ICD-10 is also rated for canada high, elsewhere low"
    ),
    (
      "icd-10:assessment.site-deployment.regions={us: low, canada: low}",
      "site deployment of ICD-10 is also rated for elsewhere low"
    ),
    (
      "loinc:assessment.site-deployment.combined=high",
      "site deployment of LOINC is one level, not rated by region: moderate"
    ),
    (
      "loinc:assessment.site-deployment.regions.us=high",
      "site deployment of LOINC is one level, not rated by region: moderate"
    ),
    ("loinc:assessment.maturity.note=x", "maturity of LOINC is one level"),
    ("icd-10:conforms-to=ICD-9", "conforms-to of ICD-10 is {any-of: [ICD-9, ICD-10, ICD-11]}"),
    ("loinc:conforms-to.any-of=[LOINC]", "conforms-to of LOINC is [LOINC]"),
    ("icd-10:related-to=icd-9", "related-to of ICD-10 is [{external: ICD-10-GM}]"),
    ("icd-10:relation-notes=x", "expected a relation's note, found text"),
  ]

  @Test("Lose nothing else without a word", arguments: neighbours.indices)
  func losses(index: Int) throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let (set, says) = RegionalChangeTests.neighbours[index]
    let outcome = try sandbox.rspmaint(["propose", "--set", set] + RegionalChangeTests.words)
    #expect(outcome.code == 1 || outcome.code == 64)
    #expect(outcome.err.contains(says), "\(outcome.err)")
    #expect(!sandbox.exists("Proposals"))
  }

  @Test("Take one region, and a whole rating by region")
  func taken() throws {
    for set in [
      "icd-10:assessment.site-deployment.regions.us=low",
      "loinc:assessment.site-deployment={combined: low, regions: {us: high, elsewhere: low}}",
    ] {
      let sandbox = try Template.bare.sandbox(committee: false)
      defer { sandbox.remove() }
      let outcome = try sandbox.rspmaint(["propose", "--set", set] + RegionalChangeTests.words)
      #expect(outcome.code == 0, "\(outcome.err)")
    }
  }
}
