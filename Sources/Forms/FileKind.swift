/// What kind of file some bytes are, as far as forms go: by the bytes, for names are often wrong.
package enum FileKind: Hashable, Sendable {
  case empty
  /// Any archive; whether it is a Word document shows when it is opened.
  case archive
  /// Taken for comma-separated values.
  case text
  /// Word 97 to 2003, or a document with a password.
  case oldOffice
  case portableDocument
  case richText
  case openDocument
  case workbook
  /// Neither text nor anything known.
  case other

  package init(of bytes: [UInt8]) {
    let head = bytes.prefix(8)
    if bytes.isEmpty {
      self = .empty
    } else if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 5, 6]) {
      self = .archive
    } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .oldOffice
    } else if head.starts(with: "%PDF".utf8) {
      self = .portableDocument
    } else if head.starts(with: "{\\rtf".utf8) {
      self = .richText
    } else {
      let isWide = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
      self = isWide || !bytes.prefix(4096).contains(0) ? .text : .other
    }
  }

  /// Why a file of this kind can't be read, and what helps.
  var sentence: String {
    switch self {
    case .empty: "it is empty"
    case .archive: "it is an archive, but no Word document"
    case .text: "it is text, but no table"
    case .oldOffice:
      "it is a document of an old Word, or one with a password: save it as DOCX without one"
    case .portableDocument: "it is a PDF: send the Word document or CSV that it was made from"
    case .richText: "it is RTF: save it as DOCX"
    case .openDocument: "it is an OpenDocument file: save it as DOCX, or a spreadsheet as CSV"
    case .workbook: "it is a workbook of Excel: save the sheet as CSV"
    case .other: "it is neither a Word document nor CSV"
    }
  }
}
