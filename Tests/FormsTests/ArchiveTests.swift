import Forms
import Foundation
import TestSupport
import Testing

@Suite("Archives")
struct ArchiveTests {
  private static let document = MadeDocument(p("Text"))

  private func fault(_ bytes: [UInt8]) -> FormProblem.Fault? {
    do throws(FormProblem) {
      _ = try FormContent(reading: bytes, file: "x.docx")
      return nil
    } catch { return error.fault }
  }

  /// The archive with the bytes at a place after each of the marks changed.
  private func changed(
    _ bytes: [UInt8], after marks: [(mark: [UInt8], offset: Int)], _ change: (inout UInt8) -> Void
  ) -> [UInt8] {
    var result = bytes
    for (mark, offset) in marks {
      for index in 0..<(bytes.count - mark.count) where bytes[index...].starts(with: mark) {
        change(&result[index + offset])
      }
    }
    return result
  }

  private let local: [UInt8] = [0x50, 0x4B, 3, 4]
  private let central: [UInt8] = [0x50, 0x4B, 1, 2]

  @Test("Are stored, sorted and dated 1980, as another program sees them")
  func layout() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = try folder.write(
      "a.zip", ArchiveWriter.bytes(of: [("b", [1]), ("[a", []), ("a/b", [2, 3])]))
    let outcome = try folder.run(
      "/usr/bin/python3",
      [
        "-c",
        """
        import sys, zipfile
        with zipfile.ZipFile(sys.argv[1]) as a:
            assert a.testzip() is None
            for i in a.infolist():
                print(i.filename, i.compress_type, *i.date_time, i.file_size, i.extra, i.external_attr)
        """, path,
      ])
    #expect(
      outcome.out == """
        [a 0 1980 1 1 0 0 0 0 b'' 0
        a/b 0 1980 1 1 0 0 0 2 b'' 0
        b 0 1980 1 1 0 0 0 1 b'' 0

        """, "\(outcome.err)")
  }

  @Test("Hold more files than the short end can count, as other programs see them")
  func many() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    for count in [65_534, 65_535, 70_000] {
      let files = (0..<count).map { (name: "objects/\($0)", content: [UInt8($0 & 0xFF)]) }
      let bytes = ArchiveWriter.bytes(of: files)
      #expect(bytes.count == ArchiveWriter.size(of: files))
      let path = try folder.write("\(count).zip", bytes)
      let outcome = try folder.run(
        "/usr/bin/python3",
        [
          "-c",
          """
          import sys, zipfile
          with zipfile.ZipFile(sys.argv[1]) as a:
              names = a.namelist()
              print(len(names), len(set(names)), a.read('objects/65533'), a.read(names[-1]))
          """, path,
        ])
      #expect(
        outcome.out == "\(count) \(count) b'\\xfd' b'\\x0f'\n", "\(outcome.out)\(outcome.err)")
      #expect(try StoredArchive(bytes).files.count == count)
      var changed = bytes
      changed[bytes.count - 30] ^= 1
      #expect(throws: StoredArchive.Damage.self) { _ = try StoredArchive(changed) }
    }
  }

  @Test("Have a size that is known before they are made, also of more than 4 GiB")
  func sizes() {
    let files = [
      (name: "b", content: [UInt8](repeating: 1, count: 10)), (name: "ä/é", content: []),
    ]
    #expect(ArchiveWriter.bytes(of: files).count == ArchiveWriter.size(of: files))
    #expect(ArchiveWriter.bytes(of: []).count == ArchiveWriter.size(of: []))
    // One text, which all files share.
    let text = [UInt8](repeating: 0, count: 1 << 20)
    let many = (0..<5_000).map { (name: "\($0)", content: text) }
    #expect(ArchiveWriter.size(of: many) > ArchiveWriter.mostBytes)
  }

  @Test("Are damaged wherever they are cut off")
  func truncated() {
    let bytes = ArchiveTests.document.bytes
    #expect(fault(bytes) == nil)
    // Less than the first mark is no archive, but text.
    for count in 4..<bytes.count { #expect(fault(Array(bytes[..<count])) != nil, "\(count)") }
  }

  @Test("Are refused with a wrong checksum")
  func checksum() throws {
    let bytes = ArchiveTests.document.bytes
    let text = Array("Text".utf8)
    let index = try #require(bytes.indices.first { bytes[$0...].starts(with: text) })
    var changed = bytes
    changed[index] = UInt8(ascii: "N")
    #expect(fault(changed) == .isDamaged("its packed bytes or checksum are wrong"))
  }

  @Test("Are refused where a file is encrypted")
  func encrypted() {
    let bytes = changed(ArchiveTests.document.bytes, after: [(local, 6), (central, 8)]) { $0 |= 1 }
    guard case .isEncrypted = fault(bytes) else {
      Issue.record("\(String(describing: fault(bytes)))")
      return
    }
  }

  @Test(
    "Are refused where a name leads out, or is spelled in another way",
    arguments: ["../a", "/a", "a/../b", "a//b", "./a", "a\\b", "C:a", "a/..", "a\u{1}"])
  func names(name: String) {
    var document = ArchiveTests.document
    document.extra = [(name, [1])]
    #expect(fault(document.bytes) == .hasStrangeName(name))
  }

  @Test("Are refused with a name twice, too many files, or too much in them")
  func amounts() {
    var document = ArchiveTests.document
    document.extra = [("a", [1]), ("a", [2])]
    #expect(fault(document.bytes) == .hasNameTwice("a"))
    document.extra = (0..<200).map { ("\($0)", []) }
    #expect(fault(document.bytes) == .holdsTooManyFiles(most: 200))
    document.extra = [("a", [UInt8](repeating: 0, count: 20 << 20))]
    #expect(fault(document.bytes) == .holdsTooMuch(megabytes: 20))
  }

  @Test(
    "Are refused where what is packed is more than the directory says",
    arguments: [(50 << 20, 50 << 20), (50 << 20, 100), (1 << 20, 19 << 20), (300, 200)])
  func bombs(unpacked: Int, said: Int) throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = try folder.write("a.docx", ArchiveTests.document.bytes)
    let outcome = try folder.run(
      "/usr/bin/python3",
      [
        "-c",
        """
        import struct, sys, zipfile
        path, unpacked, said = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
        with zipfile.ZipFile(path) as a:
            files = {n: a.read(n) for n in a.namelist()}
        files["word/document.xml"] = b" " * unpacked
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as a:
            for n, b in files.items():
                a.writestr(n, b)
        bytes = bytearray(open(path, "rb").read())
        for at in range(len(bytes) - 4):
            for mark, offset in ((b"PK\\3\\4", 22), (b"PK\\1\\2", 24)):
                size = bytes[at + offset:at + offset + 4]
                if bytes[at:at + 4] == mark and size == struct.pack("<I", unpacked):
                    bytes[at + offset:at + offset + 4] = struct.pack("<I", said)
        open(path, "wb").write(bytes)
        """, path, String(unpacked), String(said),
      ])
    #expect(outcome.code == 0, "\(outcome.err)")
    let fault = fault(try folder.read("a.docx"))
    switch fault {
    case .holdsTooMuch(megabytes: 20) where said > 20 << 20: break
    case .isDamaged where said <= 20 << 20: break
    default: Issue.record("\(String(describing: fault))")
    }
  }

  @Test("Are called what they are")
  func kinds() {
    let others: [(FileKind, [UInt8])] = [
      (.empty, []), (.oldOffice, [0xD0, 0xCF, 0x11, 0xE0, 0xA1]),
      (.portableDocument, Array("%PDF-1.7".utf8)), (.richText, Array("{\\rtf1".utf8)),
      (.other, [1, 0, 2]), (.archive, ArchiveWriter.bytes(of: [("a", [])])),
      (.openDocument, ArchiveWriter.bytes(of: [("mimetype", []), ("content.xml", [])])),
      (.workbook, ArchiveWriter.bytes(of: [("[Content_Types].xml", []), ("xl/workbook.xml", [])])),
    ]
    for (kind, bytes) in others { #expect(fault(bytes) == .isOther(kind)) }
    #expect(
      fault(ArchiveWriter.bytes(of: [("[Content_Types].xml", [])]))
        == .lacksPart("word/document.xml"))
  }
}
