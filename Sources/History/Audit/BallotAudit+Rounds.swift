import PortfolioModel
import Records

/// Rounds of voting after the first, and what became of the texts that were voted on.
extension BallotAudit {
  /// What was set for a round never changes; it is only extended, and ends once.
  mutating func checkRounds(_ earlier: Ballot, _ ballot: Ballot) {
    guard ballot.rounds.count >= earlier.rounds.count else {
      faults.append("a round of voting is gone")
      return
    }
    for (old, new) in zip(earlier.rounds, ballot.rounds) {
      if old.opened != new.opened || old.firstCloses != new.firstCloses || old.items != new.items
        || old.base != new.base || old.changes != new.changes
      {
        faults.append("round \(old.number) of voting has changed")
      }
      if !new.continues(old) { faults.append("an extension has changed") }
      if old.ended != nil, old.ended != new.ended { faults.append("the end of voting has changed") }
    }
  }

  /// A round begins while comments are answered, on the texts of its first parent.
  mutating func checkRound(_ before: BallotEntry, _ after: BallotEntry, _ ground: Ground) {
    guard let old = before.ballot, let ballot = after.ballot,
      ballot.rounds.count > old.rounds.count
    else { return }
    if before.state != .resolving || ballot.rounds.count > old.rounds.count + 1 {
      faults.append("another round began without the end of the one before")
    }
    let round = ballot.round
    if round.ended != nil || !round.extended.isEmpty {
      faults.append("round \(round.number) begins with more than what is voted on")
    }
    if let day = ground.day, !round.opened.isNear(day) {
      faults.append("round \(round.number) began on \(round.opened), and its commit is of \(day)")
    }
    if round.base == nil { faults.append("round \(round.number) names no commit that it is on") }
    if let fault = ground.baseFault { faults.append(fault) }
    for item in round.items {
      let entry = ground.snapshot.proposal(item.number)
      if entry?.content.hasSameBytes(as: item.content) != true || entry?.status != .open {
        faults.append("proposal \(item.label) was not open with that text")
      }
    }
  }

  /// The digests of what was sent never change, and each occasion has those of one package.
  ///
  /// - Parameter isMerge: Whether other commits may have added some.
  mutating func checkPackages(_ earlier: Ballot, _ ballot: Ballot, isMerge: Bool) {
    if Array(ballot.sentLater.prefix(earlier.sentLater.count)) != earlier.sentLater {
      faults.append("the digests of a package have changed or are gone")
    }
    guard !isMerge, ballot.sent != nil else { return }
    for issue in ballot.issues.dropFirst(earlier.issues.count) where issue.sent == nil {
      faults.append("there are no digests of what was sent for \(issue.phrase)")
    }
    let late = ballot.sentLater.dropFirst(earlier.sentLater.count).contains { later in
      earlier.issues.contains { $0.round == later.round && $0.closes == later.closes }
    }
    if late { faults.append("the digests of a package came later than the package") }
  }

  /// What is decided on was voted on, but for words that were changed in answer to comments.
  mutating func checkTexts(_ before: BallotEntry, _ after: BallotEntry, _ ground: Ground) {
    guard before.result == nil, let result = after.result, let ballot = before.ballot else {
      return
    }
    for line in result.lines {
      let label = Proposal.label(line.number)
      let entry = ground.snapshot.proposal(line.number)
      guard entry?.content.hasSameBytes(as: line.content) == true else {
        faults.append("it decides on another text of proposal \(label) than there was")
        continue
      }
      guard ballot.item(line.number)?.content.hasSameBytes(as: line.content) != true else {
        continue
      }
      if !before.permits(entry?.proposal) {
        faults.append("proposal \(label) was changed after the vote, and answers no comment")
      }
      guard let voted = ground.voted[line.number], let now = entry?.proposal else {
        faults.append("the text of proposal \(label) that was voted on can't be read")
        continue
      }
      let substance = now.substance(since: voted)
      if !substance.isEmpty {
        faults.append(
          "proposal \(label) was changed after the vote beyond words (\(substance.listed)), and not "
            + "recirculated")
      }
    }
  }
}

extension Ballot.Round {
  /// Whether the round has the extensions that it had, and perhaps more.
  fileprivate func continues(_ earlier: Ballot.Round) -> Bool {
    let old = earlier.extended.map { [$0.closes.description, "\($0.event)"] }
    let new = extended.map { [$0.closes.description, "\($0.event)"] }
    return Array(new.prefix(old.count)) == old
  }
}
