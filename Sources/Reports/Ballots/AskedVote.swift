import Diagnostics
package import PortfolioModel

/// What voters are asked, as the pages that go to them say it.
package struct AskedVote: Sendable {
  private let ballot: Ballot

  /// - Parameter ballot: As it is when the pages are sent.
  package init(on ballot: Ballot) { self.ballot = ballot }

  private var asked: [Ballot.Item] { ballot.round.items }

  /// What is voted on, until when, and where an answer goes.
  var sentence: String {
    let each =
      asked.count == 1
      ? "Your vote is asked for on proposal \(asked.first?.label ?? "")"
      : ballot.voteOn == .each
        ? "Your vote is asked for on each of \(asked.count.counted("proposal"))"
        : "One vote is asked for on \(asked.count.counted("proposal")) together"
    let again = ballot.round.number > 1 ? " once more, in round \(ballot.round.number)" : ""
    return "\(each)\(again) of ballot '\(ballot.id)', “\(ballot.title)”. Voting closes on "
      + "\(ballot.closes) (\(ballot.zone), that day included). The letter says how to answer."
  }

  /// What the tables are that come with the letter.
  ///
  /// - Parameter edition: What the portfolio calls the edition that is in force.
  package func preview(besides edition: String) -> String {
    let what: String
    if asked.count == 1 {
      what = "proposal \(asked.first?.label ?? "") were approved"
    } else if ballot.round.number > 1 {
      what = "proposals \(asked.map(\.label).conjunction) were approved"
    } else {
      what = "all \(asked.count.counted("proposal")) were approved"
    }
    let alone = ballot.round.number > 1 ? ", and nothing else" : ""
    let force = edition.isEmpty ? "" : " The tables in force are those of \(edition)."
    return "This is a preview for the voters of ballot '\(ballot.id)': it shows the tables as they "
      + "would print if \(what)\(alone).\(force)"
  }

  /// Where a proposal stands in the vote; nil where the ballot does not hold it.
  func state(of proposal: Int) -> String? {
    guard asked.contains(where: { $0.number == proposal }) else {
      return ballot.item(proposal) == nil ? nil : "voted on before"
    }
    return ballot.round.number > 1 ? "put to vote again" : "put to vote"
  }
}
