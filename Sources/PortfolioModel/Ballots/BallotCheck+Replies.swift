import Diagnostics

/// Checks of what came in, round by round.
extension BallotCheck {
  /// Rounds that ask about what is not in the ballot, and those after one that has not ended.
  func rounds(_ ballot: Ballot) -> [Finding] {
    let known = Set(ballot.items.map(\.number))
    return ballot.rounds.dropFirst().flatMap { round -> [Finding] in
      let path = FieldPath(["recirculated", String(round.number - 2)])
      var messages: [String] = []
      if round.items.isEmpty || !round.items.allSatisfy({ known.contains($0.number) }) {
        messages.append("round \(round.number) asks about what is not in the ballot")
      }
      if ballot.rounds[round.number - 2].ended == nil {
        messages.append("round \(round.number) began before the end of the one before")
      }
      return messages.map {
        report(.ballot(entry.id), at: path, $0, help: "only verbs write ballots")
      }
    }
  }

  /// Digests of packages that were sent on no occasion, or twice on one.
  func packages(_ ballot: Ballot) -> [Finding] {
    let occasions = Set(ballot.issues.dropFirst().map(\.phrase))
    return ballot.sentLater.enumerated().compactMap { index, later in
      let phrase = "round \(later.round), until \(later.closes)"
      let isFirst =
        ballot.sentLater.firstIndex { $0.round == later.round && $0.closes == later.closes }
        == index
      guard !isFirst || !occasions.contains(phrase) else { return nil }
      return report(
        .ballot(entry.id), at: FieldPath([Ballot.laterPackages, String(index)]),
        "no package was sent for \(phrase)", help: "only verbs write ballots")
    }
  }

  /// The rounds whose votes are open, by number.
  private func ended(_ ballot: Ballot) -> Set<Int> {
    Set(ballot.rounds.filter { $0.ended != nil }.map(\.number))
  }

  /// Replies that came before the end, without a receipt, or not as the receipts prove.
  func replies(_ ballot: Ballot) -> [Finding] {
    let verbs: Hint = "only verbs write replies: restore what the history has"
    let ended = ended(ballot)
    return entry.replies.keys.sorted().flatMap { body -> [Finding] in
      let (replies, receipts) = (entry.replies[body] ?? [], entry.heldReceipts(of: body))
      let subject = Subject.replies(entry.id, body: body)
      let open = receipts.count { ended.contains($0.round) }
      guard ballot.ended != nil || replies.count <= open else {
        return [report(subject, "the reply is open, though voting has not ended", help: verbs)]
      }
      guard replies.count == open else {
        return [
          report(
            subject, "there are \(replies.count) replies and \(open) receipts", help: verbs)
        ]
      }
      let status = ballot.body(body)?.status
      return zip(replies, receipts).enumerated().flatMap { index, pair -> [Finding] in
        let path = FieldPath(["replies", String(index)])
        var findings: [Finding] = []
        if !digest(pair.0, body).hasSameBytes(as: pair.1.digest) {
          findings.append(
            report(subject, at: path, "the reply is not the one of its receipt", help: verbs))
        }
        if status == .liaison, !pair.0.votes.isEmpty {
          findings.append(
            report(
              subject, at: path.appending("votes"), "a liaison comments and never votes",
              help: verbs))
        }
        return findings
      }
    } + unopened(ballot, ended) + late(ballot) + lost()
  }

  /// Receipts of a day on which nobody could vote in their round, or of rounds out of order.
  private func late(_ ballot: Ballot) -> [Finding] {
    let help: Hint = "only verbs write receipts: restore what the history has"
    return entry.receipts.sorted { $0.key < $1.key }.flatMap { body, receipts in
      receipts.enumerated().compactMap { index, receipt -> Finding? in
        let path = FieldPath(["receipts", String(index), "date"])
        let round = ballot.rounds.first { $0.number == receipt.round }
        guard let round, index == 0 || receipts[index - 1].round <= receipt.round else {
          return report(
            .receipts(entry.id, body: body), at: path,
            "there was no round \(receipt.round) of voting then", help: help)
        }
        guard receipt.date < round.opened || round.closes < receipt.date else { return nil }
        return report(
          .receipts(entry.id, body: body), at: path,
          "the reply came on \(receipt.date), and voting went from \(round.opened) to "
            + "\(round.closes)", help: help)
      }
    }
  }

  /// Lost replies of which there is no receipt, or that are declared lost twice.
  private func lost() -> [Finding] {
    entry.lost.sorted { $0.key < $1.key }.flatMap { body, lost in
      lost.enumerated().compactMap { index, item -> Finding? in
        let isKnown = entry.receipts[body]?.contains { $0.digest == item.digest } ?? false
        let isFirst = lost.firstIndex { $0.digest == item.digest } == index
        guard !isKnown || !isFirst else { return nil }
        return report(
          .receipts(entry.id, body: body), at: FieldPath(["lost", String(index)]),
          isKnown
            ? "the same reply is declared lost twice" : "a reply is declared lost that never came",
          help: "only verbs write receipts: restore what the history has")
      }
    }
  }

  /// Receipts without a reply, once voting has ended.
  private func unopened(_ ballot: Ballot, _ ended: Set<Int>) -> [Finding] {
    entry.receipts.keys.filter { body in
      entry.replies[body] == nil
        && entry.heldReceipts(of: body).contains { ended.contains($0.round) }
    }.sorted().map { body in
      report(
        .receipts(entry.id, body: body), "voting has ended, and the reply is not there",
        help: "restore what the history has")
    }
  }
}
