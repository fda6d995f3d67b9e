/// Git reads a file of attributes on the disk otherwise than one in its index: there it skips a byte
/// order mark, and takes the lines after a zero byte.
package enum AttributeReading: CaseIterable, Sendable {
  case disk, index
}

/// A file of attributes, as git reads it.
struct AttributeFile {
  /// In their order, each with the place in the file from 1.
  let lines: [AttributeLine]

  /// `place`: how the file is called. `takesMacros`: whether it may define them, as all but those
  /// below the top of a worktree may.
  ///
  /// - Throws: `AttributeProblem` where git's versions read it in different ways.
  init(
    _ bytes: [UInt8], place: String, takesMacros: Bool, _ reading: AttributeReading
  ) throws(AttributeProblem) {
    var bytes = bytes[...]
    switch reading {
    case .disk where bytes.starts(with: [0xEF, 0xBB, 0xBF]): bytes = bytes.dropFirst(3)
    case .index: bytes = bytes.prefix { $0 != 0 }
    default: break
    }
    var lines: [AttributeLine] = []
    let all = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in all.enumerated() {
      if let doubt = AttributeLine.doubt(of: line) {
        throw .unclear(place, line: index + 1, doubt)
      }
      let text = line.prefix { $0 != 0 }
      if let line = AttributeLine(text, takesMacros: takesMacros) { lines.append(line) }
    }
    self.lines = lines
  }
}
