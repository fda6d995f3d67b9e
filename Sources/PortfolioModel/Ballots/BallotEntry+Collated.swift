extension BallotEntry {
  /// The comments that count, in the order in which a meeting goes through them: those on all, then
  /// by clause, by change, and by other places; on one place in the order of the bodies.
  package var collated: [(id: Comment.ID, comment: Comment)] {
    let named = (ballot?.changes ?? []) + (ballot?.rounds.flatMap(\.changes) ?? [])
    let changes = named.enumerated().map { ($0.element.about, $0.offset) }
    let places = Dictionary(changes) { first, _ in first }
    let keyed = comments.enumerated().map { index, item in
      (key: BallotEntry.key(item.comment, places), index: index, item: item)
    }
    return keyed.sorted { $0.key == $1.key ? $0.index < $1.index : $0.key < $1.key }.map(\.item)
  }

  private static func key(_ comment: Comment, _ places: [String: Int]) -> Key {
    if let clause = comment.clause {
      return Key(rank: 1, numbers: numbers(clause), words: clause + " " + (comment.line ?? ""))
    }
    if let about = comment.about, let place = places[about] {
      return Key(rank: 2, numbers: [comment.proposal ?? 0, 1, place], words: "")
    }
    if let proposal = comment.proposal {
      return Key(rank: 2, numbers: [proposal, 0, 0], words: comment.paragraph ?? "")
    }
    let words = comment.paragraph ?? comment.line ?? ""
    return Key(rank: words.isEmpty ? 0 : 3, numbers: numbers(words), words: words)
  }

  /// The numbers in a text: 3 and 10 of "3.10".
  private static func numbers(_ text: String) -> [Int] {
    text.split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) }
  }

  private struct Key: Comparable {
    let rank: Int
    let numbers: [Int]
    let words: String

    static func < (lhs: Key, rhs: Key) -> Bool {
      if lhs.rank != rhs.rank { return lhs.rank < rhs.rank }
      if lhs.numbers != rhs.numbers { return lhs.numbers.lexicographicallyPrecedes(rhs.numbers) }
      return lhs.words.precedesBytewise(rhs.words)
    }
  }
}

extension Comment {
  /// What it is about, in words: a change, a clause, another place, a proposal, or all.
  package var place: String {
    let parts = [
      clause.map { "clause \($0)" }, line.map { "line \($0)" },
      about ?? paragraph ?? proposal.map { "proposal \(Proposal.label($0))" },
    ].compactMap { $0 }
    return parts.isEmpty ? "all" : parts.joined(separator: ", ")
  }
}
