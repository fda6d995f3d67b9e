/// Where git reads an attribute file from. On the disk, unlike in the index, it skips a byte order
/// mark and reads the lines after a zero byte.
package enum AttributeReading: CaseIterable, Sendable {
  case disk, index
}

/// The ways in which versions of git, and libraries, read some lines differently.
enum AttributeHabit: CaseIterable {
  /// Skips lines that are too long.
  case usual
  /// Also skips lines that name an attribute reserved by git.
  case reserving
  /// Reads long lines of files on the disk in pieces.
  case inPieces
  /// Reads lines of any length.
  case whole
}

/// An attribute file, as git reads it.
struct AttributeFile {
  /// The lines that git reads, in their order.
  let lines: [AttributeLine]

  /// `takesMacros`: whether the file may define macros, as every file may except those below the
  /// top folder of a worktree.
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

  /// The first line that versions of git read differently, or nil; `place`: what messages call the
  /// file.
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
