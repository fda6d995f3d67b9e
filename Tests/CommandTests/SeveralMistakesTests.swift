import TestSupport
import Testing

@Suite("Several mistakes in one call")
struct SeveralMistakesTests {
  private static let words = ["--title", "T", "--rationale", "R", "--evidence", "E <Table 1>"]

  /// Each with what it prints, a line each, and the code that it ends with.
  private static let calls: [(arguments: [String], code: Int32, lines: [String])] = [
    (
      ["commit", "7", "8"], 66,
      ["rspmaint: there is no proposal 0007", "rspmaint: there is no proposal 0008"]
    ),
    (
      ["propose", "loinc", "ucum", "--set", "maturity=final"] + words, 1,
      [
        "rspmaint: maturity of LOINC is final already",
        "  help: a rating that was reassessed unchanged: '--confirm maturity'",
        "rspmaint: maturity of UCUM is final already",
        "  help: a rating that was reassessed unchanged: '--confirm maturity'",
      ]
    ),
    (
      ["propose", "loinc", "--set", "tooling=mighty", "--insert", "scope=x"] + words, 64,
      [
        "rspmaint: 'mighty' is not a level of tooling",
        "  help: allowed: none, low, moderate, high", "rspmaint: scope is not a list",
        "  help: use '--set scope=VALUE'",
      ]
    ),
    (
      ["propose", "Loinc?", "Ucum?", "--set", "tooling=high"] + words, 64,
      [
        "rspmaint: 'Loinc?' is not in the portfolio", "  help: did you mean 'loinc' (LOINC)?",
        "rspmaint: 'Ucum?' is not in the portfolio", "  help: did you mean 'ucum' (UCUM)?",
      ]
    ),
    (
      ["format", "nothing.yml", "neither.yml"], 66,
      [
        "rspmaint: there is no record at 'nothing.yml'",
        "  help: name files or folders under Portfolio/ or Proposals/",
        "rspmaint: there is no record at 'neither.yml'",
        "  help: name files or folders under Portfolio/ or Proposals/",
      ]
    ),
    (
      ["diff", "--proposal", "7", "8"], 66,
      [
        "rspmaint: there is no proposal 0007", "  help: 'rspmaint propose' writes one",
        "rspmaint: there is no proposal 0008", "  help: 'rspmaint propose' writes one",
      ]
    ),
  ]

  @Test("Are a line each, with the help of each", arguments: calls.indices)
  func lines(index: Int) throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let call = SeveralMistakesTests.calls[index]
    let outcome = try sandbox.rspmaint(call.arguments)
    #expect(outcome.err == call.lines.map { $0 + "\n" }.joined())
    #expect(outcome.code == call.code)
    #expect(outcome.out == "")
  }

  @Test("End with the code of the gravest")
  func gravest() throws {
    let sandbox = try Template.approved.sandbox(committee: true)
    defer { sandbox.remove() }
    try sandbox.rspmaint(["propose", "ucum", "--set", "tooling=high", "--title", "T"])
      .expectDone()
    let outcome = try sandbox.rspmaint(["commit", "1", "2", "9"])
    #expect(outcome.code == 66)
    #expect(outcome.err.contains("rspmaint: proposal 0002 is draft, not open\n"))
    #expect(outcome.err.hasSuffix("rspmaint: there is no proposal 0009\n"))
  }

  @Test("Are told of by the audit as findings of their own, each with its help")
  func audit() throws {
    let sandbox = try Template.approved.sandbox(committee: true)
    defer { sandbox.remove() }
    try sandbox.rspmaint(["commit", "1"]).expectDone()
    // As if the second approval had been an abstention.
    try sandbox.shell(
      """
      git reset -q --hard HEAD~1
      sed -i 's/approve/abstain/' Proposals/0001-*/reviews/siri-second.yml
      git commit -qam Abstain && git cherry-pick --no-commit HEAD@{2} && git commit -q -C HEAD@{2}
      """)
    let outcome = try sandbox.rspmaint(["audit", "--since", "HEAD~2"])
    #expect(outcome.code == 1)
    let lines = outcome.out.split(separator: "\n").filter { $0.contains("proposal 0001 needs") }
    #expect(lines.count == 1)
    #expect(lines.allSatisfy { !$0.contains("; ") }, "\(lines)")
    #expect(
      outcome.out.contains(
        "  help: the review by siri-second (abstain) does not count: an abstention is not an approval"
      ),
      "\(outcome.out)")
  }
}

extension Sandbox.Outcome {
  func expectDone(_ location: SourceLocation = #_sourceLocation) {
    #expect(code == 0, "\(err)\(out)", sourceLocation: location)
  }
}
