import Diagnostics
import Parallel
import PortfolioModel
import Testing

@Suite("Proposals judged together")
struct ProposalBoardTests {
  private func entry(
    _ number: Int, _ changes: String, _ status: ProposalStatus = .open, folder: String? = nil
  ) throws -> ProposalEntry {
    ProposalEntry(
      number: number, folder: folder ?? "\(Proposal.label(number))-x",
      proposal: try Sample.proposal(changes, number: number), state: ProposalState(status),
      stateFault: nil, reviews: [], identity: Later { String(repeating: "a", count: 40) })
  }

  private func board(_ entries: ProposalEntry...) throws -> ProposalBoard {
    let standards = [try Sample.standard("a"), try Sample.standard("b", at: 20)]
    return try board(entries, on: try Sample.portfolio(standards))
  }

  private func board(
    _ entries: [ProposalEntry], on base: Portfolio, _ ground: ProposalGround? = nil
  ) throws -> ProposalBoard {
    ProposalBoard(
      entries, on: base,
      names: ProposalFileNames(
        folder: { "P/\($0)" }, review: { "P/\($0)/\($1)" }, reviewStem: { "\($0)" }),
      today: try Sample.day("2026-06-01"), ground: ground)
  }

  private func rate(_ id: String, to level: String) -> String {
    "  - standard: \(id)\n    set:\n      - {field: tooling, from: low, to: \(level)}\n"
  }

  private func messages(_ board: ProposalBoard, _ rule: RuleID) -> [String] {
    board.findings().filter { $0.rule == rule }.map(\.message)
  }

  @Test("Names two unfinished proposals that change the same")
  func conflict() throws {
    let both = try board(entry(1, rate("a", to: "high")), entry(2, rate("a", to: "moderate")))
    #expect(
      messages(both, .proposalsConflict) == [
        "proposals 0001 and 0002 both change a assessment.tooling: "
          + "once one is accepted, the other becomes stale"
      ])
    #expect(both.conflicts.map(\.first) == [1] && both.conflicts.map(\.second) == [2])
    let apart = try board(entry(1, rate("a", to: "high")), entry(2, rate("b", to: "high")))
    #expect(apart.conflicts.isEmpty)
  }

  @Test("Are no pairs for what differs from an earlier portfolio")
  func pairsAfterAChange() throws {
    let standards = try (1...27).map { try Sample.standard("s\($0)", at: $0 * 10) }
    let before = try Sample.portfolio(standards)
    var after = before
    let last = try #require(standards.last)
    after.standards[last.id] = try Sample.standard("s27", at: 5)
    let diff = PortfolioDiff(from: before, to: after)
    let comparison = Comparison(
      diff, from: ProposalGround(before, today: try Sample.day("2026-06-01")))
    let entries = try (1...26).map { try entry($0, rate("s\($0)", to: "high")) }
    for ground in [nil, comparison.after] {
      let board = try board(entries, on: after, ground)
      #expect(board.judgements.count == 26)
      #expect(messages(board, .conflictsUnknown) == [])
    }
  }

  @Test("Leaves out what is closed")
  func closed() throws {
    let one = try board(
      entry(1, rate("a", to: "high"), .withdrawn), entry(2, rate("a", to: "high")))
    #expect(one.conflicts.isEmpty && one.unfinished.map(\.number) == [2])
    #expect(messages(one, .invalidState) == ["a withdrawn proposal needs 'closed'"])
  }

  @Test("Names two folders of one number by their paths")
  func twins() throws {
    let twins = try board(
      entry(1, rate("a", to: "high")), entry(1, rate("b", to: "high"), folder: "0001-y"))
    let finding = try #require(
      twins.findings().first { $0.rule == .duplicateProposalNumber })
    #expect(finding.message == "P/0001-x and P/0001-y have the number 0001")
    #expect(finding.help == Proposal.helpForTwins(1))
    #expect(finding.help.last == "without a shared repository: \(run: .renumber(1))")
  }
}
