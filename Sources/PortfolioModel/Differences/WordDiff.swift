/// What differs between two texts, word by word.
package enum WordDiff {
  package enum Piece: Hashable, Sendable {
    case kept(String)
    case removed(String)
    case added(String)
  }

  /// Above this product of words that differ, the texts are given whole: comparing takes too long.
  private static let limit = 4_000_000

  /// The pieces in reading order, what goes before what comes; neighbours of a kind are joined.
  package static func pieces(from old: String, to new: String) -> [Piece] {
    var (before, after) = (words(old)[...], words(new)[...])
    let head = zip(before, after).prefix { $0 == $1 }.count
    let start = before.prefix(head)
    before = before.dropFirst(head)
    after = after.dropFirst(head)
    let tail = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count
    let end = before.suffix(tail)
    var pieces: [Piece] = []
    for word in start { append(.kept(word.text), to: &pieces) }
    differing(Array(before.dropLast(tail)), Array(after.dropLast(tail)), &pieces)
    for word in end { append(.kept(word.text), to: &pieces) }
    return pieces
  }

  private static func differing(_ before: [Word], _ after: [Word], _ pieces: inout [Piece]) {
    guard before.count * after.count <= limit else {
      for word in before { append(.removed(word.text), to: &pieces) }
      for word in after { append(.added(word.text), to: &pieces) }
      return
    }
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in after.difference(from: before) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      if removed.contains(left) {
        append(.removed(before[left].text), to: &pieces)
        left += 1
      } else if inserted.contains(right) {
        append(.added(after[right].text), to: &pieces)
        right += 1
      } else {
        append(.kept(after[right].text), to: &pieces)
        left += 1
        right += 1
      }
    }
  }

  /// A word or a run of spaces, compared by its bytes.
  private struct Word: Equatable {
    let text: String

    static func == (lhs: Word, rhs: Word) -> Bool { lhs.text.hasSameBytes(as: rhs.text) }
  }

  private static func words(_ text: String) -> [Word] {
    var words: [Word] = []
    var current = ""
    var isSpace = false
    for scalar in text.unicodeScalars {
      let space = scalar == " " || scalar == "\n"
      if !current.isEmpty, space != isSpace {
        words.append(Word(text: current))
        current = ""
      }
      isSpace = space
      current.unicodeScalars.append(scalar)
    }
    if !current.isEmpty { words.append(Word(text: current)) }
    return words
  }

  private static func append(_ piece: Piece, to pieces: inout [Piece]) {
    switch (pieces.last, piece) {
    case (.kept(let old)?, .kept(let new)): pieces[pieces.count - 1] = .kept(old + new)
    case (.removed(let old)?, .removed(let new)): pieces[pieces.count - 1] = .removed(old + new)
    case (.added(let old)?, .added(let new)): pieces[pieces.count - 1] = .added(old + new)
    default: pieces.append(piece)
    }
  }
}
