extension FormDocument {
  /// The document as a file: the same bytes each time.
  package var bytes: [UInt8] {
    let story = StoryXML(width: textWidth)
    return ArchiveWriter.bytes(
      of: [
        ("[Content_Types].xml", FormDocument.contentTypes),
        ("_rels/.rels", FormDocument.packageRelationships),
        ("word/_rels/document.xml.rels", FormDocument.documentRelationships),
        ("word/document.xml", story.document(body, section: section)),
        ("word/footer1.xml", story.part("ftr", footer, style: "Footer")),
        ("word/header1.xml", story.part("hdr", header, style: "Header")),
        ("word/numbering.xml", StylesXML.numbering),
        ("word/settings.xml", StylesXML.settings),
        ("word/styles.xml", StylesXML.styles),
      ].map { ($0.0, Array((XMLText.declaration + $0.1).utf8)) })
  }

  // A4, in twips.
  private static let short = 11_906
  private static let long = 16_838

  private var width: Int {
    orientation == .landscape ? FormDocument.long : FormDocument.short
  }

  private var height: Int {
    orientation == .landscape ? FormDocument.short : FormDocument.long
  }

  /// Left and right of the text.
  private var margin: Int { orientation == .landscape ? 850 : 1_304 }

  private var textWidth: Int { width - 2 * margin }

  private var section: String {
    let orient = orientation == .landscape ? " w:orient=\"landscape\"" : ""
    return "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId1\"/>"
      + "<w:footerReference w:type=\"default\" r:id=\"rId2\"/>"
      + "<w:pgSz w:w=\"\(width)\" w:h=\"\(height)\"\(orient)/>"
      + "<w:pgMar w:top=\"1134\" w:right=\"\(margin)\" w:bottom=\"1134\" w:left=\"\(margin)\" "
      + "w:header=\"567\" w:footer=\"454\" w:gutter=\"0\"/></w:sectPr>"
  }

  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let relationshipsOpen =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"

  private static let packageRelationships =
    relationshipsOpen
    + "<Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"word/document.xml\"/>"
    + "</Relationships>"

  private static let documentRelationships =
    relationshipsOpen
    + ["header", "footer", "numbering", "settings", "styles"].enumerated().map { index, name in
      let target = index < 2 ? "\(name)1.xml" : "\(name).xml"
      return
        "<Relationship Id=\"rId\(index + 1)\" Type=\"\(office)/\(name)\" Target=\"\(target)\"/>"
    }.joined() + "</Relationships>"

  private static let contentTypes =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    + "<Default Extension=\"rels\" "
    + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    + [
      ("document", "document.main"), ("footer1", "footer"), ("header1", "header"),
      ("numbering", "numbering"), ("settings", "settings"), ("styles", "styles"),
    ].map { name, type in
      "<Override PartName=\"/word/\(name).xml\" ContentType=\"application/"
        + "vnd.openxmlformats-officedocument.wordprocessingml.\(type)+xml\"/>"
    }.joined() + "</Types>"
}
