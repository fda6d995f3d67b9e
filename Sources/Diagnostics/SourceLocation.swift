/// A place in a file: a path relative to the repository's root, line and column counted from 1.
///
/// Line 0 means the file as a whole. Columns count Unicode scalars.
package struct SourceLocation: Hashable, Sendable, Comparable {
  package let path: String
  package let line: Int
  package let column: Int

  package init(path: String, line: Int = 0, column: Int = 0) {
    self.path = path
    self.line = line
    self.column = column
  }

  package static func < (lhs: SourceLocation, rhs: SourceLocation) -> Bool {
    if lhs.path != rhs.path { return lhs.path.utf8.lexicographicallyPrecedes(rhs.path.utf8) }
    return (lhs.line, lhs.column) < (rhs.line, rhs.column)
  }
}
