import Diagnostics
import PortfolioModel
import Records

extension OpenBallot {
  /// What an officer should know of the proposals that are put to vote, and of those that are not.
  func remarks(_ items: [Ballot.Item], _ snapshot: Snapshot) -> [Hint] {
    let leftOut = request.proposals.leftOut(among: snapshot.proposals).map {
      "\($0.label) (\($0.status.word))"
    }
    let again = items.compactMap { item -> Hint? in
      guard
        let (ballot, line) = snapshot.ballots.decision(on: item.number, content: item.content)
      else { return nil }
      return "Proposal \(item.label) is put to vote again with the text on which ballot "
        + "'\(ballot.id)' decided: \(line.verdict.phrase)."
    }
    guard !leftOut.isEmpty else { return again }
    return again + ["Left out, because they are closed: \(leftOut.listed)."]
  }
}
