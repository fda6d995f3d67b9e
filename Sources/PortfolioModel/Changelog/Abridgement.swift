/// Cuts long texts of proposals for the changelog and for commit messages, and names the whole text
/// by its blob id.
package struct Abridgement: Sendable {
  private let blobID: @Sendable (String) -> String

  package init(blobID: @escaping @Sendable (String) -> String) { self.blobID = blobID }

  /// A text for quoting, cut to at most ``Limits/quoted`` characters.
  package func quoted(_ text: String) -> String {
    guard let end = Abridgement.end(of: Limits.quoted, in: text) else { return text }
    return String(text.unicodeScalars[..<end]) + mark(text)
  }

  /// A line of Markdown, cut to at most ``Limits/line`` characters, but not within code or an
  /// escape.
  package func line(_ markdown: String) -> String {
    guard let limit = Abridgement.end(of: Limits.line, in: markdown) else { return markdown }
    let scalars = markdown.unicodeScalars
    var (end, isEscaped, isCode) = (scalars.startIndex, false, false)
    for index in scalars[..<limit].indices {
      if !isEscaped, !isCode { end = index }
      if scalars[index] == "`", !isEscaped { isCode.toggle() }
      isEscaped = scalars[index] == "\\" && !isEscaped && !isCode
    }
    return String(scalars[..<end]) + mark(markdown)
  }

  /// The index at which a text that is longer than a limit is cut, or nil.
  private static func end(of limit: Int, in text: String) -> String.Index? {
    guard text.utf8.count > limit else { return nil }
    let scalars = text.unicodeScalars
    return scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex)
      .flatMap { $0 == scalars.endIndex ? nil : $0 }
  }

  private func mark(_ whole: String) -> String {
    "… (\(whole.utf8.count) bytes, blob \(blobID(whole).prefix(10)))"
  }
}
