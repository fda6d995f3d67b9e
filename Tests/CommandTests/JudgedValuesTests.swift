import Foundation
import TestSupport
import Testing

@Suite("Values that no reader takes")
struct JudgedValuesTests {
  private static let words = ["--title", "T"] + Transcript.words
  private static let waiver = [
    "udi", "--set", "group=preferred", "--waive", "preferred.product-adoption", "--reason", "R",
  ]

  /// Each with what is said of it.
  private static let calls: [(arguments: [String], says: String)] = [
    (waiver + ["--review-by", "2027-13-01"], "'2027-13-01' is not a date"),
    (waiver + ["--review-by", "2027-02-30"], "'2027-02-30' is not a date"),
    (waiver + ["--review-by", "٢٠٢٧-٠١-٠١"], "is not a date"),
    (waiver + ["--review-by", ""], "the date of the review is empty"),
    (waiver + ["--review-by", "2020-01-31"], "was due for review by 2020-01-31"),
    (
      ["udi", "--set", "group=preferred", "--waive", "preferred.product-adoption@mighty"]
        + ["--reason", "R", "--review-by", "2028-01-31"], "'mighty' is not a level"
    ),
    (
      ["udi", "--set", "group=preferred", "--waive", "preferred.product-adoption"]
        + ["--reason", " ", "--review-by", "2028-01-31"], "the reason is empty"
    ),
    (["loinc", "--set", "tooling="], "tooling of LOINC can't be removed: a record needs it"),
    (["loinc", "--set", "scope="], "scope of LOINC can't be removed: a record needs it"),
    (["loinc", "--set", "group="], "group of LOINC can't be removed: a record needs it"),
    (
      ["icd-10", "--set", "assessment.site-deployment.regions="],
      "assessment.site-deployment.regions of ICD-10 can't be removed"
    ),
    (
      ["icd-10", "--set", "assessment.site-deployment.regions.mars=high"], "'mars' is not a region"
    ),
    (
      ["icd-10", "--set", "assessment.site-deployment.regions.us=mighty"], "'mighty' is not a level"
    ),
    (["loinc", "--set", "position=0x"], "'0x' is not a whole number"),
    (["loinc", "--set", "category=dta"], "'dta' is not a category"),
    (["loinc", "--set", "superseded-by=[loink]"], "'loink' is not in the portfolio"),
    (["loinc", "--set", "conforms-to=[LOINK]"], "'LOINK' is not among the portfolio's references"),
    (["loinc", "--set", "tools=[{url: htp}]"], "'htp' is not a link"),
    (["loinc", "--insert", "sdo=Regenstrief Institute"], "sdo of LOINC holds it already"),
    (["loinc", "--drop", "sdo=Nobody"], "sdo of LOINC does not hold it: 'Nobody'"),
    (["loinc", "--insert", "sdo="], "sdo: the item is empty"),
    (["loinc", "--drop", "sdo=Regenstrief Institute"], "a record needs 'sdo'"),
    (["loinc", "--set", "clause=9", "--after", "77"], "there is no proposal 77"),
    (["loinc", "--set", "clause=9", "--exception", ""], "the exception is empty"),
    (["loinc", "--place", "before:nothing"], "the place names a record that is not in the group"),
    (["--delist", "loinc", "--because", " "], "the reason why it is delisted is empty"),
    (
      ["loinc", "--set", "clause=9", "--evidence", ""],
      "the evidence '' does not say where to find it"
    ),
    (
      ["loinc", "--set", "clause=9", "--evidence", "E <>"],
      "the evidence 'E <>' does not say where to find it"
    ),
    (["loinc", "--set", "clause=9", "--evidence", " <https://x.example/>"], "needs 'title'"),
    (
      ["loinc", "--set", "clause=9", "--evidence", "E <htp://x.example>"],
      "'htp://x.example' is not a link"
    ),
    (
      ["loinc", "--set", "clause=9", "--evidence", "E <https://x .example>"],
      "'https://x .example' is not a link"
    ),
    (["loinc", "--set", "clause=9", "--rationale", " "], "the rationale is empty"),
    (["loinc", "--set", "clause=9", "--title", ""], "the title is empty"),
    (["loinc", "--set", "clause=9", "--title", "a\nb"], "a line break in a line of text"),
    (["loinc", "--set", "brief-name= "], "'brief-name' is blank"),
    (["loinc", "--set", "brief-name=\u{3000}"], "'brief-name' is blank"),
    (["loinc", "--set", "description=\u{A0}\u{200B}"], "'description' is blank"),
    (["loinc", "--insert", "sdo= "], "an item of 'sdo' is blank"),
    (["loinc", "--set", "sdo=[A, \"\u{200D}\"]"], "an item of 'sdo' is blank"),
    (["loinc", "--set", "tools=[{label: ' ', url: 'https://x.example/'}]"], "'label' is blank"),
    (["loinc", "--set", "clause=9", "--title", "\u{2060}"], "the title is empty"),
    (["loinc", "--set", "clause=9", "--rationale", "\u{A0}"], "the rationale is empty"),
    (["loinc", "--set", "clause=9", "--evidence", "\u{200B} <https://x.example/>"], "is blank"),
    (
      ["loinc", "--set", "clause=9", "--evidence", "E <\u{200B}>"], "does not say where to find it"
    ),
  ]

