import CFormShims
import CXlsxwriter
import PortfolioModel

extension Workbook {
  /// The workbook as XLSX: the same bytes each time, whatever the day and the machine.
  package func bytes() throws(FormProblem) -> [UInt8] {
    let place = FormPlace(file: title)
    try FormLibrary.loadXlsxwriter(for: place)
    let length = 64
    var path = [CChar](repeating: 0, count: length)
    let file = rspmaint_scratch_open(&path, length)
    guard file >= 0 else {
      throw FormProblem(.isUnwritten("there is no place for it"), at: place)
    }
    defer { rspmaint_scratch_close(file) }
    guard let book = workbook_new(path) else {
      throw FormProblem(.isUnwritten("there is no memory for it"), at: place)
    }
    WorkbookWriter(book, self).write()
    let status = workbook_close(book)
    guard status == LXW_NO_ERROR else {
      let reason = lxw_strerror(status).map { String(cString: $0) } ?? "no reason is known"
      throw FormProblem(.isUnwritten(reason), at: place)
    }
    let size = rspmaint_scratch_size(file)
    var bytes = [UInt8](repeating: 0, count: max(0, size))
    guard size > 0, rspmaint_scratch_read(file, &bytes, size) == size else {
      throw FormProblem(.isUnwritten("it can't be read back"), at: place)
    }
    // How the library packs and dates the parts is its own; what they hold is not.
    return ArchiveWriter.bytes(of: try ArchiveReader.files(in: bytes, file: title))
  }
}

/// Writes the parts of a workbook.
private struct WorkbookWriter {
  private static let pale: lxw_color_t = 0xEE_F1_F5
  private static let line: lxw_color_t = 0xB8_C0_CC
  private static let input: lxw_color_t = 0xFF_FB_E6

  private let book: UnsafeMutablePointer<lxw_workbook>
  private let content: Workbook
  private let heading, locked, open, title, text: UnsafeMutablePointer<lxw_format>?

  init(_ book: UnsafeMutablePointer<lxw_workbook>, _ content: Workbook) {
    (self.book, self.content) = (book, content)
    func format(
      _ fill: lxw_color_t? = nil, border: Bool = true
    ) -> UnsafeMutablePointer<lxw_format>? {
      let format = workbook_add_format(book)
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      if let fill { format_set_bg_color(format, fill) }
      if border {
        format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_border_color(format, WorkbookWriter.line)
      }
      return format
    }
    heading = format(WorkbookWriter.pale)
    format_set_bold(heading)
    locked = format()
    open = format(WorkbookWriter.input)
    format_set_unlocked(open)
    title = format(border: false)
    format_set_bold(title)
    format_set_font_size(title, 13)
    text = format(border: false)
  }

  func write() {
    setProperties()
    writeNotes()
    writeTable()
  }

  private func setProperties() {
    content.title.withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = content.created.daysSince1970 * 86_400
      workbook_set_properties(book, &properties)
    }
  }

  private func writeNotes() {
    let sheet = workbook_add_worksheet(book, content.notes.name)
    // A4 holds this even in a wide font. LibreOffice does not shrink a sheet of one column.
    let width = 68
    worksheet_set_column(sheet, 0, 0, Double(width), nil)
    for (row, line) in content.notes.lines.enumerated() {
      worksheet_set_row(
        sheet, UInt32(row), height([(line.text, width)], isLarge: line.isHeading), nil)
      let shown = HiddenCharacter.spelledOut(in: line.text)
      worksheet_write_string(sheet, UInt32(row), 0, shown, line.isHeading ? title : text)
    }
    printOnWidth(of: sheet)
    worksheet_protect(sheet, nil, nil)
  }

  private func writeTable() {
    let sheet = workbook_add_worksheet(book, content.sheet)
    for (index, column) in content.columns.enumerated() {
      worksheet_set_column(sheet, UInt16(index), UInt16(index), Double(column.width), nil)
      worksheet_write_string(sheet, 0, UInt16(index), column.heading, heading)
    }
    for (row, cells) in content.rows.enumerated() {
      let sized = zip(cells, content.columns).map { ($0.text, $1.width) }
      worksheet_set_row(sheet, UInt32(row + 1), height(sized), nil)
      for (column, cell) in cells.enumerated() {
        let style = content.columns[column].isOpen ? open : locked
        let (row, column) = (UInt32(row + 1), UInt16(column))
        if cell.text.isEmpty {
          worksheet_write_blank(sheet, row, column, style)
        } else {
          worksheet_write_string(
            sheet, row, column, HiddenCharacter.spelledOut(in: cell.text), style)
        }
      }
    }
    for column in content.columns.indices { offerChoices(column, sheet) }
    let last = (row: UInt32(max(1, content.rows.count)), column: UInt16(content.columns.count - 1))
    worksheet_autofilter(sheet, 0, 0, last.row, last.column)
    worksheet_freeze_panes(sheet, 1, 0)
    worksheet_set_landscape(sheet)
    printOnWidth(of: sheet)
    worksheet_repeat_rows(sheet, 0, 0)
    var allowed = lxw_protection()
    (allowed.sort, allowed.autofilter) = (1, 1)
    (allowed.format_columns, allowed.format_rows) = (1, 1)
    worksheet_protect(sheet, nil, &allowed)
  }

  /// Lets a sheet print on A4, all its columns on one page's width and on as many pages as it is long.
  private func printOnWidth(of sheet: UnsafeMutablePointer<lxw_worksheet>?) {
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
  }

  /// The height of a row in points, of which some programs make none themselves: enough for the cell
  /// with the most lines.
  private func height(_ cells: [(text: String, width: Int)], isLarge: Bool = false) -> Double {
    let lines = cells.map { text, width in
      // Words that do not fit leave the end of their line empty.
      text.unicodeScalars.count / max(1, width * 9 / 10) + 1
    }
    return Double(lines.max() ?? 1) * (isLarge ? 18 : 15)
  }

  /// The drop-down lists of a column: one for each run of rows with the same words.
  private func offerChoices(_ column: Int, _ sheet: UnsafeMutablePointer<lxw_worksheet>?) {
    let lists = content.rows.map { $0.indices.contains(column) ? $0[column].choices : [] }
    var start = 0
    while start < lists.count {
      let end = lists[start...].firstIndex { $0 != lists[start] } ?? lists.count
      if !lists[start].isEmpty {
        offer(lists[start], UInt32(start + 1), UInt32(end), UInt16(column), sheet)
      }
      start = end
    }
  }

  private func offer(
    _ words: [String], _ first: UInt32, _ last: UInt32, _ column: UInt16,
    _ sheet: UnsafeMutablePointer<lxw_worksheet>?
  ) {
    var list: [UnsafeMutablePointer<CChar>?] =
      words.map { word in
        let bytes = UnsafeMutablePointer<CChar>.allocate(capacity: word.utf8.count + 1)
        for (index, byte) in word.utf8.enumerated() { bytes[index] = CChar(bitPattern: byte) }
        bytes[word.utf8.count] = 0
        return bytes
      } + [nil]
    defer { for bytes in list { bytes?.deallocate() } }
    list.withUnsafeMutableBufferPointer { list in
      var rule = lxw_data_validation()
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      rule.value_list = list.baseAddress
      worksheet_data_validation_range(sheet, first, column, last, column, &rule)
    }
  }
}
