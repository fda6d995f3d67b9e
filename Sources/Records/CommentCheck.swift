import Diagnostics

/// Finds comments: what starts with # outside of every scalar, and behind a block scalar's mark.
struct CommentCheck {
  private let path: String
  private let scalars: [Unicode.Scalar]

  init(_ text: String, path: String) {
    self.path = path
    scalars = text.utf8.contains(UInt8(ascii: "#")) ? Array(text.unicodeScalars) : []
  }

  /// `isComplete`: whether the spans reach to the text's end; behind the last of a text that could
  /// not be read on, nothing tells a comment from a value.
  func findings(
    outside spans: [(range: Range<Int>, isBlock: Bool)], isComplete: Bool
  ) -> FindingList {
    var findings = FindingList()
    let count = isComplete ? scalars.count : min(scalars.count, spans.last?.range.upperBound ?? 0)
    var spans = spans[...]
    var (line, column, index, isComment) = (1, 1, 0, false)
    while index < count {
      while let first = spans.first, first.range.upperBound <= index { spans.removeFirst() }
      if let first = spans.first, first.range.contains(index), !isComment,
        !isHeader(index, of: first)
      {
        let end = first.range.upperBound
        for scalar in scalars[index..<min(end, count)] {
          (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
        }
        index = end
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

  /// Whether an index is on the first line of a block scalar, behind its `|`.
  private func isHeader(_ index: Int, of span: (range: Range<Int>, isBlock: Bool)) -> Bool {
    guard span.isBlock else { return false }
    let start = span.range.lowerBound
    return !scalars[start..<min(index, scalars.count)].contains("\n")
  }
}
