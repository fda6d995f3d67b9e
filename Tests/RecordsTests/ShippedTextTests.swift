import Diagnostics
import Foundation
import Records
import TestSupport
import Testing

@Suite("The shipped texts")
struct ShippedTextTests {
  /// The paths of the project's own records and proposals, below its root.
  static let paths: [String] = ["Portfolio", "Proposals"].flatMap { folder -> [String] in
    let names = FileManager.default.enumerator(atPath: root + folder)?.allObjects as? [String]
    return (names ?? []).map { "\(folder)/\($0)" }.filter { $0.hasSuffix(".yml") }.sorted()
  }

  private static let root = Checkout.root + "/"

  @Test("Are all there")
  func count() { #expect(ShippedTextTests.paths.count >= 92) }

  @Test("Read without a finding, and are written as they stand", arguments: paths)
  func roundTrip(path: String) throws {
    let schema = try #require(Layout.schema(of: path))
    let data = try #require(FileManager.default.contents(atPath: ShippedTextTests.root + path))
    let file = RecordFile(Array(data), path: path, schema: schema)
    #expect(file.diagnostics == [])
    #expect(file.isCanonical && file.canonicalText.map { Data($0.utf8) } == data)
  }
}
