import Diagnostics
import Foundation
import PortfolioModel
import Testing

@Suite("Malformed portfolios")
struct MalformedTests {
  @Test("Fires the rule of each case", arguments: MalformedCase.all)
  func fires(malformed: MalformedCase) throws {
    let rules = try malformed.rules()
    #expect(rules.contains(malformed.rule), "fired: \(rules.map(\.rawValue).sorted())")
  }

  @Test("Is silent on the shipped portfolio")
  func silent() throws {
    let expected: Set<RuleID> = [
      .overrideAsPublished, .ratedAboveBase, .buildsOnLegacy, .proseLeftBehind, .useCaseAmbiguous,
      .useCaseNamesEmerging, .standardsWithoutUseCase, .overrideWithoutGround, .formalNameShared,
    ]
    #expect(try MalformedCase(.unreadableFile) { _ in }.rules() == expected)
  }

  @Test("Covers every rule that a run of the verbs does not")
  func coverage() {
    let fired = Set(MalformedCase.all.map(\.rule))
    // These are about the history, or take a program, and are fired by the tests of the commands.
    var elsewhere: Set<RuleID> = [
      .inexpressibleEdit, .changelogOutdated, .moreFindings, .beyondLimit, .reviewSignatureInvalid,
      .reviewSignatureUnchecked,
      .reviewDeleted, .reviewRestored, .reviewReassigned, .objectionReplaced, .reviewNotTheirs,
      .closingNotAllowed, .resolutionNotAllowed, .closedProposalChanged, .repeatedProposal,
    ]
    // These are about a history and fired by the forged histories there.
    elsewhere.formUnion(RuleID.allCases.filter { $0.rawValue.hasPrefix("audit-") })
    #expect(fired.union(elsewhere) == Set(RuleID.allCases))
    #expect(fired.isDisjoint(with: elsewhere))
  }

  @Test("Names for each rule its mirror, or why it has none")
  func mirrors() {
    for rule in RuleID.allCases {
      #expect(!rule.summary.isEmpty)
      if case .none(let reason) = rule.mirror { #expect(!reason.isEmpty) }
    }
  }

  @Test("Hides no finding of another file behind a broken one")
  func independence() throws {
    let rules = try MalformedCase(.yamlSyntax) { files in
      files.set("Portfolio/standards/data/loinc.yml", "a: [")
      files.edit("Portfolio/standards/data/ucum.yml", "tooling: moderate", "tooling: none")
      files.edit("Portfolio/standards/data/udi.yml", "group: emerging", "group: emergin")
    }.rules()
    #expect(rules.isSuperset(of: [.yamlSyntax, .criterionMissed, .unknownWord]))
    #expect(!rules.contains(.unknownStandard))
  }
}
