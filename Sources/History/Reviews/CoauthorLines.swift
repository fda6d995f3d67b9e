/// The values of the trailers in a commit's message that name its co-authors.
///
/// More is read than git reads as trailers (`git interpret-trailers --parse`): hosts of git show a
/// co-author wherever the line stands. `Signed-off-by` is none of these keys: who signs off passes a
/// change on, and need not have written any of it.
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

  /// What stands behind the key of a line, or nil where that is no key of a co-author. In a key, case,
  /// hyphens and spaces don't count, nor does what stands before its first letter.
  private static func value(_ line: Substring.UTF8View) -> String? {
    guard let end = line.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") })
    else { return nil }
    let key = line[..<end].map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
      .drop { !(0x61...0x7A).contains($0) }.filter { !" \t-_".utf8.contains($0) }
    guard keys.contains(String(decoding: key, as: UTF8.self)) else { return nil }
    return String(decoding: line[line.index(after: end)...], as: UTF8.self)
  }
}
