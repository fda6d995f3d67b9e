package import Diagnostics
import Parallel
package import PortfolioModel

/// The places of the keys and values of one file; lines and columns count from 1.
///
/// The places in a file in canonical form are looked up when a finding first asks for one.
package struct SourceMap: Sendable {
  package struct Mark: Hashable, Sendable {
    package let line: Int
    package let column: Int
  }

  package let path: String
  private var values: [FieldPath: Mark] = [:]
  private var keys: [FieldPath: Mark] = [:]
  /// The places of a file whose text was not looked through for them.
  private let later: Later<SourceMap>?

  package init(path: String) {
    self.path = path
    later = nil
  }

  /// The places in the text of a file in canonical form.
  init(canonical bytes: [UInt8], path: String) {
    self.path = path
    later = Later {
      var tree = YAMLTree(String(decoding: bytes, as: UTF8.self), path: path)
      _ = tree.read()
      return tree.places
    }
  }

  mutating func recordValue(_ field: FieldPath, _ mark: Mark) { values[field] = mark }

  mutating func recordKey(_ field: FieldPath, _ mark: Mark) { keys[field] = mark }

  /// The place of a field, or of the nearest enclosing field that the file holds.
  package func location(of field: FieldPath, key: Bool = false) -> SourceLocation {
    if let later { return later.value.location(of: field, key: key) }
    var current = field
    while true {
      let mark = key ? keys[current] ?? values[current] : values[current] ?? keys[current]
      if let mark, !current.isRoot || field.isRoot {
        return SourceLocation(path: path, line: mark.line, column: mark.column)
      }
      guard !current.isRoot else { return SourceLocation(path: path, line: 1, column: 1) }
      current = current.parent
    }
  }

  package func location(line: Int, column: Int) -> SourceLocation {
    SourceLocation(path: path, line: line, column: column)
  }
}
