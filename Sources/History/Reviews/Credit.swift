import PortfolioModel

/// Whom a line of a commit names, read generously: where it can't be told whether someone is meant,
/// they are.
package struct Credit {
  /// In lower case: all that stands in angle brackets, and every word with an at sign.
  package let addresses: Set<String>
  /// The words of the line, where people count whom it gives by name.
  private let words: [String]

  /// What an author or committer line names. An author goes by an address: a name counts only where
  /// there is none.
  init(author line: String) {
    addresses = Credit.addresses(in: line)
    words = addresses.isEmpty ? Credit.words(line) : []
  }

  /// What stands behind `Co-authored-by`. Hosts of git write addresses there that nobody is known by.
  package init(coauthor value: String) {
    addresses = Credit.addresses(in: value)
    words = Credit.words(value)
  }

  /// Whether a person's whole name stands in the line.
  func names(_ person: Person) -> Bool {
    let name = Credit.words(person.name)
    guard !name.isEmpty, name.count <= words.count else { return false }
    return (0...(words.count - name.count)).contains { words[$0...].starts(with: name) }
  }

  private static func addresses(in text: String) -> Set<String> {
    let bytes = Array(text.asciiLowercased.utf8)
    let inBrackets = bytes.split(separator: UInt8(ascii: "<")).dropFirst(
      bytes.first == UInt8(ascii: "<") ? 0 : 1
    ).map { part in
      part.prefix { $0 != UInt8(ascii: ">") }.filter { $0 > 32 }
    }
    let bare = bytes.split { $0 <= 32 || ",;<>()[]{}|\"".utf8.contains($0) }
      .filter { $0.contains(UInt8(ascii: "@")) }.map { Array($0) }
    return Set((inBrackets + bare).filter { !$0.isEmpty }.map(Credit.bareAddress))
  }

  /// Without `mailto:`, and without marks of punctuation around it.
  private static func bareAddress(_ bytes: [UInt8]) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    if text.hasPrefix("mailto:") { text.removeFirst("mailto:".utf8.count) }
    while let last = text.utf8.last, ".:'`*".utf8.contains(last) { text.removeLast() }
    while let first = text.utf8.first, "'`*".utf8.contains(first) { text.removeFirst() }
    return text
  }

  /// In lower case; compared as text is read, so that no other spelling of an accent hides a name.
  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
