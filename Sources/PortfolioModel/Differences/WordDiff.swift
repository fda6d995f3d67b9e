/// Compares two texts word by word.
package enum WordDiff {
  package enum Piece: Hashable, Sendable {
    case kept(String)
    case removed(String)
    case added(String)
  }

  /// Above this product of the numbers of differing words, the texts are not compared word by word,
  /// as that takes too long.
  private static let limit = 4_000_000

  /// The pieces in reading order, removed ones before added ones; adjacent pieces of a kind are
  /// joined.
  package static func pieces(from old: String, to new: String) -> [Piece] {
    var (before, after) = (words(old)[...], words(new)[...])
    let head = zip(before, after).prefix { $0 == $1 }.count
    let start = before.prefix(head)
    before = before.dropFirst(head)
    after = after.dropFirst(head)
    let tail = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count
    let end = before.suffix(tail)
    var pieces = Pieces()
    for word in start { pieces.append(word, .kept) }
    differing(Array(before.dropLast(tail)), Array(after.dropLast(tail)), &pieces)
    for word in end { pieces.append(word, .kept) }
    pieces.close()
    return pieces.all
  }

  private static func differing(_ before: [Word], _ after: [Word], _ pieces: inout Pieces) {
    guard before.count * after.count <= limit else {
      for word in before { pieces.append(word, .removed) }
      for word in after { pieces.append(word, .added) }
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
        pieces.append(before[left], .removed)
        left += 1
      } else if inserted.contains(right) {
        pieces.append(after[right], .added)
        right += 1
      } else {
        pieces.append(after[right], .kept)
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

  /// Collects pieces and joins adjacent words of one kind.
  private struct Pieces {
    enum Kind { case kept, removed, added }

    private(set) var all: [Piece] = []
    private var open: Kind?
    private var text = ""

    mutating func append(_ word: Word, _ kind: Kind) {
      if kind != open { close() }
      open = kind
      text += word.text
    }

    mutating func close() {
      switch open {
      case .kept: all.append(.kept(text))
      case .removed: all.append(.removed(text))
      case .added: all.append(.added(text))
      case nil: break
      }
      (open, text) = (nil, "")
    }
  }
}
