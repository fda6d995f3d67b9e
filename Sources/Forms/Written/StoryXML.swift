/// Writes the blocks of a body, a page header or a footer.
struct StoryXML {
  /// Of the text between the margins, in twips.
  let width: Int

  private static let namespaces =
    "xmlns:w=\"\(StylesXML.word)\" "
    + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""

  func document(_ body: [FormDocument.Block], section: String) -> String {
    "<w:document \(StoryXML.namespaces)><w:body>\(blocks(body, style: nil))\(section)</w:body>"
      + "</w:document>"
  }

  /// A page header (`hdr`) or footer (`ftr`).
  func part(_ name: String, _ blocks: [FormDocument.Block], style: String) -> String {
    "<w:\(name) \(StoryXML.namespaces)>\(self.blocks(blocks, style: style))</w:\(name)>"
  }

  /// Every table is followed by a paragraph, as Word asks; no story is empty.
  private func blocks(_ blocks: [FormDocument.Block], style: String?) -> String {
    var result = ""
    for (index, block) in blocks.enumerated() {
      result += self.block(block, style: style)
      if case .table = block {
        let next = index + 1 < blocks.count ? blocks[index + 1] : nil
        switch next {
        case .table, nil: result += paragraph("", style: "Gap")
        default: break
        }
      }
    }
    return result.isEmpty ? paragraph("", style: style) : result
  }

  private func block(_ block: FormDocument.Block, style: String?) -> String {
    switch block {
    case .heading(let text, let level):
      paragraph(text, style: level == 0 ? "Title" : "Heading\(min(level, 2))")
    case .paragraph(let text): paragraph(text, style: style)
    case .item(let text): paragraph(text, style: "Item")
    // Word takes a table without rows for damage.
    case .table(let table): table.rows.isEmpty ? "" : self.table(table)
    case .pageBreak: "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"
    }
  }

  private func paragraph(_ text: FormText, style: String?) -> String {
    let alignment =
      switch text.alignment {
      case .leading: ""
      case .center: "<w:jc w:val=\"center\"/>"
      case .trailing: "<w:jc w:val=\"right\"/>"
      }
    let named = style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? ""
    let properties = named + alignment
    return "<w:p>\(properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")"
      + "\(text.parts.map(StoryXML.run).joined())</w:p>"
  }

  private static func run(_ part: FormText.Part) -> String {
    switch part {
    case .plain(let text): run(text, "")
    case .bold(let text): run(text, "<w:rPr><w:b/><w:bCs/></w:rPr>")
    case .italic(let text): run(text, "<w:rPr><w:i/><w:iCs/></w:rPr>")
    case .superscript(let text): run(text, "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>")
    case .page: field("PAGE")
    case .pages: field("NUMPAGES")
    }
  }

  private static func field(_ name: String) -> String {
    "<w:fldSimple w:instr=\" \(name) \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
  }

  /// The line feeds and tabs of the text become elements.
  private static func run(_ text: String, _ properties: String) -> String {
    guard !text.isEmpty else { return "" }
    // By characters of Unicode: to Swift, CR LF is one letter.
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map { piece in
        let shown = String(Substring(piece.last == "\r" ? piece.dropLast() : piece))
        return shown.isEmpty ? "" : "<w:t xml:space=\"preserve\">\(XMLText.escaped(shown))</w:t>"
      }.joined(separator: "<w:tab/>")
    }
    return "<w:r>\(properties)\(lines.joined(separator: "<w:br/>"))</w:r>"
  }

  /// Between the lines of a table and its text.
  private static let margins =
    "<w:tblCellMar>"
    + [("top", 40), ("left", 70), ("bottom", 40), ("right", 70)].map {
      "<w:\($0) w:w=\"\($1)\" w:type=\"dxa\"/>"
    }.joined() + "</w:tblCellMar>"

  private func table(_ table: FormTable) -> String {
    let widths = table.widths(of: width)
    let borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
      "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
    }.joined()
    let rows = table.rows.enumerated().map { index, row in
      self.row(row, widths, isHeading: index < table.headingRows)
    }
    return "<w:tbl><w:tblPr><w:tblW w:w=\"\(width)\" w:type=\"dxa\"/>"
      + (table.style == .grid ? "<w:tblBorders>\(borders)</w:tblBorders>" : "")
      + "<w:tblLayout w:type=\"fixed\"/>\(StoryXML.margins)</w:tblPr>"
      + "<w:tblGrid>\(widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined())</w:tblGrid>"
      + rows.joined() + "</w:tbl>"
  }

  private func row(_ row: FormTable.Row, _ widths: [Int], isHeading: Bool) -> String {
    var column = 0
    // A row without cells would be damage as well.
    let given = row.cells.isEmpty ? [FormTable.Cell(columns: widths.count)] : row.cells
    let cells = given.map { cell in
      let end = min(widths.count, column + max(1, cell.columns))
      defer { column = end }
      let width = widths[min(column, end)..<end].reduce(0, +)
      return "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>"
        + (end - column > 1 ? "<w:gridSpan w:val=\"\(end - column)\"/>" : "")
        + (cell.isShaded ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E7E6E6\"/>" : "")
        + (isHeading ? "<w:vAlign w:val=\"center\"/>" : "") + "</w:tcPr>"
        + paragraph(cell.text, style: isHeading ? "CellHeading" : "Cell") + "</w:tc>"
    }
    // A row stays on one page; Word lets one go over that does not fit.
    let properties = "<w:cantSplit/>" + (isHeading ? "<w:tblHeader/>" : "")
    return "<w:tr><w:trPr>\(properties)</w:trPr>\(cells.joined())</w:tr>"
  }
}
