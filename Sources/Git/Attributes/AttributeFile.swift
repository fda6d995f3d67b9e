/// Git reads a file of attributes on the disk otherwise than one in its index: there it skips a byte
/// order mark, and takes the lines after a zero byte.
package enum AttributeReading: CaseIterable, Sendable {
  case disk, index
}

/// Versions of git, and libraries, read some lines in different ways.
enum AttributeHabit: CaseIterable {
  /// Passes over lines that are too long.
  case usual
  /// And over those that name an attribute which git keeps for itself.
  case reserving
  /// Takes long lines of files on the disk in pieces.
  case inPieces
  /// Takes lines of any length.
  case whole
}

/// A file of attributes, as git reads it.
struct AttributeFile {
  /// In their order, each with the place in the file from 1.
  let lines: [AttributeLine]

  /// `takesMacros`: whether it may define them, as all but those
  /// below the top of a worktree may.
  init(
    _ bytes: [UInt8], takesMacros: Bool, _ reading: AttributeReading, _ habit: AttributeHabit
  ) {
    var bytes = bytes[...]
    switch reading {
    case .disk where bytes.starts(with: [0xEF, 0xBB, 0xBF]): bytes = bytes.dropFirst(3)
    case .index: bytes = bytes.prefix { $0 != 0 }
    default: break
    }
    var lines: [AttributeLine] = []
    let all = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for line in all {
      for piece in AttributeLine.pieces(of: line, reading, habit) {
        if let line = AttributeLine(piece, takesMacros: takesMacros) { lines.append(line) }
      }
    }
    self.lines = lines
  }

  /// The first line that is not read alike by all, or nil; `place`: how the file is called.
  static func doubt(in bytes: [UInt8], place: String) -> AttributeProblem? {
    let all = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in all.enumerated() {
      if let doubt = AttributeLine.doubt(of: line) {
        return .unclear(place, line: index + 1, doubt)
      }
    }
    return nil
  }
}
