import Diagnostics

/// Finds comments: text that starts with # outside of scalars, or after a block scalar's mark.
struct CommentCheck {
  private let path: String
  private let scalars: [Unicode.Scalar]

  init(_ text: String, path: String) {
    self.path = path
    scalars = text.utf8.contains(UInt8(ascii: "#")) ? Array(text.unicodeScalars) : []
  }

  /// `isComplete`: whether the spans reach to the text's end. Where reading stopped earlier,
  /// comments after the last span can't be told from values and are not looked for.
  func findings(
    outside spans: [(range: Range<Int>, isBlock: Bool)], isComplete: Bool
  ) -> FindingList {
    var findings = FindingList()
    let count = isComplete ? scalars.count : min(scalars.count, spans.last?.range.upperBound ?? 0)
    var bodies = spans.map(body)[...]
    var (line, column, index, isComment) = (1, 1, 0, false)
    while index < count {
      while let first = bodies.first, first.upperBound <= index { bodies.removeFirst() }
      if let first = bodies.first, first.contains(index), !isComment {
        for scalar in scalars[index..<min(first.upperBound, count)] {
          (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
        }
        index = first.upperBound
        continue
      }
      if scalars[index] == "#", !isComment {
        isComment = true
        findings.report(
          .yamlComment, at: SourceLocation(path: path, line: line, column: column),
          "a comment", help: ["move it to 'notes', or remove it: the format keeps no comments"])
      }
      if scalars[index] == "\n" { isComment = false }
      (line, column) = scalars[index] == "\n" ? (line + 1, 1) : (line, column + 1)
      index += 1
    }
    return findings
  }

  /// The part of a scalar's span that is its text; in a block scalar, the part after the line of
  /// `|`.
  private func body(of span: (range: Range<Int>, isBlock: Bool)) -> Range<Int> {
    let range = span.range.clamped(to: scalars.indices)
    guard span.isBlock else { return range }
    let header = scalars[range].firstIndex(of: "\n").map { $0 + 1 } ?? range.upperBound
    return header..<range.upperBound
  }
}
