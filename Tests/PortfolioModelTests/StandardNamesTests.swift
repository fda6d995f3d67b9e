import PortfolioModel
import Testing

@Suite("Standards by what readers call them")
struct StandardNamesTests {
  private static func names() throws -> StandardNames {
    StandardNames(
      try Sample.portfolio([
        try Sample.standard("ab-1", with: "formerly: [Old  Code]\n"),
        try Sample.standard("ab-2"), try Sample.standard("other"),
      ]))
  }

  private func ids(_ texts: [String]) throws -> [Identifier] { try texts.map { try Sample.id($0) } }

  @Test(
    "Finds the whole of an id or name, whatever its case and white space",
    arguments: [
      ("ab-1", ["ab-1"]), ("AB-1", ["ab-1"]), (" old code ", ["ab-1"]), ("OLD\tCODE", ["ab-1"]),
      ("ab", []), ("old", []), ("", []), (" ", []),
    ])
  func whole(_ text: String, _ found: [String]) throws {
    #expect(try StandardNamesTests.names().matches(text, .whole) == (try ids(found)))
  }

  @Test(
    "Finds a beginning or a whole word where only reading is at stake",
    arguments: [
      ("ab", ["ab-1", "ab-2"]), ("oth", ["other"]), ("code", ["ab-1"]), ("cod", []),
      ("2", ["ab-2"]), ("ab-2", ["ab-2"]),
    ])
  func part(_ text: String, _ found: [String]) throws {
    #expect(try StandardNamesTests.names().matches(text, .part) == (try ids(found)))
  }

  @Test(
    "Names those that share a word, else the nearest by letters",
    arguments: [("old thing", ["ab-1"]), ("othre", ["other"]), ("zzzzzzzz", [])])
  func near(_ text: String, _ found: [String]) throws {
    #expect(try StandardNamesTests.names().near(text) == (try ids(found)))
  }

  @Test("Seeks every word in ids and names")
  func search() throws {
    let names = try StandardNamesTests.names()
    #expect(names.search(["OLD", "ab"]) == Set(try ids(["ab-1"])))
    #expect(names.search(["old", "2"]).isEmpty)
  }
}
