import Diagnostics
import Forms
import PortfolioModel
import Testing

@testable import Verbs

@Suite("The size of an edition's file")
struct BundleSizeTests {
  /// Files of so many MiB in all, which share their text, so that it is in memory once.
  private func refusal(megabytes: Int) throws -> Refusal? {
    let text = [UInt8](repeating: 0, count: 1 << 20)
    let files = (0..<megabytes).map { (name: "objects/\($0)", content: text) }
    return EditionBundle.refusal(
      ofSize: ArchiveWriter.size(of: files), named: try #require(Identifier("fdis")))
  }

  @Test("Is refused before anything is written where nobody could read it again")
  func limit() throws {
    #expect(try refusal(megabytes: 1_000) == nil)
    for megabytes in [1_024, 5_000] {
      let refused = try #require(try refusal(megabytes: megabytes))
      #expect(refused.kind == .refused)
      #expect(
        refused.message
          == "edition/fdis can't be bundled: its file would have \(megabytes) MiB, and such a file has at "
          + "most 1024 MiB; nothing was written")
      #expect(
        refused.help == ["its history is proved in a clone all the same: \(run: .auditSince)"])
    }
    #expect(EditionBundle.limit <= ArchiveWriter.mostBytes)
  }
}
