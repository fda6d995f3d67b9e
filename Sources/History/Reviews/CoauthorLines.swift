/// Finds the lines in a commit's message that name co-authors.
///
/// It finds more than git's own trailers (`git interpret-trailers --parse`), as git hosts show a
/// co-author from any line. `Signed-off-by` does not count: someone who signs off passes a change
/// on and need not have written any of it.
package enum CoauthorLines {
  private static let keys: Set<String> = [
    "coauthoredby", "codevelopedby", "cocommittedby", "coauthor", "coauthors",
  ]

  package static func values(in message: String) -> [String] {
    var values: [String] = []
    var isOpen = false
    for line in message.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      let isFolded = line.first == 32 || line.first == 9
      if let value = value(line) {
        values.append(value)
        isOpen = true
      } else if isOpen, isFolded, let last = values.popLast() {
        values.append(last + " " + String(decoding: line, as: UTF8.self))
      } else {
        isOpen = false
      }
    }
    return values
  }

  /// The value of a line with a co-author's key, or nil. Case, hyphens, spaces, and anything before
  /// the key's first letter make no difference.
  private static func value(_ line: Substring.UTF8View) -> String? {
    guard let end = line.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") })
    else { return nil }
    let key = line[..<end].map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
      .drop { !(0x61...0x7A).contains($0) }.filter { !" \t-_".utf8.contains($0) }
    guard keys.contains(String(decoding: key, as: UTF8.self)) else { return nil }
    return String(decoding: line[line.index(after: end)...], as: UTF8.self)
  }
}
