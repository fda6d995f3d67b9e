import Diagnostics
import PortfolioModel
import TestSupport
import Testing

/// What is judged of a proposal by what it touches, held against the findings on everything.
@Suite("What a proposal reaches")
struct ReachTests {
  /// A chain of proposals that are judged on each other, each with the ground that it is judged on.
  private func chain(
    seed: Int, _ check: (Proposal, ProposalGround, ProposalJudgement) -> Bool
  ) throws {
    var proposals = try RandomProposals(seed: UInt64(seed))
    let base = ProposalGround(try RandomProposals.base(), today: try Sample.day("2026-06-01"))
    for _ in 0..<40 {
      var ground = base
      for _ in 0..<4 {
        guard let proposal = try proposals.proposal() else { continue }
        let judgement = ProposalJudgement(proposal, on: ground, isDraft: false)
        guard check(proposal, ground, judgement) else { return }
        ground = ground.following(judgement)
      }
    }
  }

  @Test(
    "Holds every finding that the result has and the ground has not",
    arguments: Array(0..<40).orSome(8))
  func findings(seed: Int) throws {
    var brought = 0
    try chain(seed: seed) { proposal, ground, judgement in
      let renamed = ground.portfolio.following(ground.portfolio.renamings(to: judgement.result))
      let before = renamed.comparableFindings(on: ground.today)
      let after = judgement.result.findings(on: ground.today).filter {
        $0.rule != .standardsWithoutUseCase
      }
      let missing = after.filter { !before.contains($0) && !judgement.reached.contains($0) }
      let invented = judgement.reached.filter { !after.contains($0) }
      brought += after.count { !before.contains($0) }
      // In the order of the rules, too.
      let order = after.filter { judgement.reached.contains($0) }
      guard missing.isEmpty, invented.isEmpty, order == judgement.reached else {
        let (lacking, foreign) = (missing.map(\.message), invented.map(\.message))
        Issue.record("\(proposal.changes)\nmissing \(lacking)\ninvented \(foreign)")
        return false
      }
      return true
    }
    #expect(brought > 20, "\(brought)")
  }

  @Test("Is the same on a ground that is known as on one that is read anew", arguments: 40..<48)
  func known(seed: Int) throws {
    try chain(seed: seed) { proposal, ground, judgement in
      let anew = ProposalJudgement(
        proposal, on: ground.portfolio, today: ground.today, isDraft: false)
      #expect(anew.findings == judgement.findings && anew.moves == judgement.moves)
      #expect(anew.result == judgement.result)
      return true
    }
  }

  @Test("Names all that a proposal changes", arguments: 48..<56)
  func change(seed: Int) throws {
    try chain(seed: seed) { proposal, ground, judgement in
      let whole = PortfolioChange(from: ground.portfolio, to: judgement.result)
      #expect(whole == judgement.change, "\(proposal.changes)")
      return true
    }
  }
}
