import PortfolioModel
import Testing
import Verbs

@Suite("What a guided proposal can change besides ratings")
struct GuidedKindTests {
  static let toDraft = ["done", "Title", "Because.", "", "yes"]
  static let added = [
    "add", "cedar", "1", "CEDAR", "Cedar codes", "What it is for.", "emerging", "trial-use", "low",
    "low", "2", "Cedar Group",
  ]

  @Test("Adds a standard by a question for each field that it needs")
  func addition() throws {
    let session = try GuidedSession(Self.added + GuidedProposalTests.toDraft)
    #expect(session.transcript.contains("CEDAR then meets what emerging requires."))
    #expect(session.transcript.contains("  CEDAR added, emerging\n"), "\(session.transcript)")
    let change = try #require(try session.changes().first)
    #expect(change.addedContent?.text("brief-name") == "CEDAR")
    #expect(change.addedContent?.lines("sdo") == ["Cedar Group"])
    #expect(change.addedContent?.fields("assessment")?.text("tooling") == "low")
  }

  @Test("Asks again for what no record takes, and for an id that is taken")
  func additionRefused() throws {
    let session = try GuidedSession(["add", "birch", "Cedar Codes", "cedar", "nothing", "data"])
    #expect(session.transcript.contains("'birch' is in the portfolio already"))
    #expect(session.transcript.contains("such as 'cedar-codes'"))
    #expect(session.transcript.contains("'nothing' is not a category"))
    #expect(
      session.transcript.hasSuffix("brief-name: the name by which it is called, on one line\n"))
  }

  @Test("Delists a standard, and says what then can't be open")
  func delisting() throws {
    let session = try GuidedSession(["birch", "delist", "Nobody uses it.", ""] + Self.toDraft)
    #expect(
      session.transcript.contains(
        "It can't be open yet: BIRCH can not go from preferred to delisted"),
      "\(session.transcript)")
    #expect(session.transcript.contains("  BIRCH delisted\n"))
    guard case .delist(let delisting)? = try session.changes().first?.action else {
      Issue.record("\(session.transcript)")
      return
    }
    #expect(delisting.because == "Nobody uses it.")
  }

  @Test("Changes a threshold, and grants transitions to who would miss it")
  func criterion() throws {
    let session = try GuidedSession(
      ["criterion", "2", "high", "2027-01-05"] + Self.toDraft)
    #expect(session.transcript.contains("By it these would miss what their group requires: BIRCH."))
    #expect(session.request?.criteria == ["preferred.product-adoption=high"])
    let changes = try session.changes()
    #expect(changes.map(\.subject.kind) == [.criteria, .override])
    let same = try GuidedSession(["criterion", "2", "moderate", "done"])
    #expect(same.transcript.contains("preferred.product-adoption is left as it was."))
  }

  @Test("Goes back a step at a time, to the first question")
  func back() throws {
    let session = try GuidedSession(
      ["back", "oak", "1", "final", "back", "back", "2", "moderate", "9", "Titel", "back", "Title"]
        + ["Because.", "", "yes"])
    #expect(session.transcript.contains("This is the first question; 'quit' leaves."))
    #expect(session.request?.sets == ["acorn-a:product-adoption=moderate"])
    #expect(session.request?.title == "Title")
    let undone = try GuidedSession(Self.added.dropLast() + ["back", "back", "3", "Cedar", "9"])
    #expect(undone.transcript.contains("> 3\n"))
  }

  @Test("Says why it stays a draft")
  func draft() throws {
    let bare = try GuidedSession(["oak", "1", "final", "9", "Title", "Because.", ""])
    #expect(
      bare.transcript.hasSuffix(
        """
        It stays a draft.
        It can't be open yet: it has no evidence.
        Write this proposal? yes or no

        """), "\(bare.transcript)")
    let editorial = try GuidedSession(
      ["oak", "6", "clause", "9", "9", "Title", "Because.", "", "no"])
    #expect(editorial.transcript.contains("It stays a draft, as you chose.\n"))
  }
}
