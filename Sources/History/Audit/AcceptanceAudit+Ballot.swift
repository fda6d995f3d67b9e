import Diagnostics
import PortfolioModel
import Records

extension AcceptanceAudit {
  /// Judges the acceptance by the ballots of the first parent.
  mutating func judgeBallot(_ entry: ProposalEntry) {
    let decision = BallotDecision(on: entry, in: subject.before)
    if let obstacle = decision.obstacle {
      add(decision.isHeld ? .auditBallotOpen : .auditBallotMissing, nil, obstacle.message)
      return
    }
    let wanted = decision.ballot.map { [$0.text] } ?? []
    guard wanted != trailers.ballots else { return }
    func names(_ ids: [String]) -> String { ids.isEmpty ? "none" : ids.listed }
    add(
      .auditBallotMissing, nil,
      "the commit names as ballots: \(names(trailers.ballots)); proposal \(entry.label) was "
        + "approved by: \(names(wanted))")
  }
}
