import PortfolioModel
import Testing
import Verbs

@Suite("A guided proposal")
struct GuidedProposalTests {
  /// From the menu to a draft.
  static let toDraft = ["9", "Title", "Because.", "", "yes"]
  static let whole =
    ["oak", "1", "final", "2", "moderate", "5", "preferred", "9", "Title", "Because."]
    + ["Row", "https://example.org/a", "", "yes", "yes"]

  @Test("Finds by part of a former name, and finishes with what flags could say")
  func former() throws {
    let request = try #require(try GuidedSession(Self.whole).request)
    #expect(
      request.sets == [
        "acorn-a:maturity=final", "acorn-a:product-adoption=moderate", "acorn-a:group=preferred",
      ])
    #expect(request.evidence == ["Row <https://example.org/a>"])
    #expect(request.opens && request.waives.isEmpty)
  }

  @Test("Numbers several hits, and asks again where none or a wrong number is typed")
  func hits() throws {
    let session = try GuidedSession(["brich", "acorn", "7", "2"])
    #expect(
      session.transcript.hasPrefix(
        """
        'add' adds a standard, 'criterion' changes a threshold.
        Which standard? Type part of its name
        > brich
        There is no standard of that name. Did you mean birch?
        'add' adds a standard, 'criterion' changes a threshold.
        Which standard? Type part of its name
        > acorn
          1  ACORN A (emerging)
          2  ACORN B (emerging)
        Which one? Type its number
        > 7
        Type a number from 1 to 2, or another part of its name.
        Which one? Type its number
        > 2
        ACORN B is emerging: due consideration only.

        """))
  }

  @Test("Writes nothing unless the last answer is yes", arguments: 0...Self.whole.count - 1)
  func cancels(step: Int) throws {
    let begun = Array(Self.whole.prefix(step))
    var ended = try GuidedSession(begun)
    #expect(ended.request == nil)
    ended.cancel()
    #expect(ended.isCancelled)
    let quit = try GuidedSession(begun + ["quit"])
    #expect(quit.isCancelled)
    #expect(try GuidedSession(begun + ["quit"] + Self.whole).request == nil)
  }

  @Test("Takes no and anything else at the end for what they are")
  func summary() throws {
    #expect(try GuidedSession(Self.whole.dropLast() + ["no"]).isCancelled)
    #expect(try GuidedSession(Self.whole.dropLast() + ["y"]).request == nil)
    #expect(try GuidedSession(Self.whole.dropLast() + ["y", "yes"]).request != nil)
  }

  @Test("Takes levels by number and in any case")
  func levels() throws {
    let session = try GuidedSession(["oak", "1", "3", "2", "Moderate"] + Self.toDraft)
    #expect(
      session.request?.sets == ["acorn-a:maturity=final", "acorn-a:product-adoption=moderate"])
  }

  @Test("Rates the region that was asked for, and no other factor by it")
  func regions() throws {
    let low = try GuidedSession(["birch", "2", "mars", "us", "moderate"] + Self.toDraft)
    #expect(low.request?.sets == ["birch:assessment.product-adoption.regions.us=moderate"])
    let same = try GuidedSession(["birch", "2", "us", "same", "4", "moderate"] + Self.toDraft)
    #expect(same.request?.sets == ["birch:tooling=moderate"])
    #expect(same.request?.confirms == ["birch:product-adoption"])
  }

  @Test("Asks for the region too where a rating is named as a field, and drops none")
  func regionOfField() throws {
    for field in ["product-adoption", "assessment.product-adoption"] {
      let session = try GuidedSession(["birch", "6", field, "us", "moderate"] + Self.toDraft)
      #expect(session.transcript.contains("is rated by region: us, japan."))
      #expect(session.request?.sets == ["birch:assessment.product-adoption.regions.us=moderate"])
    }
  }

  @Test(
    "Takes no value that no reader takes",
    arguments: [
      ("birch", "tooling", "", "tooling of BIRCH can't be removed: a record needs it"),
      ("birch", "assessment.product-adoption.regions.mars", "low", "'mars' is not a region"),
      ("oak", "assessment.tooling.combined", "low", "is one level, not rated by region"),
      ("oak", "superseded-by", "elm", "'elm' is not in the portfolio"),
    ])
  func values(name: String, field: String, value: String, says: String) throws {
    let session = try GuidedSession([name, "6", field, value, "9"])
    #expect(session.transcript.contains(says), "\(session.transcript)")
    #expect(session.transcript.contains("Nothing is changed yet."))
  }

  @Test("Takes no day for a review that is over")
  func pastReview() throws {
    let session = try GuidedSession(
      ["oak", "5", "preferred", "7", "Footnote.", "", "Reason.", "2025-12-31"])
    #expect(session.transcript.contains("2025-12-31 is in the past: write a later day"))
  }

  @Test("Lets the later answer on a factor count")
  func laterAnswers() throws {
    let changed = try GuidedSession(["oak", "1", "same", "1", "final"] + Self.toDraft)
    #expect(changed.request?.confirms == [])
    #expect(changed.request?.sets == ["acorn-a:maturity=final"])
    let same = try GuidedSession(
      ["birch", "2", "us", "moderate", "2", "us", "same", "2", "us", "same"] + Self.toDraft)
    #expect(same.request?.sets == [])
    #expect(same.request?.confirms == ["birch:product-adoption"])
    let undone = try GuidedSession(["oak", "1", "final", "1", "trial-use", "9"])
    #expect(undone.transcript.contains("Nothing is changed yet."))
  }

  @Test("Takes no change that leaves a record that can't be", arguments: ["group", "brief-name"])
  func required(field: String) throws {
    let session = try GuidedSession(["oak", "6", field, "", "9"])
    #expect(session.transcript.contains("can't be removed: a record needs it"))
    #expect(session.transcript.contains("Nothing is changed yet."))
  }

  @Test("Keeps a draft without evidence, even where it was to be open")
  func withoutEvidence() throws {
    var request = ProposeRequest()
    request.opens = true
    let draft = try GuidedSession(["oak", "1", "final"] + Self.toDraft, request)
    #expect(draft.request?.opens == false)
    let open = try GuidedSession(
      ["oak", "1", "final", "9", "Title", "Because.", "Row", "p. 3", "", "yes"], request)
    #expect(open.request?.opens == true)
  }

  @Test("Gives an exception to the move that is not listed")
  func exception() throws {
    var request = ProposeRequest()
    request.exception = "Urgent."
    request.standards = ["birch"]
    let session = try GuidedSession(["5", "emerging"] + Self.toDraft, request)
    #expect(try session.changes().map(\.exception) == ["Urgent."])
  }

  @Test("Skips what flags have said")
  func flags() throws {
    var request = ProposeRequest()
    request.title = "Title"
    request.rationale = "Because."
    request.evidence = ["Row <p. 3>"]
    request.opens = true
    let session = try GuidedSession(["oak", "1", "final", "9", "yes"], request)
    #expect(session.request?.title == "Title")
    #expect(session.request?.opens == true)
  }
}
