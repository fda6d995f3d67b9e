import Diagnostics
import TestSupport
import Testing

@Suite("The catalogue of rules")
struct RulesTests {
  private func rules(_ arguments: String...) throws -> Sandbox.Outcome {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    return try sandbox.start(Sandbox.binary, ["rules"] + arguments, .editor, input: nil)
  }

  @Test("Is the article of the manual")
  func article() throws {
    let outcome = try rules("--catalogue", "--format", "markdown")
    #expect(outcome.code == 0 && outcome.err == "")
    try expectSame(
      outcome.out, asSnapshot: "../../../Sources/Commands/Manual.docc/Reference/Rules.md")
    for rule in RuleID.allCases { #expect(outcome.out.contains("\n## \(rule.rawValue)\n")) }
  }

  @Test("Has an example and a remedy for each rule, each its own")
  func guidance() {
    var examples: Set<String> = []
    for rule in RuleID.allCases {
      let guidance = rule.guidance
      #expect(!guidance.example.isEmpty && !guidance.remedy.isEmpty, "\(rule)")
      #expect(examples.insert(guidance.example).inserted, "\(rule)")
      #expect(guidance.example.count <= 80 && !guidance.example.hasSuffix("."), "\(rule)")
    }
  }

  @Test("Shows the rules that are asked for")
  func named() throws {
    let outcome = try rules("stale-change", "standard-due")
    #expect(
      outcome.out == """
        Rules
        =====

        The rules that findings name, each with an example and with what to do.

        stale-change
        ------------

        error: A change to a value that has changed meanwhile.

        - Example: from: low, where it is moderate by now
        - What to do: take the present values: 'rspmaint refresh 3'

        standard-due
        ------------

        note: A record meets the criteria of another group.

        - Example: an emerging standard that all use
        - What to do: propose the move, or hold it with a reason

        """)
    let unknown = try rules("stale-chnge")
    #expect(unknown.code == 64)
    #expect(
      unknown.err
        == "rspmaint: there is no rule 'stale-chnge'\n  help: did you mean 'stale-change'?\n")
  }
}
