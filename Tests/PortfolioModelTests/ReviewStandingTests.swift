import PortfolioModel
import Testing

@Suite("What reviews amount to")
struct ReviewStandingTests {
  private static let committee = """
    members:
      - {id: ada, name: Ada, email: Ada@x.example, affiliation: X, role: chair}
      - {id: bob, name: Bob, email: bob@y.example, affiliation: Y, role: member}
      - {id: cy, name: Cy, email: cy@y.example, affiliation: Y, role: member}
      - {id: dee, name: Dee, email: dee@z.example, affiliation: Z, role: member, until: 2026-05-31}
    """
  private static let content = String(repeating: "a", count: 40)

  private func review(
    _ file: String, _ verdict: String = "approve", of content: String = content,
    by reviewer: String? = nil, date: String = "2026-05-01"
  ) throws -> Review {
    let text =
      "\(reviewer.map { "reviewer: \($0)" } ?? "member: \(file)")\ndate: \(date)\n"
      + "verdict: \(verdict)\ncontent: \(content)\n"
      + (verdict == "object" ? "comment: No.\n" : "")
    return try #require(Review(file: file, fields: try Sample.fields(text, .review)))
  }

  private func standing(
    _ reviews: Review..., committee: String? = committee, own: Set<String> = [],
    state: String = "status: open\n", nature: String = "assessment",
    on today: String = "2026-06-01",
    signed: Bool = false
  ) throws -> ReviewStanding {
    let base = try Sample.portfolio(
      [try Sample.standard("a")],
      criteria: Sample.criteriaText + (signed ? "\n  require-signed-reviews: true\n" : "\n"),
      committee: committee)
    let known: ProposalState = try #require(
      ProposalState(fields: try Sample.fields(state, .state)))
    return ReviewStanding(
      of: try Sample.proposal("  - standard: a\n    confirm: [tooling]\n", nature: nature),
      content: ReviewStandingTests.content, reviews: reviews,
      state: known,
      signatures: ReviewSignatures(
        of: reviews, settledBy: [], on: base, by: Scribbles(), blobID: { $0 }),
      on: base, ownPeople: own, today: try Sample.day(today))
  }

  private func discounts(_ standing: ReviewStanding) -> [String] {
    standing.discounted.map { "\($0.review.file) \($0.why)" }
  }

  @Test("Asks for approvals and affiliations by the nature of the proposal")
  func quorum() throws {
    #expect(try standing().needs == ["2 approvals from 2 affiliations"])
    let one = try standing(review("ada"))
    #expect(one.needs == ["one more approval, from another affiliation than X"])
    let colleagues = try standing(review("bob"), review("cy"))
    #expect(!colleagues.isEnough && colleagues.missingApprovals == 0)
    #expect(colleagues.needs == ["one more approval, from another affiliation than Y"])
    #expect(try standing(review("ada"), review("bob")).isEnough)
    #expect(try standing(review("bob"), nature: "editorial").isEnough)
    #expect(try !standing(review("bob"), nature: "correction").isEnough)
  }

  @Test("Counts no approval of another content, by own people, or of strangers")
  func discounted() throws {
    let standing = try standing(
      review("ada"), review("bob", of: String(repeating: "b", count: 40)), review("cy", "abstain"),
      review("eve"), review("zoe-1", by: "Zoe <zoe@q.example>"), own: ["ada@x.example"])
    #expect(standing.approvals.isEmpty)
    #expect(
      discounts(standing)
        == ["ada own", "bob lapsed", "cy abstained", "eve unknown", "zoe-1 unknown"])
  }

  @Test("Counts a member up to the last day and not after")
  func membership() throws {
    let after = try standing(review("dee"))
    #expect(discounts(after) == ["dee inactive"])
    let before = try standing(review("dee"), on: "2026-05-31")
    #expect(before.approvals.map(\.file) == ["dee"])
  }

  @Test("Stops at an objection, whatever its content, until a chair settles it")
  func objections() throws {
    let objection = try review("cy", "object", of: String(repeating: "b", count: 40))
    let stopped = try standing(review("ada"), review("bob"), objection)
    #expect(!stopped.isEnough)
    #expect(stopped.needs == ["the objection of cy settled"])
    func state(_ date: String) -> String {
      "status: open\nresolved:\n  - {reviewer: cy, by: ada, date: \(date), because: B}\n"
    }
    let settled = try standing(
      review("ada"), review("bob"), objection, state: state("2026-05-02"))
    #expect(settled.isEnough && discounts(settled) == ["cy resolved"])
    #expect(
      try !standing(review("ada"), review("bob"), objection, state: state("2026-04-30")).isEnough)
  }

  @Test("Lets an objection stand when its author's membership has ended")
  func objectionOutlivesMembership() throws {
    let objection = try review("dee", "object")
    #expect(try standing(objection, on: "2026-06-01").objections.map(\.file) == ["dee"])
    // Made when it had ended already, it is a former member's word.
    let late = try review("dee", "object", date: "2026-06-01")
    #expect(try discounts(standing(late, on: "2026-06-02")) == ["dee inactive"])
  }

  @Test("Lets no chair settle an objection to an own proposal, or after the membership's end")
  func whoSettles() throws {
    let objection = try review("cy", "object")
    let state =
      "status: open\nresolved:\n  - {reviewer: cy, by: ada, date: 2026-05-02, because: B}\n"
    #expect(try standing(objection, state: state).objections.isEmpty)
    #expect(try !standing(objection, own: ["ada@x.example"], state: state).objections.isEmpty)
    let left = ReviewStandingTests.committee.replacing(
      "role: chair", with: "role: chair, until: 2026-05-15")
    #expect(
      try standing(objection, committee: left, state: state, on: "2026-05-15").objections.isEmpty)
    #expect(try !standing(objection, committee: left, state: state).objections.isEmpty)
  }

  @Test("Lets a settled review be by an own person, who may object")
  func ownObjection() throws {
    #expect(try !standing(review("ada", "object"), own: ["ada@x.example"]).objections.isEmpty)
  }

  @Test("Takes one approval by someone else where there is no committee")
  func withoutCommittee() throws {
    let none = try standing(committee: nil)
    #expect(none.assumesNoCommittee && none.needs == ["one approval by someone else"])
    #expect(try standing(review("zoe-1", by: "Zoe <zoe@q.example>"), committee: nil).isEnough)
    #expect(
      try !standing(
        review("zoe-1", by: "Zoe <ZOE@q.example>"), committee: nil, own: ["zoe@q.example"]
      ).isEnough)
    #expect(try discounts(standing(review("ada"), committee: nil)) == ["ada unknown"])
  }

  @Test("Counts a member once, by whatever name the review goes")
  func oncePerMember() throws {
    let twice = try standing(
      review("bob"), review("bob-y-example-1", by: "Bob <BOB@y.example>"))
    #expect(!twice.isEnough && twice.missingApprovals == 1 && twice.missingAffiliations == 1)
    let left = try standing(review("dee-z-example-1", by: "Dee <dee@z.example>"))
    #expect(discounts(left) == ["dee-z-example-1 inactive"])
    let withPerson = try standing(review("ada"), review("bob-1", by: "Bob <bob@y.example>"))
    #expect(withPerson.isEnough)
  }
}
