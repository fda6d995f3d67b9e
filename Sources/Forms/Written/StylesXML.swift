/// The parts of a written document that are alike in all of them.
enum StylesXML {
  static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  /// Says that the document is for Word 2013 and later, which then opens it without a mode for older
  /// ones.
  static let settings =
    "<w:settings xmlns:w=\"\(word)\"><w:defaultTabStop w:val=\"720\"/>"
    + "<w:compat><w:compatSetting w:name=\"compatibilityMode\" "
    + "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>"

  /// The dots of lists.
  static let numbering =
    "<w:numbering xmlns:w=\"\(word)\"><w:abstractNum w:abstractNumId=\"0\">"
    + "<w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
    + "<w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\u{2022}\"/><w:lvlJc w:val=\"left\"/>"
    + "<w:pPr><w:ind w:left=\"360\" w:hanging=\"240\"/></w:pPr></w:lvl></w:abstractNum>"
    + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"

  static let styles =
    "<w:styles xmlns:w=\"\(word)\"><w:docDefaults><w:rPrDefault><w:rPr>"
    + "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/>"
    + "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/><w:lang w:val=\"en-GB\"/></w:rPr></w:rPrDefault>"
    + "<w:pPrDefault><w:pPr><w:spacing w:after=\"120\"/></w:pPr></w:pPrDefault></w:docDefaults>"
    + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
    + "<w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
    + "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">"
    + "<w:name w:val=\"Normal Table\"/></w:style>"
    + paragraph("Title", "Title", spacing: (0, 200), size: 32, isBold: true)
    + paragraph("Heading1", "heading 1", spacing: (280, 100), size: 26, isBold: true, level: 0)
    + paragraph("Heading2", "heading 2", spacing: (200, 80), size: 22, isBold: true, level: 1)
    + paragraph("Header", "header", spacing: (0, 40), size: 18)
    + paragraph("Footer", "footer", spacing: (0, 20), size: 14)
    + paragraph("Item", "Item", spacing: (0, 60), size: nil, isItem: true)
    + paragraph("Cell", "Cell", spacing: (0, 0), size: 18)
    + paragraph("CellHeading", "Cell Heading", spacing: (0, 0), size: 16)
    // A table can't end a page or touch the next one: a paragraph that is hardly seen parts them.
    + paragraph("Gap", "Gap", spacing: (0, 0), size: 8) + "</w:styles>"

  private static func paragraph(
    _ id: String, _ name: String, spacing: (before: Int, after: Int), size: Int?,
    isBold: Bool = false, isItem: Bool = false, level: Int? = nil
  ) -> String {
    let list = isItem ? "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>" : ""
    let outline = level.map { "<w:outlineLvl w:val=\"\($0)\"/>" } ?? ""
    let keep = level == nil ? "" : "<w:keepNext/>"
    let run =
      (isBold ? "<w:b/><w:bCs/>" : "")
      + (size.map { "<w:sz w:val=\"\($0)\"/><w:szCs w:val=\"\($0)\"/>" } ?? "")
    return "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
      + "<w:basedOn w:val=\"Normal\"/>\(level == nil ? "" : "<w:next w:val=\"Normal\"/>")"
      + "<w:qFormat/><w:pPr>\(keep)\(list)"
      + "<w:spacing w:before=\"\(spacing.before)\" w:after=\"\(spacing.after)\"/>\(outline)</w:pPr>"
      + "<w:rPr>\(run)</w:rPr></w:style>"
  }
}
