import Diagnostics
import PortfolioModel
import Records
import Testing

@Suite("More findings than anyone reads")
struct FindingListTests {
  private func read(_ text: String) -> RecordFile {
    RecordFile(Array(text.utf8), path: "x.yml", schema: .useCase)
  }

  @Test("Shows a hundred findings on a file, and says what else there is")
  func capped() {
    let unknown = (1...150).map { "k\($0): x\n" }.joined()
    let file = read("title: T\ntable: x\n" + unknown + "notes:\n")
    #expect(file.diagnostics.count == FindingList.limit + 1)
    #expect(file.diagnostics.prefix(100).allSatisfy { $0.rule != .moreFindings })
    let last = file.diagnostics.last
    #expect(last?.rule == .moreFindings && last?.severity == .error)
    #expect(
      last?.message == "52 more findings in this file: 51 unknown-key, 1 empty-value")
    #expect(last?.location == SourceLocation(path: "x.yml", line: 102, column: 1))
  }

  @Test("Shows exactly a hundred without a word on more")
  func atLimit() {
    let file = read("title: T\n" + (1...100).map { "k\($0): x\n" }.joined())
    #expect(file.diagnostics.count == 100)
    #expect(file.diagnostics.allSatisfy { $0.rule == .unknownKey })
  }

  @Test("Refuses to format what holds a fault that is not shown")
  func unseenFault() {
    let words = (1...150).map { "  - {name: R\($0), category: x}\n" }.joined()
    let file = read("title: T\nrows:\n" + words)
    #expect(file.diagnostics.last?.rule == .moreFindings)
    #expect(file.canonicalText != nil)
    let withUnknown = read("title: T\nrows:\n" + words + "unknown: x\n")
    #expect(!withUnknown.diagnostics.contains { $0.rule == .unknownKey })
    #expect(withUnknown.canonicalText == nil)
  }

  @Test("Weighs as much as the gravest finding that is left out")
  func severity() {
    var list = FindingList()
    for line in 1...120 {
      list.report(
        line == 110 ? .unknownStandard : .standardDue,
        at: SourceLocation(path: "x.yml", line: line, column: 1), "a finding")
    }
    #expect(list.diagnostics.count == 101)
    #expect(list.diagnostics.last?.severity == .error)
    #expect(list.rules == [.standardDue, .unknownStandard])
  }
}
