import Diagnostics
import PortfolioModel
import Records
import Testing

@Suite("The ballot rule and the bodies that vote")
struct BallotRuleTests {
  static let text = """
    basis: decided 7
    approve: {of: p-members, at-least: 2/3}
    negative: {of: all, at-most: 1/4}
    leaves-out: [abstention, negative-without-technical-reason]
    returned: {at-least: 1/2}
    days: {at-least: 28}
    must-vote: [de]
    meeting: {from: 1/2}
    """

  static let committee = """
    members:
      - {id: ada, name: Ada, email: ada@x.example, affiliation: House, role: chair}
      - {id: bob, name: Bob, email: bob@y.example, affiliation: Yard, role: member}
    bodies:
      - {id: de, name: Germany, status: p-member, voter: ada, substitute: bob}
      - {id: hl7, name: HL7, status: liaison, voter: bob}
    """

  private static let criteria =
    Sample.criteriaText + "\nballot:\n"
    + text.split(separator: "\n").map { "  \($0)\n" }.joined()

  private func base() throws -> Portfolio {
    try Sample.portfolio(criteria: BallotRuleTests.criteria, committee: BallotRuleTests.committee)
  }

  @Test(
    "Reads a fraction from 0 to 1, and nothing else",
    arguments: [
      ("2/3", true), ("0/1", true), ("4/4", true), ("3/2", false), ("1/0", false), ("0.5", false),
      ("1/03", false), ("-1/2", false), ("1/2/3", false), (" 1/2", false), ("1/1000000", false),
    ])
  func fractions(text: String, isOne: Bool) {
    #expect((Fraction(text) != nil) == isOne)
    #expect(Fraction(text)?.description ?? text == text)
  }

  @Test("Compares fractions exactly")
  func comparison() throws {
    let (third, limit) = (try #require(Fraction("333333/999999")), try #require(Fraction("1/3")))
    #expect(third.isAtLeast(limit) && third.isAtMost(limit))
    let more = try #require(Fraction("333334/999999"))
    #expect(more.isAtLeast(limit) && !more.isAtMost(limit))
    let nothing = try #require(Fraction(0, of: 0))
    #expect(!nothing.isAtLeast(limit) && nothing.isAtMost(limit))
  }

  @Test("Says the rule in words")
  func words() throws {
    let rule = try #require(BallotRule(fields: Sample.fields(BallotRuleTests.text, .ballotRule)))
    #expect(
      rule.sentences == [
        "A proposal is approved where at least 2/3 of the votes cast by p-members are in favour, "
          + "and at most 1/4 of the votes cast by all p- and o-members are negative.",
        "Left out of both fractions are abstentions and negative votes without a technical reason.",
        "At least 1/2 of p-members have to answer; an abstention is an answer.",
        "Voting takes at least 28 days.", "Without an answer of de nothing is approved.",
        "A proposal that fails with at least 1/2 in favour needs a meeting.",
        "The rule's basis: decided 7.",
      ])
  }

  @Test("Keeps the canonical text of the rule and of the bodies")
  func canonical() {
    let rule = BallotRuleTests.text + "\n"
    #expect(RecordFile(Array(rule.utf8), path: "x", schema: .ballotRule).isCanonical)
    let committee = BallotRuleTests.committee + "\n"
    #expect(RecordFile(Array(committee.utf8), path: "x", schema: .committee).isCanonical)
  }

  @Test("A proposal changes the rule, and is then its basis")
  func change() throws {
    let proposal = try Sample.proposal(
      "  - criteria: demo\n    set:\n      - {field: ballot.approve.at-least, from: 2/3, to: 3/4}\n"
    )
    let application = Application(proposal, to: try base())
    #expect(application.findings.isEmpty)
    let rule = try #require(application.portfolio.criteria.ballotRule)
    #expect(rule.approval == Fraction("3/4"))
    #expect(rule.basis == "decided 3")
  }

  @Test("A proposal adds, changes and removes bodies")
  func bodies() throws {
    let proposal = try Sample.proposal(
      """
        - body: fr
          add: {name: France, status: o-member, voter: bob}
        - body: de
          set:
            - {field: substitute, from: bob}
        - body: hl7
          remove: true

      """)
    let application = Application(proposal, to: try base())
    #expect(application.findings.isEmpty, "\(application.findings)")
    let bodies = try #require(application.portfolio.committee).bodies
    #expect(bodies.map(\.id.text) == ["de", "fr"])
    #expect(bodies.map(\.substitute) == [nil, nil])
    #expect(bodies.map(\.status) == [.pMember, .oMember])
  }

  @Test("Refuses a voter who is no member, and a needed vote of a body that has none")
  func checks() throws {
    let committee = BallotRuleTests.committee.replacing("voter: bob", with: "voter: bobb")
      .replacing("id: de", with: "id: dee")
    let portfolio = try Sample.portfolio(
      criteria: BallotRuleTests.criteria, committee: committee)
    let findings = BallotRulesCheck(portfolio).findings()
    #expect(findings.map(\.rule) == [.bodyVoterUnknown, .ballotBodyUnknown])
    #expect(findings.map(\.path.description) == ["bodies.1.voter", "ballot.must-vote.0"])
    #expect(
      findings.map { $0.help.map(\.parts) } == [
        [[.words("did you mean 'bob'?")]], [[.words("did you mean 'dee'?")]],
      ])
    #expect(BallotRulesCheck(try base()).findings().isEmpty)
  }
}
