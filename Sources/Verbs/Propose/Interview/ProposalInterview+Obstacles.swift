import Diagnostics
import PortfolioModel

extension ProposalInterview {
  /// Why the proposal can't be open as it is; none where it can.
  var obstacles: [Hint] {
    let changes = builder.list.changes
    guard let proposal = Proposal.provisional(changes) else { return [] }
    let judgement = ProposalJudgement(proposal, on: base, today: today, isDraft: false)
    var seen: [String] = []
    for finding in judgement.findings where finding.severity == .error {
      if !seen.contains(finding.message) { seen.append(finding.message) }
    }
    return seen.map { "It can't be open yet: \($0)." }
  }

  /// Whether the changes are such that no evidence is needed.
  var isEditorial: Bool {
    let changes = builder.list.changes
    return request.nature == .editorial
      || request.nature == nil && !changes.isEmpty && changes.allSatisfy(\.beyondEditorial.isEmpty)
  }

  /// Why it will be a draft, or that it will be open.
  var fate: [Hint] {
    if request.opens { return ["It will be open for review."] }
    let reasons = obstacles + (lacksEvidence ? ["It can't be open yet: it has no evidence."] : [])
    return ["It stays a draft\(reasons.isEmpty ? ", as you chose" : "")."] + reasons
  }

  var lacksEvidence: Bool { request.evidence.isEmpty && !isEditorial }
}
