import PortfolioModel

/// The content of a file that was read, and its fields where it has its canonical form.
package struct FileText: Sendable {
  package let content: FileContent
  let canonical: RecordFile?

  /// A content that is no text, or whose form nobody looked at.
  package init(_ content: FileContent) { self.init(content, canonical: nil) }

  init(_ content: FileContent, canonical: RecordFile?) {
    self.content = content
    self.canonical = canonical
  }

  /// The text of a file.
  ///
  /// - Parameter path: The path below the prefix, which tells the kind of file.
  package init(_ bytes: [UInt8], at path: String, prefix: String) {
    content = .bytes(bytes)
    canonical = Layout.schema(of: path).flatMap {
      RecordFile(canonical: bytes, path: prefix + path, schema: $0)
    }
  }

  /// The text of a file, or what else stands there.
  package init(_ content: FileContent, at path: String, prefix: String) {
    if case .bytes(let bytes) = content {
      self.init(bytes, at: path, prefix: prefix)
    } else {
      self.init(content)
    }
  }

  /// Whether the file has its canonical form, as far as that was looked at.
  package var isCanonical: Bool { canonical != nil }

  /// As how many bytes the file counts among those that are read of a revision; 0 where it is no
  /// text.
  package var cost: Int {
    guard case .bytes(let bytes) = content else { return 0 }
    return canonical == nil ? bytes.count : bytes.count / Limits.canonical
  }
}
