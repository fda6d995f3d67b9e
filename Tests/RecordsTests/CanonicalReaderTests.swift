import Foundation
import PortfolioModel
import TestSupport
import Testing

@testable import Records

@Suite("The reader of canonical texts")
struct CanonicalReaderTests {
  @Test("Reads every shipped text itself", arguments: ShippedTextTests.paths)
  func shipped(path: String) throws {
    let schema = try #require(Layout.schema(of: path))
    let bytes = Array(
      try #require(FileManager.default.contents(atPath: Checkout.root + "/" + path)))
    #expect(RecordFile.isReadDirectly(bytes, schema: schema))
    #expect(RecordFile.isReadAlike(bytes, path, schema))
  }

  @Test(
    "Leaves or reads as libyaml does what has something wrong in it",
    arguments: TextCase.keys + TextCase.values + TextCase.forms + TextCase.yaml + TextCase.comments
      + TextCase.characters)
  func malformed(item: TextCase) {
    let bytes = Array(MarkedText(item.marked).text.utf8)
    #expect(RecordFile.isReadAlike(bytes, "x.yml", item.schema))
  }

  @Test("Reads every byte that is taken out, doubled or exchanged as libyaml does")
  func mutated() throws {
    var generator = Generator(seed: 7)
    var direct = 0
    for path in ShippedTextTests.paths.filter({
      $0.hasPrefix("Proposals/") || $0.contains("/data/")
    }) {
      let schema = try #require(Layout.schema(of: path))
      let bytes = Array(
        try #require(FileManager.default.contents(atPath: Checkout.root + "/" + path)))
      for _ in 0..<60 {
        var changed = bytes
        let place = Int(generator.next() % UInt64(bytes.count))
        switch generator.next() % 3 {
        case 0: changed.remove(at: place)
        case 1: changed.insert(changed[place], at: place)
        default:
          changed[place] = generator.pick(
            Array(" \n:,[]{}#'\"|-?&*!%@`\\ax0\t".utf8) + [0xC2, 0x85, 0xE2])
        }
        if RecordFile.isReadDirectly(changed, schema: schema) { direct += 1 }
        #expect(
          RecordFile.isReadAlike(changed, path, schema),
          "\(path) at byte \(place): \(String(decoding: changed, as: UTF8.self))")
      }
    }
    #expect(direct > 100, "the reader left nearly all")
  }

  @Test("Reads what the writer makes of hostile values", arguments: CanonicalTextTests.schemas)
  func generated(named: CanonicalTextTests.Named) {
    var generator = Generator(seed: 11)
    for _ in 0..<200 {
      let fields = generator.fields(named.schema)
      let bytes = Array(CanonicalText.of(fields, named.schema).utf8)
      #expect(
        RecordFile.isReadAlike(bytes, "x.yml", named.schema),
        "\(String(decoding: bytes, as: UTF8.self))")
    }
  }
}
