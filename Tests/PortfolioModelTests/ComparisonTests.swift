import Diagnostics
import PortfolioModel
import TestSupport
import Testing

/// What is compared where a change reaches, held against a look at everything.
@Suite("A comparison of two portfolios")
struct ComparisonTests {
  /// Portfolios that up to four proposals made of one, each with the judgements on the way.
  private func results(
    seed: Int, _ check: (ProposalGround, ProposalGround, [ProposalJudgement]) throws -> Void
  ) throws {
    var proposals = try RandomProposals(seed: UInt64(seed))
    let base = ProposalGround(try RandomProposals.base(), today: try Sample.day("2026-06-01"))
    for round in 0..<40 {
      var (ground, judgements) = (base, [ProposalJudgement]())
      for _ in 0...(round % 4) {
        guard let proposal = try proposals.proposal() else { continue }
        judgements.append(ProposalJudgement(proposal, on: ground, isDraft: false))
        ground = ground.following(judgements[judgements.count - 1])
      }
      try check(base, ground, judgements)
    }
  }

  /// The same portfolio under another title, so that all of it counts as changed.
  private func retitled(_ portfolio: Portfolio) throws -> Portfolio {
    var (portfolio, fields) = (portfolio, portfolio.description.fields)
    fields["title"] = .text("Another title")
    portfolio.description = try #require(PortfolioDescription(fields: fields))
    return portfolio
  }

  @Test("Holds all findings that only one side has", arguments: Array(100..<130).orSome(6))
  func findings(seed: Int) throws {
    var differing = 0
    try results(seed: seed) { base, ground, _ in
      let diff = PortfolioDiff(from: base.portfolio, to: ground.portfolio)
      let comparison = Comparison(diff, from: base)
      let before = Set(diff.base.findings(on: base.today))
      let after = Set(ground.portfolio.findings(on: base.today))
      let (known, found) = (Set(comparison.known), Set(comparison.found))
      #expect(before.subtracting(after).isSubset(of: known) && known.isSubset(of: before))
      #expect(after.subtracting(before).isSubset(of: found) && found.isSubset(of: after))
      differing += before.symmetricDifference(after).count
    }
    #expect(differing > 40)
  }

  @Test(
    "Has the consequences and the tables of a look at everything",
    arguments: Array(130..<170).orSome(8))
  func consequences(seed: Int) throws {
    var kinds: Set<Consequence.Kind> = []
    try results(seed: seed) { base, ground, _ in
      let diff = PortfolioDiff(from: base.portfolio, to: ground.portfolio)
      let tables = ChangedTable.all(from: diff.base, to: diff.head, diff.change)
      let all = PortfolioDiff(from: base.portfolio, to: try retitled(ground.portfolio))
      let allTables = ChangedTable.all(from: all.base, to: all.head, all.change)
      #expect(tables.map(\.table) == allTables.map(\.table))
      #expect(tables.map(\.before) == allTables.map(\.before))
      let reached = Consequences(
        Comparison(diff, from: base), diff.differences, tables: tables)
      let whole = Consequences(
        Comparison(all, from: base), diff.differences, tables: allTables)
      #expect(reached.items == whole.items)
      #expect(all.differences.filter { $0.field != "title" } == diff.differences)
      kinds.formUnion(reached.items.map(\.kind))
    }
    #expect(kinds.count > 2, "\(kinds)")
  }

  @Test("Tells of several proposals what all findings in the end say still stands")
  func standing() throws {
    var mended = 0
    for seed in 170..<178 {
      try results(seed: seed) { base, ground, judgements in
        func key(_ finding: Finding) -> [String] {
          [finding.rule.rawValue, finding.standard?.text ?? "", finding.message]
        }
        let last = Set(ground.portfolio.findings(on: base.today).map(key))
        let expected = judgements.flatMap { judgement in
          let then = Set(judgement.reached.map(key))
          return judgement.findings.filter { !then.contains(key($0)) || last.contains(key($0)) }
        }
        #expect(ground.standing(of: judgements) == expected)
        mended += judgements.map(\.findings.count).reduce(0, +) - expected.count
      }
    }
    #expect(mended > 0)
  }
}
