import Diagnostics
import PortfolioModel
import Records
import Testing

@Suite("Malformed texts")
struct MalformedTextTests {
  @Test("Finds what the format forbids in characters", arguments: TextCase.characters)
  func characters(_ item: TextCase) { expect(item) }

  @Test("Finds what is no YAML, or more YAML than the format has", arguments: TextCase.yaml)
  func yaml(_ item: TextCase) { expect(item) }

  @Test("Finds comments and nothing else that holds a #", arguments: TextCase.comments)
  func comments(_ item: TextCase) { expect(item) }

  @Test("Finds keys that are unknown, missing, misplaced or twice there", arguments: TextCase.keys)
  func keys(_ item: TextCase) { expect(item) }

  @Test("Finds values that do not fit their fields", arguments: TextCase.values)
  func values(_ item: TextCase) { expect(item) }

  @Test("Finds every form but the canonical one", arguments: TextCase.forms)
  func forms(_ item: TextCase) { expect(item) }

  private func expect(_ item: TextCase) {
    #expect(TextCase.lines(of: item.file) == item.expectedLines)
  }
}
