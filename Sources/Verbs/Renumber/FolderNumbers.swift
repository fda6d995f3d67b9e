import PortfolioModel
import Store

/// The folders of proposals that get other numbers, each the next that is free.
struct FolderNumbers {
  struct Move: Hashable, Sendable {
    let from: String
    let to: String
  }

  private(set) var moves: [Move] = []
  /// The numbers that are given to somebody.
  private(set) var known: Set<Int>

  init(besides known: Set<Int>) { self.known = known }

  /// Gives a folder another number; one that has it already keeps it.
  mutating func move(_ folder: String) {
    guard !moves.contains(where: { $0.from.hasSameBytes(as: folder) }) else { return }
    let number = Workspace.free(besides: known)
    known.insert(number)
    let slug = String(folder.drop { $0 != "-" })
    moves.append(Move(from: folder, to: Proposal.label(number) + slug))
  }

  /// Moves those of some folders whose number another folder has.
  ///
  /// - Parameter others: The folders that stay.
  mutating func move(_ folders: [String], thatMeet others: [String]) {
    var taken = Set(others.compactMap(Proposal.number(ofFolder:)))
    for folder in folders {
      guard let number = Proposal.number(ofFolder: folder) else { continue }
      if taken.contains(number) { move(folder) }
      taken.insert(number)
    }
  }

  /// Some of the moves.
  func only(_ moves: [Move]) -> FolderNumbers {
    var numbers = self
    numbers.moves = moves
    return numbers
  }

  /// Leaves more numbers to others.
  mutating func reserve(_ numbers: Set<Int>) { known.formUnion(numbers) }

  /// The message of the commit that moves them.
  var message: String {
    let lines = moves.map { move in
      let labels = [move.from, move.to].map { Proposal.label(Proposal.number(ofFolder: $0) ?? 0) }
      return "Renumber proposal \(labels[0]) to \(labels[1])"
    }
    guard lines.count > 1 else { return lines.joined() + "\n" }
    return "Renumber \(lines.count) proposals\n\n" + lines.map { "- \($0)\n" }.joined()
  }

  /// The name that a folder has after the moves.
  func name(of folder: String) -> String {
    moves.first { $0.from.hasSameBytes(as: folder) }?.to ?? folder
  }

  /// By number, the one that takes its place.
  var numbers: [Int: Int] {
    var numbers: [Int: Int] = [:]
    for move in moves {
      guard let old = Proposal.number(ofFolder: move.from) else { continue }
      numbers[old] = Proposal.number(ofFolder: move.to)
    }
    return numbers
  }
}
