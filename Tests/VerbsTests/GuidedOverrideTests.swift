import PortfolioModel
import Testing
import Verbs

@Suite("The override of a guided proposal")
struct GuidedOverrideTests {
  static let granted = ["oak", "5", "preferred", "7", "First.", "", "Reason.", "next-edition"]
  static let second = ["8", "birch", "2", "us", "low", "7"]

  @Test("Is told of and asked for before the words")
  func asked() throws {
    let session = try GuidedSession(["oak", "5", "preferred", "9"])
    #expect(
      session.transcript.hasSuffix(
        """
        > 9
        ACORN A needs an override before this can be open.
        Missed: preferred.maturity, preferred.product-adoption.
        The footnote that explains the override

        """))
  }

  @Test("Names the levels it is granted at")
  func levels() throws {
    let session = try GuidedSession(Self.granted + GuidedProposalTests.toDraft)
    #expect(
      session.request?.waives == [
        "acorn-a:preferred.maturity@trial-use", "acorn-a:preferred.product-adoption@low",
      ])
    #expect(try session.changes().count == 2)
  }

  @Test("Is asked for again where a rating falls below what it was granted at")
  func undercut() throws {
    let session = try GuidedSession(Self.granted + ["1", "published-draft", "9"])
    #expect(session.transcript.contains("Missed: preferred.maturity."))
  }

  @Test("Goes where nothing is missed any more")
  func unneeded() throws {
    let session = try GuidedSession(
      Self.granted + ["1", "final", "2", "moderate"] + GuidedProposalTests.toDraft)
    #expect(session.request?.waives == [])
    #expect(session.request?.override.text == nil)
    #expect(try session.changes().count == 1)
  }

  @Test("Stays where a second one is not granted after all")
  func back() throws {
    let session = try GuidedSession(
      Self.granted + Self.second + ["Second.", "back", "back", "2", "us", "high"]
        + GuidedProposalTests.toDraft)
    #expect(session.request?.override.text == "First.\n")
    #expect(session.request?.waives.count == 2)
  }

  @Test("Stands beside one for another standard")
  func both() throws {
    let session = try GuidedSession(
      Self.granted + Self.second + ["Second.", "", "Another reason.", "2027-01-05"]
        + GuidedProposalTests.toDraft)
    #expect(session.request?.override.text == "First.\n")
    #expect(session.request?.grants.map(\.override.text) == ["Second.\n"])
    #expect(session.request?.grants.map(\.waives) == [["birch:preferred.product-adoption@us=low"]])
    let granted = try session.changes().filter { $0.subject.kind == .override }
    #expect(
      granted.map(\.subject.id.text) == ["acorn-a-maturity", "birch-product-adoption"])
  }

  @Test("Explains a move that misses nothing, and goes with the move")
  func move() throws {
    let moved = [
      "acorn b", "5", "preferred", "7", "It rose.", "", "Products followed.", "next-edition",
    ]
    let session = try GuidedSession(moved + GuidedProposalTests.toDraft)
    #expect(
      session.transcript.contains(
        """
        It goes from emerging to preferred.
        The footnote that explains the move

        """))
    #expect(session.request?.explains == ["acorn-b"])
    #expect(try session.changes().count == 2)
    let back = try GuidedSession(
      moved + ["5", "emerging", "1", "same"] + GuidedProposalTests.toDraft)
    #expect(back.request?.explains == [])
    #expect(back.request?.override.text == nil)
  }

  @Test("Says whose words the footnote is in")
  func words() throws {
    let answers = ["oak", "5", "preferred", "7", "First.", "A publication", "A, Table 1, b", "no"]
    let session = try GuidedSession(
      answers + ["Reason.", "next-edition"] + GuidedProposalTests.toDraft)
    #expect(session.transcript.contains("Say where in it too, as 'PUBLICATION, PLACE'."))
    let override = try #require(session.request?.override)
    #expect(override.isParaphrase && override.origin == "A" && override.clause == "Table 1, b")
  }

  @Test("Is asked for whichever standard misses")
  func earlierStandard() throws {
    let session = try GuidedSession(
      ["oak", "5", "preferred", "8", "acorn b", "5", "preferred", "9"])
    #expect(session.transcript.contains("ACORN A needs an override before this can be open."))
  }
}
