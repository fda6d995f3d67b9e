import PortfolioModel

/// The people that a line of a commit names. It is read generously: in case of doubt a person
/// counts as named.
package struct Credit {
  /// Everything in angle brackets, and every word with an at sign, in lower case.
  package let addresses: Set<String>
  /// The words of the line, where people count by their names too; otherwise empty.
  private let words: [String]

  /// Reads an author or committer line. People are known by their addresses there; names count only
  /// where there is no address.
  init(author line: String) {
    addresses = Credit.addresses(in: line)
    words = addresses.isEmpty ? Credit.words(line) : []
  }

  /// Reads the value of `Co-authored-by`. Names count too, as git hosts write addresses there that
  /// people are not known by.
  package init(coauthor value: String) {
    addresses = Credit.addresses(in: value)
    words = Credit.words(value)
  }

  /// Whether the line holds a person's full name.
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

  /// An address without `mailto:` and without punctuation around it.
  private static func bareAddress(_ bytes: [UInt8]) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    if text.hasPrefix("mailto:") { text.removeFirst("mailto:".utf8.count) }
    while let last = text.utf8.last, ".:'`*".utf8.contains(last) { text.removeLast() }
    while let first = text.utf8.first, "'`*".utf8.contains(first) { text.removeFirst() }
    return text
  }

  /// The words in lower case. They are compared as Strings, so that composed and decomposed accents
  /// are equal.
  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
