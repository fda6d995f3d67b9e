import PortfolioModel
import Records
import Testing

/// Each was once a file that formatting, or reading, got wrong.
@Suite("What hostile files brought to light")
struct MendingTests {
  @Test(
    "Formats into a text that is canonical and stays so",
    arguments: [
      (
        "prose with an indented first line, the next one less so",
        "title: T\nnotes: |2\n    one\n  two\n", "title: T\nnotes: |\n  one\n  two\n"
      ),
      (
        "prose with a space at a line's end", "title: T\nnotes: |\n  one \n  two\n",
        "title: T\nnotes: |\n  one\n  two\n"
      ),
      (
        "prose that starts with a blank line", "title: T\nnotes: \"\\n one\\n\"\n",
        "title: T\nnotes: |\n  one\n"
      ),
      (
        "a list item that holds nothing",
        "title: T\nrows:\n  - name:\n  - name: R\n    category: data\n",
        "title: T\nrows:\n  - name: R\n    category: data\n"
      ),
      ("an empty line in a list", "title: T\ncovers: [a, \"\", b]\n", "title: T\ncovers: [a, b]\n"),
    ])
  func mended(label: String, text: String, expected: String) {
    let file = RecordFile(Array(text.utf8), path: "x.yml", schema: .useCase)
    #expect(!file.isCanonical)
    #expect(file.canonicalText == expected)
    let again = RecordFile(Array(expected.utf8), path: "x.yml", schema: .useCase)
    #expect(again.isCanonical && again.canonicalText == expected)
  }

  @Test("Formats a proposal whose change has lost its verb, and again")
  func emptyVerb() {
    let head = "nature: assessment\nproposer: A <a@x>\ncreated: 2026-01-01\nchanges:\n"
    let file = RecordFile(
      Array((head + "  - standard: a\n    set:\n").utf8), path: "x.yml", schema: .proposal)
    let expected = head + "  - standard: a\n"
    #expect(file.canonicalText == expected)
    let again = RecordFile(Array(expected.utf8), path: "x.yml", schema: .proposal)
    #expect(again.isCanonical && again.canonicalText == expected)
  }

  @Test("Does not format what the format has no place for into something else")
  func lineFeedInLine() {
    let text =
      "nature: assessment\nproposer: A <a@x>\ncreated: 2026-01-01\nchanges:\n"
      + "  - standard: a\n    set:\n      - {field: f, drop: [x, \"one\\n\\n  two\\n\"]}\n"
    let file = RecordFile(Array(text.utf8), path: "x.yml", schema: .proposal)
    #expect(!file.isCanonical && file.canonicalText == nil)
    #expect(TextCase.lines(of: file).contains { $0.hasSuffix("not-canonical") })
  }

  @Test(
    "Places a fault at the end of a text that ends without a line feed",
    arguments: [("title: [a", "1:8"), ("title: T\ncovers: [a, ", "2:13"), ("title: \"a", "1:8")])
  func endOfText(text: String, place: String) {
    let file = RecordFile(Array(text.utf8), path: "x.yml", schema: .useCase)
    #expect(TextCase.lines(of: file) == ["\(place) yaml-syntax"])
  }

  @Test("Counts CR as the end of a line before a byte that is not UTF-8")
  func carriageReturn() {
    let file = RecordFile(
      [0x61, 0x0D, 0x62, 0x0D, 0x0A, 0x63, 0xFE], path: "x.yml", schema: .useCase)
    #expect(TextCase.lines(of: file) == ["3:2 invalid-utf8"])
  }

  private static let badMember =
    "members:\n  - {id: a, name: A>B, email: a@x, affiliation: X, role: member}\n"

  @Test("Finds a member whom git could not name")
  func member() {
    let file = RecordFile(
      Array(MendingTests.badMember.utf8), path: "x.yml", schema: .committee)
    #expect(TextCase.lines(of: file) == ["2:5 invalid-person"])
  }

  @Test(
    "Takes a committee that can't be read for no portfolio, never for no committee",
    arguments: [MendingTests.badMember, "members: [\n", "members: x\n", "\u{1}"])
  func unreadableCommittee(text: String) {
    let good = [
      "Portfolio/portfolio.yml":
        "id: p\nformat: 1\ntitle: P\nedition: E\ncategories:\n  - id: data\n    name: Data\n",
      "Portfolio/criteria.yml":
        "regional: lowest\ngroups:\n  preferred:\n    required:\n      maturity: {at-least: final, "
        + "basis: b}\nmoves:\n  - {from: new, to: preferred}\nreview:\n"
        + "  assessment: {approvals: 2}\n  editorial: {approvals: 1}\n",
    ]
    var files = PortfolioFiles()
    for (path, text) in good { files[path] = .bytes(Array(text.utf8)) }
    #expect(Snapshot(reading: files).portfolio?.committee == nil)
    #expect(Snapshot(reading: files).portfolio != nil)
    files["Portfolio/committee.yml"] = .bytes(Array(text.utf8))
    #expect(Snapshot(reading: files).portfolio == nil)
    files["Portfolio/committee.yml"] = .notAFile("a symbolic link")
    #expect(Snapshot(reading: files).portfolio == nil)
  }
}
