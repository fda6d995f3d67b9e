import Diagnostics
import PortfolioModel

/// Which changes of a proposal move into another one, and which stay.
struct SplitChoice {
  let moved: [Change]
  let kept: [Change]

  /// - Parameter words: Places in the list, from 1, or ids; several may stand in one word, between
  ///   commas.
  init(_ words: [String], of proposal: Proposal) throws(Refusal) {
    let changes = proposal.changes
    var indices: Set<Int> = []
    var obstacles: [Refusal] = []
    for word in words.flatMap({ $0.split(separator: ",").map(String.init) }) {
      let found = changes.indices.filter { index in
        Int(word) == index + 1 || changes[index].subject.id.text == word
      }
      if found.isEmpty { obstacles.append(SplitChoice.absence(of: word, changes, proposal)) }
      indices.formUnion(found)
    }
    if let refusal = Refusal(all: obstacles) { throw refusal }
    moved = changes.indices.filter(indices.contains).map { changes[$0] }
    kept = changes.indices.filter { !indices.contains($0) }.map { changes[$0] }
    guard !moved.isEmpty else {
      throw Refusal(.usage, "no change is named", help: [SplitChoice.list(changes)])
    }
    guard !kept.isEmpty else {
      throw Refusal(
        .refused, "these are all changes of proposal \(proposal.label), and nothing would be left",
        help: ["name fewer: \(SplitChoice.list(changes))"])
    }
  }

  private static func absence(
    of word: String, _ changes: [Change], _ proposal: Proposal
  ) -> Refusal {
    Refusal(
      .noInput, "proposal \(proposal.label) has no change '\(word)'", help: [list(changes)])
  }

  private static func list(_ changes: [Change]) -> Hint {
    let names = changes.enumerated().map { "\($0.offset + 1) \($0.element.subject.id)" }
    return "its changes are: \(names.listed)"
  }
}
