import PortfolioModel
import Testing

@Suite("Values")
struct ValueTests {
  @Test(
    "Takes only ids",
    arguments: [
      ("a", true), ("a-b-1", true), ("0", true), ("", false), ("-a", false), ("a-", false),
      ("a--b", false), ("A", false), ("a_b", false), ("é", false), ("a b", false),
      (String(repeating: "a", count: 64), true), (String(repeating: "a", count: 65), false),
      ("con", false), ("prn", false), ("aux", false), ("nul", false), ("com1", false),
      ("lpt0", false), ("com", true), ("com10", true), ("con-1", true), ("lpta", true),
    ])
  func identifiers(text: String, isValid: Bool) {
    #expect((Identifier(text) != nil) == isValid)
  }

  @Test("Makes ids of any text")
  func slugs() {
    #expect(Identifier(slugOf: "List IHE TCE as emerging!")?.text == "list-ihe-tce-as-emerging")
    #expect(Identifier(slugOf: "--- ")?.text == nil)
    #expect(Identifier(slugOf: "Ärzte & Co.")?.text == "rzte-co")
    #expect(Identifier(slugOf: "one two three", maximumLength: 8)?.text == "one-two")
  }

  @Test(
    "Takes only days that exist",
    arguments: [
      ("2026-11-23", true), ("2024-02-29", true), ("2026-02-29", false), ("1900-02-29", false),
      ("2000-02-29", true), ("2026-13-01", false), ("2026-1-1", false), ("2026-11-31", false),
      ("２０２６-11-23", false), ("2026-11-23 ", false),
    ])
  func dates(text: String, isValid: Bool) { #expect((CalendarDate(text) != nil) == isValid) }

  @Test("Counts days over years and centuries")
  func epochs() throws {
    for days in stride(from: -200_000, through: 200_000, by: 97) {
      let date = CalendarDate(secondsSince1970: days * 86_400 + 5)
      #expect(date.daysSince1970 == days)
      #expect(CalendarDate(date.description) == date)
    }
    #expect(CalendarDate(secondsSince1970: 1_795_435_200).description == "2026-11-23")
    #expect(CalendarDate(secondsSince1970: -1).description == "1969-12-31")
  }

  @Test("Reads people as git writes them")
  func people() {
    #expect(Person("Ada L. <a@X.org>")?.key == "a@x.org")
    for text in ["Ada", "<a@x>", "Ada <>", "Ada <a b@x>", "Ada<a@x>", "A\nB <a@x>", "A <b> <c>"] {
      #expect(Person(text) == nil, "\(text)")
    }
  }

  @Test("Finds the nearest word")
  func nearest() {
    #expect(Nearest.match(for: "preferd", in: ["legacy", "preferred"]) == "preferred")
    #expect(Nearest.match(for: "groop", in: ["group", "scope"]) == "group")
    #expect(Nearest.match(for: "xyz", in: ["group", "scope"]) == nil)
    let long = String(repeating: "a", count: 64)
    #expect(Nearest.match(for: long, in: [long + "b"]) == long + "b")
    #expect(Nearest.match(for: long + "b", in: [long]) == nil)
  }

  @Test("Shows what differs word by word")
  func words() {
    #expect(
      WordDiff.pieces(from: "a b c", to: "a x c")
        == [.kept("a "), .removed("b"), .added("x"), .kept(" c")])
    #expect(WordDiff.pieces(from: "", to: "a") == [.added("a")])
    #expect(WordDiff.pieces(from: "é", to: "e\u{301}") == [.removed("é"), .added("e\u{301}")])
  }
}
