import Foundation
import TestSupport
import Testing

@Suite("Systematic reviews and what lapses")
struct EditionReviewTests {
  /// The status in JSON, as far as tests ask for it.
  private struct Status: Decodable {
    struct Rating: Decodable {
      struct Item: Decodable {
        let factor: String
        let since: String?
      }

      let standard: String
      let factors: [Item]
    }

    let systematicReview: String?
    let unconfirmed: [Rating]
  }

  private func status(_ edition: EditionSession, on day: String, _ more: String...) throws -> Status
  {
    let outcome = try edition.session.run(
      arguments: ["status", "--format", "json"] + more, as: .chair, day: day)
    #expect(outcome.code == 0, "\(outcome.err)")
    return try JSONDecoder().decode(Status.self, from: Data(outcome.out.utf8))
  }

  @Test("Confirms an edition without a new one")
  func confirms() throws {
    try EditionSession.run { edition in
      try edition.cut()
      try edition.publish()
      #expect(
        try edition.refuses("edition", "confirm", as: .editor)
          .contains("neither chair nor secretary"))
      #expect(
        try edition.refuses("edition", "confirm", "--review-due", "2026-11-01", code: 64)
          .contains("the next review can't be due on 2026-11-01"))
      let out = try edition.does("edition", "confirm", "--because", "Resolution 4")
      #expect(
        out.contains(
          "ISO 21860:2027 is confirmed; its next systematic review is due on 2031-11-23."), "\(out)"
      )
      #expect(
        try edition.sandbox.read("Portfolio/portfolio.yml").contains(
          "systematic-review: {due: 2031-11-23, outcome: \"confirmed on 2026-11-23: Resolution 4\"}"
        ))
      #expect(
        try edition.sandbox.git("log", "-1", "--format=%B")
          == "Confirm ISO 21860:2027\n\nRSP-Edition: iso-21860-2027\n\n")
      #expect(try edition.sandbox.git("tag") == "edition/fdis\nedition/iso-21860-2027\n")
      #expect(
        try edition.refuses("edition", "confirm", "--because", "Resolution 4")
          .contains("is confirmed so already"))
      let list = try edition.does("edition", "list")
      #expect(
        list.contains(
          "- Systematic review: confirmed on 2026-11-23: Resolution 4\n- Next systematic review: by "
            + "2031-11-23\n"), "\(list)")
      #expect(try edition.audit() == [])
      try edition.session.expectSound()
    }
  }

  @Test("Warns of a systematic review a year ahead, and says when it is past")
  func warns() throws {
    try EditionSession.run { edition in
      try edition.cut()
      try edition.publish()
      #expect(try status(edition, on: "2030-11-22").systematicReview == nil)
      #expect(
        try status(edition, on: "2030-11-23").systematicReview
          == "The systematic review of ISO 21860:2027 is due by 2031-11-23, in 365 days.")
      let late = try edition.does("status", on: "2031-11-24")
      #expect(
        late.contains("The systematic review of ISO 21860:2027 was due by 2031-11-23."), "\(late)")
    }
  }

  @Test("Says which ratings nobody confirmed for longer, by standard")
  func lapses() throws {
    try EditionSession.run { edition in
      try edition.accept(2, "Confirm UCUM", "ucum", "--confirm", "maturity", "--confirm", "tooling")
      #expect(try status(edition, on: "2027-01-15").unconfirmed.isEmpty)
      let soon = try status(edition, on: "2027-01-15", "--older-than", "1y").unconfirmed
      let ucum = try #require(soon.first { $0.standard == "ucum" })
      #expect(ucum.factors.map(\.factor) == ["product-adoption", "site-deployment"])
      #expect(ucum.factors.allSatisfy { $0.since == nil })
      #expect(soon.first { $0.standard == "loinc" }?.factors.count == 3)
      let later = try status(edition, on: "2027-12-15", "--older-than", "12m").unconfirmed
      #expect(
        later.first { $0.standard == "ucum" }?.factors.map(\.since)
          == ["2026-11-23", nil, nil, "2026-11-23"])
      let text = try edition.does("status", "--older-than", "400d", on: "2028-01-15")
      #expect(text.contains("Ratings not confirmed for 400 days"))
      #expect(
        text.replacing(/\n +/, with: " ").contains(
          "- UCUM: maturity and tooling since 2026-11-23; product adoption and site deployment as "
            + "published"), "\(text)")
      #expect(text.contains("- ICD-10: all as published\n"), "\(text)")
      let wrong = try edition.session.run("status", "--older-than", "5 years")
      #expect(wrong.code == 64)
    }
  }

  @Test("Tells the history of a standard by edition once there are editions")
  func history() throws {
    try EditionSession.run { edition in
      let before = try edition.does("history", "loinc")
      #expect(!before.contains("ISO 21860:2027"))
      try edition.cut()
      try edition.publish()
      try edition.accept(2, "LOINC to moderate", "loinc", "--set", "tooling=moderate")
      let out = try edition.does("history", "loinc", "--format", "markdown")
      let heads = out.split(separator: "\n").filter { $0.hasPrefix("#") }
      #expect(
        heads == [
          "# History of loinc", "## ISO 21860:2027",
          "### 0001 LOINC to high (accepted, 2026-11-23)", "## Since ISO 21860:2027",
          "### 0002 LOINC to moderate (accepted, 2026-11-23)",
        ], "\(out)")
      let json = try edition.does("history", "loinc", "--format", "json")
      #expect(json.contains(#""publishedIn" : "ISO 21860:2027""#), "\(json)")
    }
  }
}
