/// The canonical form of prose: it starts with a word, no line ends in a space, and it ends with
/// one line feed.
enum ProseText {
  private static let space = UInt8(ascii: " ")
  private static let lineFeed = UInt8(ascii: "\n")

  /// The text in that form; only meaningless spaces and line feeds are removed.
  static func tidied(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 1)
    for byte in text.utf8 {
      if result.isEmpty, byte == space || byte == lineFeed { continue }
      if byte == lineFeed { while result.last == space { result.removeLast() } }
      result.append(byte)
    }
    while let last = result.last, last == space || last == lineFeed { result.removeLast() }
    guard !result.isEmpty else { return "" }
    return String(decoding: result + [lineFeed], as: UTF8.self)
  }
}
