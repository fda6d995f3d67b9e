import PortfolioModel

/// Renders a report as text for a terminal or a pager.
package struct TerminalRenderer {
  private let width: Int
  private let color: Bool

  package init(width: Int = 80, color: Bool) {
    self.width = width
    self.color = color
  }

  package func render(_ report: Report) -> String {
    let blocks = report.flattened
    var text = ""
    for (index, block) in blocks.enumerated() {
      if index > 0, !isHeadingBefore(blocks, index) { text += "\n" }
      text += render(block)
    }
    return text
  }

  /// A block follows its own heading without a blank line.
  private func isHeadingBefore(_ blocks: [Report.Block], _ index: Int) -> Bool {
    if case .heading(let level, _) = blocks[index - 1] { return level == 3 }
    return false
  }

  private func render(_ block: Report.Block) -> String {
    switch block {
    case .heading(let level, let spans):
      let title = wrapped(spans.map { Span($0.text, .strong) }, indent: "", hanging: "")
      guard level < 3 else { return title }
      let length = min(width, DisplayText.width(plain(spans)))
      return title + String(repeating: level == 1 ? "=" : "-", count: length) + "\n"
    case .paragraph(let spans): return wrapped(spans, indent: "", hanging: "")
    case .bullets(let items):
      return items.map { wrapped($0, indent: "- ", hanging: "  ") }.joined()
    case .lines(let lines):
      // A line feed in a record's text must not start what looks like another line.
      return lines.map { line in
        line.map { styled(Span($0.text.oneLine, $0.role)) }.joined() + "\n"
      }.joined()
    case .table(let header, let rows): return table(header, rows)
    case .quote(let lines):
      return lines.map { wrapped($0, indent: "  | ", hanging: "  | ") }.joined()
    case .entries, .items, .section, .group, .beside, .card, .details, .whole, .picture:
      preconditionFailure("flattened reports hold none of these")
    }
  }

  private func plain(_ spans: [Span]) -> String {
    spans.map { DisplayText.escaped($0.text) }.joined()
  }

  func styled(_ span: Span) -> String {
    let text = DisplayText.escaped(span.text)
    guard color, let code = span.role.code, !text.isEmpty else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  // MARK: - Wrapping

  private func wrapped(_ spans: [Span], indent: String, hanging: String) -> String {
    let lines = wrap(spans, width: width - max(indent.count, hanging.count), breaksWords: true)
    return lines.enumerated().map { index, line in
      (index == 0 ? indent : hanging) + line.map(styled).joined() + "\n"
    }.joined()
  }

  /// Breaks spans into lines at spaces and line feeds, and words too where they are longer than a line
  /// and may be broken.
  func wrap(_ spans: [Span], width: Int, breaksWords: Bool = false) -> [[Span]] {
    var lines: [[Span]] = [[]]
    var column = 0
    for span in spans {
      let text = DisplayText.escaped(span.text)
      let parts = text.utf8.split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      for (number, line) in parts.map({ Substring($0) }).enumerated() {
        if number > 0 {
          lines.append([])
          column = 0
        }
        for (place, word) in words(line, longest: breaksWords ? width : Int.max).enumerated() {
          let length = DisplayText.width(word)
          let isSpace = word.hasPrefix(" ")
          if column + length > width, column > 0 {
            // Only the first word of a span can go on with one of the span before.
            let start =
              isSpace || place > 0 ? [] : unfinishedWord(&lines, room: width - length)
            trimEnd(&lines)
            lines.append(start)
            column = DisplayText.width(start.map(\.text).joined())
          }
          if isSpace, column == 0, lines.count > 1 { continue }
          append(word, span.role, to: &lines)
          column += length
        }
      }
    }
    trimEnd(&lines)
    return lines
  }

  /// Takes off the last line the start of a word that goes on in the next span, where the whole word
  /// has room on a line of its own.
  private func unfinishedWord(_ lines: inout [[Span]], room: Int) -> [Span] {
    var line = lines[lines.count - 1]
    var start: [Span] = []
    while let span = line.popLast() {
      guard let space = span.text.lastIndex(of: " ") else {
        start.insert(span, at: 0)
        continue
      }
      let end = span.text.index(after: space)
      if end < span.text.endIndex {
        start.insert(Span(String(span.text[end...]), span.role), at: 0)
      }
      guard DisplayText.width(start.map(\.text).joined()) <= room else { return [] }
      lines[lines.count - 1] = line + [Span(String(span.text[..<end]), span.role)]
      return start
    }
    return []
  }

  /// Words and the spaces between them; longer words are cut, after a hyphen where one is.
  private func words(_ line: Substring, longest: Int) -> [String] {
    var words: [String] = []
    var (word, width) = ("", 0)
    if line.utf8.allSatisfy({ $0 < 0x80 }) { return asciiWords(line, longest: longest) }
    for character in line {
      if !word.isEmpty, word.hasPrefix(" ") != (character == " ") {
        words.append(word)
        (word, width) = ("", 0)
      } else if width >= longest {
        let cut = word.lastIndex(of: "-").map { word.index(after: $0) } ?? word.endIndex
        words.append(String(word[..<cut]))
        word = String(word[cut...])
        width = DisplayText.width(word)
      }
      word.append(character)
      width += DisplayText.width(String(character))
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// The same of a line in ASCII, byte by byte: values can be very long.
  private func asciiWords(_ line: Substring, longest: Int) -> [String] {
    let (space, hyphen) = (UInt8(ascii: " "), UInt8(ascii: "-"))
    let bytes = Array(line.utf8)
    var words: [String] = []
    var start = 0
    func end(at place: Int) {
      words.append(String(decoding: bytes[start..<place], as: UTF8.self))
      start = place
    }
    for (place, byte) in bytes.enumerated() where place > start {
      if (bytes[start] == space) != (byte == space) {
        end(at: place)
      } else if place - start >= longest {
        end(at: bytes[start..<place].lastIndex(of: hyphen).map { $0 + 1 } ?? place)
      }
    }
    if start < bytes.count { end(at: bytes.count) }
    return words
  }

  private func append(_ word: String, _ role: Role, to lines: inout [[Span]]) {
    let last = lines.count - 1
    if let span = lines[last].last, span.role == role {
      lines[last][lines[last].count - 1] = Span(span.text + word, role)
    } else {
      lines[last].append(Span(word, role))
    }
  }

  private func trimEnd(_ lines: inout [[Span]]) {
    let last = lines.count - 1
    guard let span = lines[last].last, span.text.hasSuffix(" ") else { return }
    var text = span.text
    while text.hasSuffix(" ") { text.removeLast() }
    lines[last].removeLast()
    if !text.isEmpty { lines[last].append(Span(text, span.role)) }
  }

  // MARK: - Tables

  private func table(_ header: [String], _ rows: [[[Span]]]) -> String {
    let widths = columnWidths(header, rows)
    guard widths.reduce(2 * (widths.count - 1), +) <= width, !breaksWords(widths, rows) else {
      return rows.map { record(header, $0) }.joined()
    }
    var text = row(header.map { [Span($0, .dim)] }, widths)
    text += widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ") + "\n"
    for cells in rows { text += row(cells, widths) }
    return text
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
    let columns = header.indices.map { column in
      [header[column]] + rows.map { plain($0[column]) }
    }
    var widths = columns.map { cells in cells.map(DisplayText.width).max() ?? 0 }
    let words = columns.map { cells in
      cells.flatMap { $0.split(separator: " ") }.map { min(DisplayText.width(String($0)), 30) }
        .max() ?? 0
    }
    let room = width - 2 * (widths.count - 1)
    for floors in [words, words.map { _ in 8 }] {
      while widths.reduce(0, +) > room {
        let shrinkable = widths.indices.filter { widths[$0] > floors[$0] }
        guard let column = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
        widths[column] -= 1
      }
    }
    return widths
  }

  private func row(_ cells: [[Span]], _ widths: [Int]) -> String {
    let columns = zip(cells, widths).map { wrap($0, width: max(1, $1), breaksWords: true) }
    let height = columns.map(\.count).max() ?? 0
    return (0..<height).map { line -> String in
      var text = ""
      var pending = 0
      for (column, lines) in columns.enumerated() {
        let spans = line < lines.count ? lines[line] : []
        let length = DisplayText.width(spans.map(\.text).joined())
        if length > 0 {
          text += String(repeating: " ", count: pending) + spans.map(styled).joined()
          pending = 0
        }
        pending += max(0, widths[column] - length) + 2
      }
      return text + "\n"
    }.joined()
  }
}

extension Role {
  /// The terminal's code, or nil for plain text.
  fileprivate var code: String? {
    switch self {
    case .plain, .code, .met, .removed: nil
    case .strong, .added, .direction: "1"
    case .dim: "2"
    case .inserted: "34"
    case .deleted: "35"
    case .missed, .error: "31"
    case .waived, .warning: "33"
    case .note: "36"
    }
  }
}

extension Report {
  /// The report as headings, texts and tables only, for a medium that can't fold or draw.
  var flattened: [Block] { blocks.flatMap(Report.flattened) }

  private static func flattened(_ block: Block) -> [Block] {
    switch block {
    case .section(_, let title, let count, let blocks):
      section(title + counted(count), blocks.flatMap(flattened))
    case .group(let title, let count, let blocks):
      [.heading(3, [Span(title + counted(count))])] + blocks.flatMap(flattened)
    case .beside(let left, let right): (left + right).flatMap(flattened)
    case .whole: []
    case .card(_, let title, let blocks): [.heading(3, title)] + blocks.flatMap(flattened)
    case .details(let summary, _, let blocks): details(summary, blocks.flatMap(flattened))
    case .entries(let header, let rows): [.table(header, rows.map { $0.cells.map(marked) })]
    case .items(let items): [.bullets(items.map { marked($0.spans) })]
    case .quote(let lines): [.quote(lines)]
    case .picture: []
    case .heading(let level, let spans): [.heading(level, spans)]
    case .paragraph(let spans): [.paragraph(marked(spans))]
    case .bullets(let items): [.bullets(items.map(marked))]
    case .table(let header, let rows): [.table(header, rows.map { $0.map(marked) })]
    case .lines(let lines): [.lines(lines)]
    }
  }

  /// " (3)"
  static func counted(_ count: Int?) -> String { count.map { " (\($0))" } ?? "" }

  /// Pictures alone have no heading.
  private static func details(_ summary: String, _ blocks: [Block]) -> [Block] {
    blocks.isEmpty ? [] : [.heading(3, [Span(summary)])] + blocks
  }

  /// An empty section has no heading either.
  private static func section(_ title: String, _ blocks: [Block]) -> [Block] {
    blocks.isEmpty ? [] : [.heading(2, [Span(title)])] + blocks
  }

  /// Words that go and come get marks that need no colour; links show where they lead.
  private static func marked(_ spans: [Span]) -> [Span] {
    spans.map { span in
      switch (span.role, span.link) {
      case (.deleted, _): Span("[-\(span.text)-]", .deleted)
      case (.inserted, _): Span("{+\(span.text)+}", .inserted)
      case (_, let link?) where !link.hasSameBytes(as: span.text) && !link.hasPrefix("#"):
        Span("\(span.text) <\(link)>", span.role)
      default: span
      }
    }
  }
}
