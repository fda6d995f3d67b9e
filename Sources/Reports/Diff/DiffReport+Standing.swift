import Diagnostics
import PortfolioModel

extension DiffReport {
  /// Where a proposal stands, as the verdict counts it.
  enum Standing { case ready, waiting, objected, draft, accepted }

  func standing(_ covered: DiffInput.Covered) -> Standing {
    switch covered.status {
    case .accepted: .accepted
    case .draft: .draft
    case _ where covered.isReady: .ready
    case _ where covered.standing?.objections.isEmpty == false: .objected
    default: .waiting
    }
  }

  /// Where a proposal stands and what it waits for, in a few words.
  func state(_ covered: DiffInput.Covered) -> String {
    if let state = input.asked?.state(of: covered.proposal.number) { return state }
    switch covered.status {
    case .draft: return "draft"
    case .accepted: return "accepted"
    case .open: break
    default: return covered.status.word
    }
    if covered.isReady { return "ready" }
    let needs = covered.standing.map(needs) ?? []
    if !needs.isEmpty { return needs.listed }
    let errors = input.findings.filter {
      $0.severity == .error && number(of: $0) == covered.proposal.number
    }
    if !errors.isEmpty { return "\(errors.count.counted("error")) to mend" }
    let before = covered.proposal.after.map(Proposal.label)
    return before.isEmpty ? wording(covered.sentence) : "waits for \(before.conjunction)"
  }

  private func needs(_ standing: ReviewStanding) -> [String] {
    let settle =
      standing.objections.isEmpty
      ? []
      : ["\(standing.objections.count == 1 ? "objection" : "objections") to settle"]
    let affiliations = standing.assumesNoCommittee ? 0 : standing.missingAffiliations
    let missing = max(standing.missingApprovals, affiliations)
    guard missing > 0 else { return settle }
    let more = standing.approvals.isEmpty ? "" : "more "
    let elsewhere =
      affiliations > 0 && !standing.approvals.isEmpty ? " from another affiliation" : ""
    return settle + ["needs \(missing) \(more)approval\(missing == 1 ? "" : "s")\(elsewhere)"]
  }

  /// "1 of 2"; where there are more than are needed, "2 (1 needed)". To voters, who
  /// approve in their own way, they are words of reviewers.
  func approvals(_ covered: DiffInput.Covered) -> String {
    guard let standing = covered.standing else {
      return covered.reviewers.isEmpty ? "–" : String(covered.reviewers.count)
    }
    let (count, needed) = (standing.approvals.count, standing.quorum.approvals)
    guard input.asked == nil else { return "\(count.counted("reviewer")) in favour" }
    return count > needed ? "\(count) (\(needed) needed)" : "\(count) of \(needed)"
  }
}
