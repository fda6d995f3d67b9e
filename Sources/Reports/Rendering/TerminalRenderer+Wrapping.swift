import PortfolioModel

extension TerminalRenderer {
  func wrapped(_ spans: [Span], indent: String, hanging: String) -> String {
    let lines = wrap(spans, width: width - max(indent.count, hanging.count), breaksWords: true)
    return lines.enumerated().map { index, line in
      (index == 0 ? indent : hanging) + line.map(styled).joined() + "\n"
    }.joined()
  }

  /// Breaks spans into lines at spaces and line feeds, and words too where they are longer than a line
  /// and may be broken.
  func wrap(_ spans: [Span], width: Int, breaksWords: Bool = false) -> [[Span]] {
    if let line = fitting(spans, width: width) { return [line] }
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

  /// The spans as one line; nil where they don't fit on one. Most do, and need not be split into words.
  private func fitting(_ spans: [Span], width: Int) -> [Span]? {
    var lines: [[Span]] = [[]]
    var column = 0
    for span in spans where !span.text.isEmpty {
      let text = DisplayText.escaped(span.text)
      guard !text.hasLineFeed else { return nil }
      column += DisplayText.width(text)
      guard column <= width else { return nil }
      append(text, span.role, to: &lines)
    }
    trimEnd(&lines)
    return lines[0]
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
    let space = UInt8(ascii: " ")
    var words: [String] = []
    var rest = line
    while let first = rest.utf8.first {
      let run = rest.utf8.prefix { ($0 == space) == (first == space) }
      var word = rest[..<run.endIndex]
      rest = rest[run.endIndex...]
      while let end = end(of: word, longest: longest) {
        let hyphen = word.utf8[..<end].lastIndex(of: UInt8(ascii: "-"))
        let cut = hyphen.map { word.utf8.index(after: $0) } ?? end
        words.append(String(word[..<cut]))
        word = word[cut...]
      }
      words.append(String(word))
    }
    return words
  }

  /// Where the part of a word ends that fills a line; nil where all of it has room.
  private func end(of word: Substring, longest: Int) -> Substring.Index? {
    // No character is wider than it has bytes.
    guard word.utf8.count > longest else { return nil }
    // Values can be very long, and in ASCII each byte is a column.
    let bytes = word.utf8.prefix(longest + 1)
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.index(before: bytes.endIndex) }
    var (place, width) = (word.startIndex, 0)
    while width < longest, place < word.endIndex {
      width += DisplayText.width(word[place])
      word.formIndex(after: &place)
    }
    return place < word.endIndex ? place : nil
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
}
