import PortfolioModel
import Records
import Testing

@testable import History

@Suite("What a snapshot counts that was carried along a history")
struct ReadingCostTests {
  /// Files that are kept as they came, so that nothing is parsed.
  private func originals(_ megabytes: Int) -> [String: FileContent] {
    let text = FileContent.bytes([UInt8](repeating: 0x61, count: 1 << 20))
    let paths = (0..<megabytes).map { "Proposals/ballots/b/originals/\($0)" }
    return Dictionary(uniqueKeysWithValues: paths.map { ($0, text) })
  }

  private func refused(_ status: String, _ kilobytes: Int) -> [String: FileContent] {
    [
      "Proposals/0001-x/state.yml": .bytes(Array("status: \(status)\n".utf8)),
      "Proposals/0001-x/more": .bytes([UInt8](repeating: 0x61, count: kilobytes << 10)),
    ]
  }

  private func cost(_ contents: [String: FileContent]) -> ReadingCost {
    ReadingCost(Snapshot(reading: PortfolioFiles(contents)))
  }

  @Test("Leaves room for the largest changelog")
  func room() {
    #expect(cost(originals(16)).isWithinLimits())
    #expect(!cost(originals(16)).isWithinLimits(with: 1))
    #expect(!cost(originals(17)).isWithinLimits())
  }

  @Test("Lets refused proposals have what a reader of the whole reads of them")
  func refusedProposals() {
    for status in ["rejected", "withdrawn"] {
      #expect(cost(refused(status, 7 << 10)).isWithinLimits())
      #expect(!cost(refused(status, 9 << 10)).isWithinLimits())
    }
    #expect(cost(refused("open", 9 << 10)).isWithinLimits())
  }

  @Test("Follows what changes")
  func changes() {
    let files = PortfolioFiles(originals(17))
    var cost = ReadingCost(Snapshot(reading: files))
    let one = [TakenFile(path: "Proposals/ballots/b/originals/3", found: nil)]
    cost.remove(one, of: files)
    #expect(cost.isWithinLimits())
    cost.add(one, of: files)
    #expect(!cost.isWithinLimits())
  }
}