  @Test("Are refused before anything is written", arguments: Array(calls.indices).orSome(10))
  func refused(index: Int) throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let (arguments, says) = JudgedValuesTests.calls[index]
    let words = JudgedValuesTests.words.indices.filter { $0 % 2 == 0 }
      .map { Array(JudgedValuesTests.words[$0...($0 + 1)]) }
      .filter { !arguments.contains($0[0]) }.flatMap { $0 }
    let before = try files(sandbox)
    let outcome = try sandbox.rspmaint(["propose"] + arguments + words)
    #expect([1, 64].contains(outcome.code), "\(outcome.out)")
    #expect(outcome.err.contains(says), "\(outcome.err)")
    #expect(outcome.out == "")
    #expect(try sandbox.git("status", "--porcelain", "--ignored") == "")
    #expect(try files(sandbox) == before)
  }

  @Test("Are refused in edits, and found by validate")
  func edited() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let file = "Portfolio/standards/data/loinc.yml"
    try sandbox.edit(file, "sdo: [Regenstrief Institute]", "sdo: [Regenstrief Institute, \" \"]")
    let validated = try sandbox.rspmaint(["validate"])
    #expect(validated.code == 1)
    #expect(validated.out.contains("an item of 'sdo' is blank"), "\(validated.out)")
    let outcome = try sandbox.rspmaint(["propose", "--from-worktree"] + JudgedValuesTests.words)
    #expect(outcome.code != 0)
    #expect((outcome.out + outcome.err).contains("an item of 'sdo' is blank"), "\(outcome.err)")
    #expect(!sandbox.exists("Proposals"))
  }

  @Test("Are a line each where there are several, of whatever kind")
  func several() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let outcome = try sandbox.rspmaint(
      ["propose", "loinc", "--set", "tooling=", "--set", "maturity=final", "--title", ""]
        + ["--rationale", "R", "--evidence", "E <>", "--insert", "sdo=Regenstrief Institute"])
    let lines = outcome.err.split(separator: "\n").filter { $0.hasPrefix("rspmaint: ") }
    #expect(lines.count == 5, "\(outcome.err)")
    #expect(!sandbox.exists("Proposals"))
  }

  @Test("Are refused when a proposal is updated, and old faults are not laid to the new words")
  func updated() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    let refused = try sandbox.rspmaint(["propose", "--update", "1", "--set", "loinc:scope="])
    #expect(refused.code == 1)
    #expect(refused.err.contains("a record needs it"), "\(refused.err)")
    #expect(try sandbox.git("status", "--porcelain") == "")
    try sandbox.rspmaint(["propose", "ucum", "--set", "tooling=high", "--title", "UCUM"])
      .expectDone()
    try sandbox.edit("Portfolio/standards/data/ucum.yml", "tooling: moderate", "tooling: low")
    try sandbox.commitAll("Make the draft stale")
    try sandbox.rspmaint(["propose", "--update", "2", "--rationale", "Better said."]).expectDone()
  }

  @Test("Are refused in reviews and closings", arguments: ["", " ", "\n", "\u{A0}", "\u{200B}"])
  func words(empty: String) throws {
    let sandbox = try Template.approved.sandbox(committee: true)
    defer { sandbox.remove() }
    for (arguments, actor) in [
      (["review", "1", "--object", "--comment", empty], Sandbox.Actor.reviewer),
      (["reject", "1", "--because", empty], .chair),
      (["withdraw", "1", "--because", empty], .editor),
    ] {
      let outcome = try sandbox.rspmaint(arguments, as: actor)
      #expect(outcome.code == 64, "\(arguments): \(outcome.out)\(outcome.err)")
      #expect(try sandbox.git("status", "--porcelain") == "", "\(arguments)")
    }
  }

  @Test("Take back what a draft put into a list, and leave no change behind")
  func takenBack() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    let before = try sandbox.read("Proposals/0001-loinc-to-high/proposal.yml")
    for option in ["--insert", "--drop"] {
      try sandbox.rspmaint(["propose", "--update", "1", option, "loinc:sdo=Another"]).expectDone()
    }
    #expect(try sandbox.read("Proposals/0001-loinc-to-high/proposal.yml") == before)
  }

  private func files(_ sandbox: Sandbox) throws -> [String] {
    let names = FileManager.default.enumerator(atPath: sandbox.root)?.allObjects as? [String] ?? []
    return names.filter { !$0.hasPrefix(".git/") }.sorted()
  }
}
