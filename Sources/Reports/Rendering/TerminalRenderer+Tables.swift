extension TerminalRenderer {
  /// Renders a table, or a list of its rows where the terminal is too narrow for it.
  func render(
    _ header: [String], _ rows: [[[Span]]], to write: (String) throws -> Void
  ) rethrows {
    let widths = columnWidths(header, rows)
    guard widths.reduce(2 * (widths.count - 1), +) <= width, !breaksWords(widths, rows) else {
      for cells in rows { try write(record(header, cells)) }
      return
    }
    try write(row(header.map { [Span($0, .dim)] }, widths))
    try write(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ") + "\n")
    for cells in rows { try write(row(cells, widths)) }
  }

  /// Whether a narrow terminal would cut words of a table.
  private func breaksWords(_ widths: [Int], _ rows: [[[Span]]]) -> Bool {
    width < 60
      && rows.contains { cells in
        zip(cells, widths).contains { cell, width in
          plain(cell).split(separator: " ").contains { DisplayText.width(String($0)) > width }
        }
      }
  }

  /// A row that the terminal is too narrow for: its name, and a line for each cell that holds
  /// something.
  private func record(_ header: [String], _ cells: [[Span]]) -> String {
    let lines = zip(header, cells).dropFirst().filter { !plain($1).isEmpty }.map { name, cell in
      wrapped([Span("\(name): ", .dim)] + cell, indent: "  ", hanging: "    ")
    }
    return wrapped(cells.first ?? [], indent: "", hanging: "  ") + lines.joined()
  }

  /// The widths that fit: the widest columns give way first, down to their longest word, and only
  /// then further.
  private func columnWidths(_ header: [String], _ rows: [[[Span]]]) -> [Int] {
    func most(of measure: (String) -> Int) -> [Int] {
      header.indices.map { column in
        rows.reduce(measure(header[column])) { max($0, measure(plain($1[column]))) }
      }
    }
    var widths = most(of: DisplayText.width)
    let room = width - 2 * (widths.count - 1)
    guard widths.reduce(0, +) > room else { return widths }
    let words = most { min(TerminalRenderer.longestWord(of: $0), 30) }
    for floors in [words, words.map { _ in 8 }] {
      while widths.reduce(0, +) > room {
        let shrinkable = widths.indices.filter { widths[$0] > floors[$0] }
        guard let column = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
        widths[column] -= 1
      }
    }
    return widths
  }

  /// The width of a text's longest word.
  private static func longestWord(of text: String) -> Int {
    text.utf8.split(separator: UInt8(ascii: " ")).map { word in
      // In ASCII each byte is a column.
      word.allSatisfy { $0 < 0x80 } ? word.count : DisplayText.width(String(Substring(word)))
    }.max() ?? 0
  }

  private func row(_ cells: [[Span]], _ widths: [Int]) -> String {
    let columns = zip(cells, widths).map { wrap($0, width: max(1, $1), breaksWords: true) }
    let height = columns.map(\.count).max() ?? 0
    return (0..<height).map { line -> String in
      var text = ""
      var pending = 0
      for (column, lines) in columns.enumerated() {
        let spans = line < lines.count ? lines[line] : []
        let length = spans.reduce(0) { $0 + DisplayText.width($1.text) }
        if length > 0 {
          if pending > 0 { text += String(repeating: " ", count: pending) }
          for span in spans { text += styled(span) }
          pending = 0
        }
        pending += max(0, widths[column] - length) + 2
      }
      return text + "\n"
    }.joined()
  }
}
