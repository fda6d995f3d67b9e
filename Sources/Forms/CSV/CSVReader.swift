/// Reads comma-separated values, as spreadsheets in different countries write them.
struct CSVReader {
  private static let mostBytes = 5 << 20
  private static let mostCells = 200_000
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private let bytes: [UInt8]
  private let separator: UInt8
  private let file: String
  private var index = 0
  private var rows: [FormContent.Row] = []
  private var cells: [FormContent.Cell] = []
  private var count = 0
  private var remarks: [FormRemark] = []

  /// What the file may say: once with each separator, or with the one that it names.
  static func readings(of bytes: [UInt8], file: String) throws(FormProblem) -> [FormContent] {
    guard bytes.count <= mostBytes else {
      throw FormProblem(.holdsTooMuch(megabytes: mostBytes >> 20), at: FormPlace(file: file))
    }
    let (text, isReplaced) = TextEncoding.text(of: bytes)
    var rest = Array(text.utf8)
    var separators = Array(",;\t".utf8)
    // Excel reads a first line such as `sep=;` and shows none.
    if rest.count >= 5, String(decoding: rest.prefix(4), as: UTF8.self).lowercased() == "sep=" {
      let ends = rest.dropFirst(5).prefix { $0 == carriageReturn || $0 == lineFeed }
      if separators.contains(rest[4]), !ends.isEmpty || rest.count == 5 {
        separators = [rest[4]]
        rest.removeFirst(5 + (ends.starts(with: "\r\n".utf8) ? 2 : min(1, ends.count)))
      }
    }
    var readings: [FormContent] = []
    for separator in separators {
      var reader = CSVReader(bytes: rest, separator: separator, file: file)
      try reader.read()
      readings.append(reader.content(isReplaced: isReplaced))
    }
    return readings
  }

  private init(bytes: [UInt8], separator: UInt8, file: String) {
    self.bytes = bytes
    self.separator = separator
    self.file = file
  }

  private func content(isReplaced: Bool) -> FormContent {
    let strange = isReplaced ? [FormRemark(.hasStrangeBytes, at: FormPlace(file: file))] : []
    return FormContent(
      file: file, lines: [], tables: [FormContent.Table(isInHeader: false, rows: rows)],
      remarks: strange + remarks)
  }

  private mutating func read() throws(FormProblem) {
    while index < bytes.count {
      let place = FormPlace(
        file: file,
        area: .cell(
          table: nil, isInHeader: false, row: rows.count + 1, column: cells.count + 1))
      let text = bytes[index] == CSVReader.quote ? quoted(at: place) : plain()
      cells.append(
        FormContent.Cell(
          text: CSV.text(of: text).trimmed, place: place,
          edges: cells.count..<cells.count + 1, isContinued: false, above: ""))
      count += 1
      guard count <= CSVReader.mostCells else {
        throw FormProblem(.hasTooManyCells(most: CSVReader.mostCells), at: place)
      }
      // A separator, a line's end, or the end of the file.
      guard index < bytes.count else { break }
      let end = bytes[index]
      index += 1
      if end == separator {
        if index == bytes.count { break }
        continue
      }
      if end == CSVReader.carriageReturn, index < bytes.count, bytes[index] == CSVReader.lineFeed {
        index += 1
      }
      finishRow()
    }
    if !cells.isEmpty { finishRow() }
  }

  private mutating func finishRow() {
    let place = FormPlace(
      file: file, area: .row(table: nil, isInHeader: false, row: rows.count + 1))
    rows.append(FormContent.Row(cells: cells, place: place))
    cells = []
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == separator || byte == CSVReader.lineFeed || byte == CSVReader.carriageReturn
  }

  private mutating func plain() -> String {
    let start = index
    while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// A cell in quotes, in which two stand for one. What follows the closing quote belongs to the
  /// cell. One that is not closed, or only where the next quote opens in a later line, would swallow
  /// the rows between: its quote is taken for text.
  private mutating func quoted(at place: FormPlace) -> String {
    let start = index
    var text: [UInt8] = []
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == CSVReader.quote {
        guard index < bytes.count, bytes[index] == CSVReader.quote else {
          let isClosed = index == bytes.count || isEnd(bytes[index])
          if isClosed { return CSVReader.lines(text) }
          if text.contains(CSVReader.lineFeed) || text.contains(CSVReader.carriageReturn) { break }
          remarks.append(FormRemark(.hasStrangeQuotes, at: place))
          return CSVReader.lines(text) + plain()
        }
        index += 1
      }
      text.append(byte)
    }
    remarks.append(FormRemark(.hasStrangeQuotes, at: place))
    index = start
    return plain()
  }

  /// Line breaks within a cell, however they are written, as line feeds.
  private static func lines(_ bytes: [UInt8]) -> String {
    guard bytes.contains(carriageReturn) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte == lineFeed, index > 0, bytes[index - 1] == carriageReturn { continue }
      result.append(byte == carriageReturn ? lineFeed : byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
