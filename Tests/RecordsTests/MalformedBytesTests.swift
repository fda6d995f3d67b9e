import Diagnostics
import PortfolioModel
import Records
import Testing

@Suite("Malformed bytes")
struct MalformedBytesTests {
  @Test(
    "Finds the first byte that is not UTF-8",
    arguments: [
      ("a byte of no character", [0x61, 0xFF], "1:2"),
      ("a continuation alone", [0x61, 0x0A, 0x80], "2:1"),
      ("a character cut by the end", [0x61, 0xE2, 0x82], "1:2"),
      ("a character cut by a letter", [0x61, 0xF0, 0x9F, 0x92, 0x61], "1:2"),
      ("an overlong slash", [0xC0, 0xAF], "1:1"),
      ("a surrogate", [0xED, 0xA0, 0x80], "1:1"),
      ("a scalar above all", [0xF4, 0x90, 0x80, 0x80], "1:1"),
      ("a fault behind letters of several bytes", [0xC3, 0xA9, 0xE4, 0xB8, 0xAD, 0xFE], "1:3"),
      ("a fault behind a line of them", [0xC3, 0xA9, 0x0A, 0xC3, 0xA9, 0xFE], "2:2"),
    ] as [(String, [UInt8], String)])
  func invalid(label: String, bytes: [UInt8], place: String) {
    let file = RecordFile(bytes, path: "x.yml", schema: .useCase)
    #expect(TextCase.lines(of: file) == ["\(place) invalid-utf8"])
    #expect(file.fields == nil && file.canonicalText == nil)
  }

  @Test("Takes a file of 1 MiB and none that is larger")
  func size() {
    let head = "title: "
    let line = String(repeating: "x", count: (1 << 20) - head.utf8.count - 1)
    let whole = RecordFile(Array((head + line + "\n").utf8), path: "x.yml", schema: .useCase)
    #expect(whole.diagnostics == [] && whole.isCanonical)
    let larger = RecordFile(Array((head + line + "x\n").utf8), path: "x.yml", schema: .useCase)
    #expect(TextCase.lines(of: larger) == ["0:0 oversized-file"])
  }

  @Test("Mends only what it can mend without dropping anything")
  func mending() {
    func mended(_ text: String) -> String? {
      RecordFile(Array(text.utf8), path: "x.yml", schema: .useCase).canonicalText
    }
    let form = "title: T\nclause: x\n"
    #expect(mended("\u{FEFF}clause:   'x'\r\ntitle: T\r\nnotes: ''") == form)
    #expect(mended("title: T\ntable: x1\n") == "title: T\ntable: x1\n")
    for text in ["# c\n" + form, "title: &a T\n", form + "title: U\n", "--- \n" + form + "---\n"] {
      #expect(mended(text) == nil)
    }
  }
}
