import Diagnostics
import PortfolioModel
import TestSupport
import Testing

@Suite("What two proposals change and read")
struct FootprintTests {
  private struct Judged {
    let proposal: Proposal
    let judgement: ProposalJudgement
    let footprint: Footprint
  }

  /// Proposals that are valid alone.
  private func judged(seed: Int, on base: ProposalGround) throws -> [Judged] {
    var proposals = try RandomProposals(seed: UInt64(seed))
    var judged: [Judged] = []
    while judged.count < 32 {
      guard let proposal = try proposals.proposal() else { continue }
      let judgement = ProposalJudgement(proposal, on: base, isDraft: false)
      guard judgement.isSound else { continue }
      judged.append(
        Judged(
          proposal: proposal, judgement: judgement,
          footprint: Footprint(
            of: [proposal], on: base, to: judgement.result, judgement.change)))
    }
    return judged
  }

  @Test("Tell every pair that has errors only together", arguments: Array(0..<6).orSome(2))
  func pairs(seed: Int) throws {
    let base = ProposalGround(try RandomProposals.base(), today: try Sample.day("2026-06-01"))
    let all = try judged(seed: seed, on: base)
    var (together, apart) = (0, 0)
    for first in all {
      for second in all where second.proposal != first.proposal {
        let meets = first.footprint.meets(second.footprint)
        #expect(meets == second.footprint.meets(first.footprint))
        let theirs = second.proposal.touches.map(\.touch)
        // Pairs that touch the same are told by that already.
        if first.proposal.touches.contains(where: { mine in
          theirs.contains { $0.overlaps(mine.touch) }
        }) {
          continue
        }
        let judgement = ProposalJudgement(
          second.proposal, on: first.judgement.result, today: base.today, isDraft: false)
        let errors = judgement.findings.filter { $0.severity == .error }
        if errors.isEmpty { apart += meets ? 0 : 1 } else { together += 1 }
        guard !errors.isEmpty, !meets else { continue }
        Issue.record(
          "\(first.proposal.changes)\nand\n\(second.proposal.changes)\n\(errors.map(\.message))")
        return
      }
    }
    // Neither kind is missing among the pairs.
    #expect(together > 0 && apart > 100, "\(together) \(apart)")
  }
}
