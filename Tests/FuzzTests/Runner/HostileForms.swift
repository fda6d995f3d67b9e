import Forms
import PortfolioModel

/// Forms as others send them, with a few bytes changed: of CSV, of the parts of a document or workbook,
/// which are packed again, or of the whole archive.
struct HostileForms {
  private static let rows = [
    ["MB/NC", "Line number (e.g. 17)", "Comments", "Proposed change"],
    ["DE", "1", "A comment; of \"two\"\nlines, ä €", "Do it"], ["FR", "", "Another\tone", "-"],
    ["", "", "", ""],
  ]

  private static let csv: [[UInt8]] =
    [",", ";", "\t"].map { separator in
      Array(rows.map { $0.map { "\"\($0)\"" }.joined(separator: separator) + "\r\n" }.joined().utf8)
    } + [rows.flatMap { Array(CSV.line($0).utf8) }]

  private static let word = FormDocument(
    .landscape,
    header: [
      .table(
        FormTable(
          widths: [1, 1, 3, 3], headingRows: 1,
          rows: [FormTable.Row(rows[0].map { .init(FormText($0)) })]))
    ],
    body: [
      .paragraph("A line"),
      .table(
        FormTable(
          widths: [1, 1, 3, 3],
          rows: rows.map { FormTable.Row($0.map { .init(FormText($0)) }) } + [
            FormTable.Row([.init("JP", columns: 2), .init("Merged"), .init()])
          ])),
    ]
  ).bytes

  /// The workbook of the survey in `FormProperties`, filled in; the document where none can be made.
  private static let workbook: [UInt8] = {
    let rows = [
      ["a-standard", "A", "tooling", "", "high", "certain", "a list", "two\nlines", "x"],
      ["a-standard", "A", "tooling", "", "no opinion", "", "", "ä", "x"],
    ]
    let headings = [
      "Standard id", "Standard", "Factor", "Region", "Your level", "Certainty", "Evidence",
      "Comment", "Survey",
    ]
    do {
      return try Workbook(
        "A survey", created: CalendarDate(secondsSince1970: 0),
        notes: (name: "Read me", lines: [Workbook.Line("A line")]), sheet: "Answers",
        columns: headings.map { Workbook.Column($0, width: 10, isOpen: true) },
        rows: rows.map { $0.map { Workbook.Cell($0, choices: $0.isEmpty ? ["low"] : []) } }
      ).bytes()
    } catch {
      return word
    }
  }()

  /// What other programs write and this tool does not.
  private static let tokens = [
    "<w:vMerge/>", "<w:vMerge w:val=\"restart\"/>", "<w:gridSpan w:val=\"3\"/>", "<w:hMerge/>",
    "<w:gridSpan w:val=\"99999999999\"/>", "<w:gridBefore w:val=\"-1\"/>", "<w:ins>", "</w:ins>",
    "<w:del>", "</w:del>", "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>",
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>",
    "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>",
    "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", "<w:p/>", "<w:tc><w:p/></w:tc>", "<w:tr/>",
    "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", "</w:tc><w:tc>", "</w:tr><w:tr>",
    "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", "<w:trPr><w:del/></w:trPr>", "&amp;", "&#10;",
    "&#xAD;",
    "<w:txbxContent>", "</w:txbxContent>", "<w:tab/>", "<w:br/>", "<!DOCTYPE a>", "<![CDATA[x]]>",
    "<row r=\"3\"><c r=\"B3\" t=\"s\"><v>1</v></c></row>", "<c r=\"XFD1048576\"><v>1</v></c>",
    "<c r=\"ZZZZ9\"/>", "<c t=\"inlineStr\"><is><t>high</t></is></c>", "<c><f>1+1</f></c>",
    "<c s=\"1\"><v>46000.5</v></c>", "<v>1e300</v>", "<c t=\"s\"><v>-1</v></c>", "<row r=\"0\"/>",
    "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/><mergeCell ref=\"E2:E3\"/></mergeCells>",
  ]

  static func input(_ source: inout SplitMix64) -> (path: String, bytes: [UInt8]) {
    let kind = source.below(100)
    if kind < 35 { return ("form.csv", mutated(source.pick(csv), &source)) }
    if kind < 45 { return ("form.docx", mutated(word, &source)) }
    if kind < 65 { return ("form.xlsx", repacked(workbook, ["xl/worksheets/sheet2.xml"], &source)) }
    if kind < 70 { return ("form.xlsx", mutated(workbook, &source)) }
    let parts = source.chance(80) ? ["word/document.xml"] : ["word/header1.xml"]
    return ("form.docx", repacked(word, parts, &source))
  }

  private static func mutated(_ bytes: [UInt8], _ source: inout SplitMix64) -> [UInt8] {
    let inner = SplitMix64(seed: source.next())
    var mutation = ByteMutation(inner, splicing: bytes)
    return mutation.mutate(bytes)
  }

  /// An archive with some parts changed: mostly whole elements, so that they are still XML.
  private static func repacked(
    _ bytes: [UInt8], _ names: [String], _ source: inout SplitMix64
  ) -> [UInt8] {
    var parts = StoredParts(bytes).parts
    for index in parts.indices where names.contains(parts[index].name) {
      if source.chance(20) {
        parts[index].content = mutated(parts[index].content, &source)
      } else {
        for _ in 0...source.below(6) { change(&parts[index].content, &source) }
      }
    }
    return ArchiveWriter.bytes(of: parts)
  }

  /// Puts something between two elements, or takes one element's tags out, or doubles it.
  private static func change(_ bytes: inout [UInt8], _ source: inout SplitMix64) {
    let places = bytes.indices.filter { bytes[$0] == UInt8(ascii: "<") }
    let place = source.pick(places)
    switch source.below(4) {
    case 0:
      let end = bytes[place...].firstIndex(of: UInt8(ascii: ">")) ?? place
      bytes.removeSubrange(place...end)
    case 1:
      let other = source.pick(places)
      bytes.insert(contentsOf: bytes[min(place, other)..<max(place, other)], at: place)
    default: bytes.insert(contentsOf: Array(source.pick(tokens).utf8), at: place)
    }
  }
}

/// The parts of an archive of this tool, which packs nothing.
private struct StoredParts {
  private(set) var parts: [(name: String, content: [UInt8])] = []

  init(_ bytes: [UInt8]) {
    var index = 0
    while bytes[index...].starts(with: [0x50, 0x4B, 3, 4]) {
      func number(_ offset: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[index + offset + $1]) << (8 * $1) }
      }
      let name = index + 30
      let content = name + number(26, 2)
      let end = content + number(18, 4)
      parts.append(
        (String(decoding: bytes[name..<content], as: UTF8.self), Array(bytes[content..<end])))
      index = end
    }
  }
}
