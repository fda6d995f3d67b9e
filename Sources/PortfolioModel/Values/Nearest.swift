package import Diagnostics

/// Finds the allowed word that a mistyped one most likely meant.
package enum Nearest {
  /// The most bytes of a word that is compared: names can have any length, and the time to compare
  /// grows with the product of lengths.
  private static let longest = 64

  /// The closest candidate, or nil where none is close. Of equally close ones it is the first.
  package static func match(for word: String, in candidates: [String]) -> String? {
    guard word.utf8.count <= longest else { return nil }
    let limit = max(1, word.utf8.count / 3)
    var best: (word: String, distance: Int)?
    for candidate in candidates {
      let distance = distance(Array(word.utf8), Array(candidate.utf8), limit: limit)
      if distance <= limit, distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// What to type in place of an unknown name: the closest of the known ones, or one of all.
  ///
  /// - Parameters:
  ///   - phrase: What the names are, such as "the fields are".
  ///   - isClosed: Whether they are a closed list, which is told beside the closest one.
  ///   - none: What to say where no name is known.
  package static func hint(
    for name: String, in names: [String], _ phrase: String, isClosed: Bool = false,
    none: Hint? = nil
  ) -> Hint {
    if names.isEmpty, let none { return none }
    return Hint(words(for: name, in: names, phrase, isClosed: isClosed))
  }

  /// The same in words.
  package static func words(
    for name: String, in names: [String], _ phrase: String, isClosed: Bool = false
  ) -> String {
    let near = match(for: name, in: names).map { "did you mean '\($0)'?" }
    let all = "\(phrase): \(names.listed)"
    return near.map { isClosed ? "\($0) \(all)" : $0 } ?? all
  }

  /// The number of single-byte edits, or a number above the limit; swapped neighbours count as one.
  private static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
    guard abs(left.count - right.count) <= limit else { return limit + 1 }
    var before = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for i in left.indices {
      var current = [i + 1]
      for j in right.indices {
        let cost = left[i] == right[j] ? 0 : 1
        var least = min(previous[j + 1] + 1, current[j] + 1, previous[j] + cost)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          least = min(least, before[j - 1] + 1)
        }
        current.append(least)
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }
}
