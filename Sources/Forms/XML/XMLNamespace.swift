/// The namespaces that Word documents and workbooks use, each with its transitional and its strict address.
enum XMLNamespace: Hashable {
  case none
  /// `w`: paragraphs, runs, tables.
  case word
  /// Workbooks and their sheets.
  case workbook
  /// `r`: ids of relationships.
  case relationships
  /// What the files of relationships hold.
  case packageRelationships
  /// `mc`: alternate content.
  case compatibility
  /// `m`: formulas.
  case math
  /// `a`: drawings, which hold the pictures.
  case drawing
  /// `v`: older drawings.
  case vector
  /// `xml`
  case xml
  case other

  init(_ address: String) {
    self =
      switch address {
      case "": .none
      case "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main":
        .word
      case "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main":
        .workbook
      case "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships":
        .relationships
      case "http://schemas.openxmlformats.org/package/2006/relationships": .packageRelationships
      case "http://schemas.openxmlformats.org/markup-compatibility/2006": .compatibility
      case "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "http://purl.oclc.org/ooxml/officeDocument/math":
        .math
      case "http://schemas.openxmlformats.org/drawingml/2006/main",
        "http://purl.oclc.org/ooxml/drawingml/main":
        .drawing
      case "urn:schemas-microsoft-com:vml": .vector
      case "http://www.w3.org/XML/1998/namespace": .xml
      default: .other
      }
  }
}
