import Forms

/// A Word document made by hand, out of the elements that other programs write.
struct MadeDocument {
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let strictOffice = "http://purl.oclc.org/ooxml/officeDocument/relationships"
  private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let strictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main"

  /// What `w:body` holds.
  var body: String
  /// What `w:hdr` of each page header holds, by its id.
  var headers: [String: String] = [:]
  var settings = ""
  var isStrict = false
  /// Where the document stands in the archive.
  var main = "word/document.xml"
  var mainTarget = "word/document.xml"
  var extra: [(name: String, content: [UInt8])] = []

  init(_ body: String) { self.body = body }

  var files: [(name: String, content: [UInt8])] {
    let (office, word) =
      isStrict
      ? (MadeDocument.strictOffice, MadeDocument.strictWord)
      : (MadeDocument.office, MadeDocument.word)
    let open =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    let names =
      "xmlns:w=\"\(word)\" xmlns:r=\"\(office)\" "
      + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
      + "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
      + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
      + "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:wps=\"urn:wps\""
    let linked = headers.keys.sorted().map {
      "<Relationship Id=\"\($0)\" Type=\"\(office)/header\" Target=\"\($0).xml\"/>"
    }
    let folder = main.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let stem = main.split(separator: "/").last.map(String.init) ?? ""
    let texts: [(String, String)] =
      [
        (
          "_rels/.rels",
          "\(open)<Relationship Id=\"a\" Type=\"\(office)/officeDocument\" "
            + "Target=\"\(mainTarget)\"/></Relationships>"
        ),
        (main, "<w:document \(names)><w:body>\(body)</w:body></w:document>"),
        (
          "\(folder)_rels/\(stem).rels",
          "\(open)\(linked.joined())<Relationship Id=\"s\" Type=\"\(office)/settings\" "
            + "Target=\"/\(folder)settings.xml\"/></Relationships>"
        ),
        ("\(folder)settings.xml", "<w:settings \(names)>\(settings)</w:settings>"),
      ]
      + headers.map { ("\(folder)\($0.key).xml", "<w:hdr \(names)>\($0.value)</w:hdr>") }
    return texts.map { ($0.0, Array($0.1.utf8)) } + extra
  }

  var bytes: [UInt8] { ArchiveWriter.bytes(of: files) }

  func content() throws -> FormContent { try FormContent(reading: bytes, file: "de.docx") }
}

/// A paragraph of text, and the elements of tables.
func p(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }
func tc(_ content: String, _ properties: String = "") -> String {
  "<w:tc><w:tcPr>\(properties)</w:tcPr>\(content)</w:tc>"
}
func tr(_ cells: [String], _ properties: String = "") -> String {
  "<w:tr><w:trPr>\(properties)</w:trPr>\(cells.joined())</w:tr>"
}
func tbl(_ rows: [String], grid: [Int] = []) -> String {
  let columns = grid.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
  return "<w:tbl><w:tblPr/><w:tblGrid>\(columns)</w:tblGrid>\(rows.joined())</w:tbl>"
}
func table(_ rows: [[String]], grid: [Int] = []) -> String {
  tbl(rows.map { tr($0.map { tc(p($0)) }) }, grid: grid)
}

extension FormContent {
  /// The texts of a table.
  func texts(_ number: Int = 0) -> [[String]] { tables[number].rows.map { $0.cells.map(\.text) } }
}
