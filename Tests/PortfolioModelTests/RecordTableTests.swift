import PortfolioModel
import Testing

@Suite("A table of records")
struct RecordTableTests {
  @Test("Holds what a dictionary holds after the same changes", arguments: Array(0..<20))
  func changes(seed: Int) throws {
    var random = RandomEdits(seed: UInt64(seed))
    let standards = try (0..<40).map { try Sample.standard("s\($0)") }
    let begun = standards.prefix(seed)
    var expected = Dictionary(uniqueKeysWithValues: begun.map { ($0.id, $0) })
    var table = RecordTable(begun.map { ($0.id, $0) })
    for _ in 0..<100 {
      let (before, known) = (table, expected)
      let standard = standards[random.number(below: standards.count)]
      let isSet = random.number(below: 2) == 0
      table[standard.id] = isSet ? standard : nil
      expected[standard.id] = isSet ? standard : nil
      #expect(table.count == expected.count && table.isEmpty == expected.isEmpty)
      #expect(Set(table.keys) == Set(expected.keys) && table.keys.count == expected.count)
      #expect(Set(table.values) == Set(expected.values) && table.values.count == expected.count)
      #expect(standards.allSatisfy { table[$0.id] == expected[$0.id] })
      #expect(table == RecordTable(expected.map { ($0.key, $0.value) }))
      #expect((table == before) == (expected == known))
      // The table that it was made of stays as it was.
      #expect(standards.allSatisfy { before[$0.id] == known[$0.id] })
    }
  }
}
