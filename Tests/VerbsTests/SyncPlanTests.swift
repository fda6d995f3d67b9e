import Diagnostics
import Git
import PortfolioModel
import Testing

@testable import Verbs

@Suite("How a sync is planned")
struct SyncPlanTests {
  /// A history in letters: each with its parents and whose it is, parents first.
  private struct Letters {
    private var steps: [(commit: ObjectID, parents: [ObjectID])] = []
    private var commits: [ObjectID: Commit] = [:]

    /// `line`: the commit, its author, and its parents, as in `C me AB`.
    init(_ lines: [String]) {
      for line in lines {
        let words = line.split(separator: " ").map(String.init)
        let parents = words.count > 2 ? words[2].map { Letters.id(String($0)) } : []
        let id = Letters.id(words[0])
        let head = parents.map { "parent \($0.hex)\n" }.joined()
        let hand = "\(words[1]) <\(words[1])@x.example> 1795435200 +0000"
        let text =
          "tree \(ObjectID.blob([]).hex)\n\(head)author \(hand)\ncommitter \(hand)\n\n\(words[0])\n"
        commits[id] = Commit(id, reading: Array(text.utf8))
        steps.append((id, parents))
      }
    }

    static func id(_ letter: String) -> ObjectID { .blob(Array(letter.utf8)) }

    func work(
      from ours: String, onto theirs: String, besides others: String = ""
    ) throws -> UnsharedWork {
      try UnsharedWork(
        from: Letters.id(ours), onto: Letters.id(theirs),
        besides: others.map { Letters.id("\($0)") },
        in: Lineage(steps), by: SyncHands(author: "me@x.example", committer: "me@x.example")
      ) { id throws(Refusal) in
        guard let commit = commits[id] else { throw Refusal(.data, "no commit") }
        return commit
      }
    }
  }

  private func letters(_ ids: [ObjectID]) -> String {
    ids.map { id in "ABCDEFGH".first { Letters.id(String($0)) == id }.map(String.init) ?? "?" }
      .joined()
  }

  @Test(
    "Makes own commits again, and merges what is below them",
    arguments: [
      // Only own ones, beside what others shared.
      (["A x", "B x A", "C me A", "D me C"], "D", "B", "CD", "A", "", UnsharedWork.Footing.shared),
      // Nothing of others: all stays where it is.
      (["A x", "C me A", "D me C"], "D", "A", "CD", "A", "", .shared),
      // Another's below an own one.
      (["A x", "B x A", "C y A", "D me C"], "D", "B", "D", "C", "C", .beside),
      // Another's above an own one.
      (["A x", "B x A", "C me A", "D y C"], "D", "B", "", "D", "CD", .beside),
      // An own merge on the shared tip, by first parents, and the wrong way round.
      (["A x", "B x A", "C me A", "D me BC", "E me D"], "E", "B", "E", "D", "CD", .ahead),
      (["A x", "B x A", "C me A", "D me CB", "E me D"], "E", "B", "E", "D", "CD", .beside),
      // The author alone is somebody else.
      (["A x", "B x A", "C y A"], "C", "B", "", "C", "C", .beside),
      // Nothing here that is not shared.
      (["A x", "B x A"], "A", "B", "", "A", "", .shared),
    ])
  func work(
    lines: [String], ours: String, theirs: String, again: String, ground: String, kept: String,
    footing: UnsharedWork.Footing
  ) throws {
    let history = Letters(lines)
    let work = try history.work(from: ours, onto: theirs)
    #expect(letters(work.replayed.map(\.id)) == again)
    #expect(letters([work.ground]) == ground)
    #expect(letters(work.kept) == kept)
    #expect(work.footing == footing)
  }

  @Test("Leaves alone what is shared on another branch")
  func aside() throws {
    let history = Letters(["A x", "B x A", "C me A", "D me C"])
    let work = try history.work(from: "D", onto: "B", besides: "C")
    #expect(letters(work.replayed.map(\.id)) == "D" && letters([work.ground]) == "C")
    #expect(work.kept.isEmpty && work.footing == .beside)
  }

  @Test("Gives each folder whose number is taken the next one that is free")
  func numbers() {
    var numbers = FolderNumbers(besides: [1, 2, 3, 7])
    numbers.move(["0002-a", "0003-b", "0003-c"], thatMeet: ["0001-x", "0002-y"])
    #expect(
      numbers.moves == [
        .init(from: "0002-a", to: "0008-a"), .init(from: "0003-c", to: "0009-c"),
      ])
    #expect(numbers.name(of: "0002-a") == "0008-a" && numbers.name(of: "0002-y") == "0002-y")
    #expect(numbers.message.hasPrefix("Renumber 2 proposals\n\n- Renumber proposal 0002 to 0008\n"))
  }

  @Test("Puts other labels into a message, and only where a whole one stands")
  func message() {
    let text = "Propose 0002: 10002 of 0002x, 0003-b\n\n(0002)"
    #expect(
      RenumberedText.message(text, [2: 3, 3: 4])
        == "Propose 0003: 10002 of 0002x, 0004-b\n\n(0003)")
  }

  @Test("Puts other numbers under 'after', each once")
  func after() {
    let text = "title: T\nnature: assessment\nproposer: A <a@x.example>\ncreated: 2026-11-23\n"
    let bytes = Array((text + "after: [2, 3, 9]\n").utf8)
    #expect(
      RenumberedText.proposal(bytes, [2: 3, 3: 4]) == Array((text + "after: [3, 4, 9]\n").utf8))
    #expect(RenumberedText.proposal(bytes, [5: 6]) == nil)
  }

  @Test("Lets the accepted, closed, reviewed, shared or oldest one keep a number")
  func claims() throws {
    let old = NumberClaim(folder: "old", since: 1)
    let young = NumberClaim(folder: "young", since: 2)
    let unsaved = NumberClaim(folder: "a-unsaved")
    let shared = NumberClaim(folder: "shared", isShared: true, since: 3)
    let reviewed = NumberClaim(folder: "reviewed", isReviewed: true, since: 4)
    let closed = NumberClaim(folder: "closed", isClosed: true, since: 5)
    let accepted = NumberClaim(folder: "accepted", isAccepted: true, isClosed: true, since: 6)
    let order = [accepted, closed, reviewed, shared, old, young, unsaved]
    for (index, claim) in order.enumerated() {
      #expect(try NumberClaim.keeper(of: order[index...].reversed()) == claim)
    }
    #expect(throws: Refusal.self) { try NumberClaim.keeper(of: [accepted, old, accepted]) }
  }
}
