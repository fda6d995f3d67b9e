import PortfolioModel
import Testing

@Suite("Proposals as a reader names them")
struct ProposalSelectionTests {
  @Test(
    "Reads numbers, ranges and the word open",
    arguments: [
      ("3", [ProposalSelection.Part.numbers(3...3)]),
      ("2..10", [.numbers(2...10)]),
      ("3,5..7,open", [.numbers(3...3), .numbers(5...7), .open]),
    ])
  func reads(_ text: String, _ parts: [ProposalSelection.Part]) {
    #expect(ProposalSelection(text)?.parts == parts)
  }

  @Test(
    "Takes nothing else",
    arguments: [
      "", "0", "-1", "10..2", "2.10", "2...5", "2..", "..3", "3,", "opened", "3 4", "1.2.3",
    ])
  func refuses(_ text: String) {
    #expect(ProposalSelection(text) == nil)
  }
}
