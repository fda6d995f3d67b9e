import Diagnostics

/// Checks that the files of a ballot fit one another, and the proposals that it holds.
package struct BallotCheck: Sendable {
  private let entry: BallotEntry
  private let proposals: [ProposalEntry]
  /// The digest of a body's reply, as its receipt holds it.
  private let digest: @Sendable (Reply, _ body: Identifier) -> String

  package init(
    _ entry: BallotEntry, _ proposals: [ProposalEntry],
    digest: @escaping @Sendable (Reply, _ body: Identifier) -> String
  ) {
    (self.entry, self.proposals, self.digest) = (entry, proposals, digest)
  }

  package func findings() -> [Finding] {
    (entry.ballot.map(held) ?? []) + consistency()
  }

  /// The findings on the ballot's own files.
  package func consistency() -> [Finding] {
    guard let ballot = entry.ballot else { return [] }
    return bodies(ballot) + replies(ballot) + dispositions() + result(ballot)
  }

  private func report(
    _ subject: Subject, at path: FieldPath = .root, _ message: String, help: Hint
  ) -> Finding {
    Finding(.ballotInconsistent, subject, path, message, help: [help])
  }

  /// The proposals that differ from what is voted on.
  private func held(_ ballot: Ballot) -> [Finding] {
    guard entry.state != .closed else { return [] }
    let ballotID = entry.id
    return ballot.items.enumerated().compactMap { index, item in
      let proposal = proposals.numbered(item.number)
      let isSame = proposal?.content.hasSameBytes(as: item.content) ?? false
      guard !isSame || proposal?.status != .open else { return nil }
      let what =
        proposal == nil
        ? "is not there" : isSame ? "is \(proposal?.status.word ?? "")" : "has changed"
      return Finding(
        .ballotedProposalChanged, proposal == nil ? .ballot(ballotID) : .proposal(item.number),
        proposal == nil ? FieldPath(["proposals", String(index)]) : .root,
        "proposal \(item.label) \(what), though ballot '\(ballotID)' is \(entry.state.rawValue) on "
          + "it",
        help: ["put back what is voted on, or free it: \(run: .ballot(.cancel(ballotID.text)))"])
    }
  }

  /// Files of bodies that the ballot doesn't know.
  private func bodies(_ ballot: Ballot) -> [Finding] {
    let known = Set(ballot.bodies.map(\.id))
    let help: Hint = "the ballot's bodies are: \(ballot.bodies.map(\.id.text).listed)"
    func unknown(_ ids: some Sequence<Identifier>, _ subject: (Identifier) -> Subject) -> [Finding]
    {
      ids.filter { !known.contains($0) }.sorted().map { id in
        report(subject(id), "'\(id)' is not a body of this ballot", help: help)
      }
    }
    return unknown(entry.receipts.keys) { .receipts(entry.id, body: $0) }
      + unknown(entry.replies.keys) { .replies(entry.id, body: $0) }
      + unknown(entry.dispositions.keys) { .dispositions(entry.id, body: $0) }
  }

  /// Replies that came before the end, without a receipt, or not as the receipts prove.
  private func replies(_ ballot: Ballot) -> [Finding] {
    let verbs: Hint = "only verbs write replies: restore what the history has"
    return entry.replies.keys.sorted().flatMap { body -> [Finding] in
      let (replies, receipts) = (entry.replies[body] ?? [], entry.receipts[body] ?? [])
      let subject = Subject.replies(entry.id, body: body)
      guard ballot.ended != nil else {
        return [report(subject, "the reply is open, though voting has not ended", help: verbs)]
      }
      guard replies.count == receipts.count else {
        return [
          report(
            subject, "there are \(replies.count) replies and \(receipts.count) receipts",
            help: verbs)
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
    } + unopened(ballot) + late(ballot)
  }

  /// Receipts of a day on which nobody could vote.
  private func late(_ ballot: Ballot) -> [Finding] {
    entry.receipts.sorted { $0.key < $1.key }.flatMap { body, receipts in
      receipts.enumerated().filter {
        $0.element.date < ballot.opened || ballot.closes < $0.element.date
      }.map { index, receipt in
        report(
          .receipts(entry.id, body: body), at: FieldPath(["receipts", String(index), "date"]),
          "the reply came on \(receipt.date), and voting went from \(ballot.opened) to "
            + "\(ballot.closes)", help: "only verbs write receipts: restore what the history has")
      }
    }
  }

  /// Receipts without a reply, once voting has ended.
  private func unopened(_ ballot: Ballot) -> [Finding] {
    guard ballot.ended != nil else { return [] }
    return entry.receipts.keys.filter { entry.replies[$0] == nil }.sorted().map { body in
      report(
        .receipts(entry.id, body: body), "voting has ended, and the reply is not there",
        help: "restore what the history has")
    }
  }

  /// Dispositions of comments that are not there, or that say no reason.
  private func dispositions() -> [Finding] {
    let comments = Set(entry.comments.map(\.id))
    return entry.dispositions.keys.sorted().flatMap { body -> [Finding] in
      let subject = Subject.dispositions(entry.id, body: body)
      return (entry.dispositions[body] ?? []).enumerated().flatMap { index, item -> [Finding] in
        let path = FieldPath(["dispositions", String(index)])
        var findings: [Finding] = []
        for comment in [item.comment, item.sameAs].compactMap({ $0 })
        where !comments.contains(comment) {
          findings.append(
            report(
              subject, at: path, "there is no comment '\(comment)'", help: "name one that is there")
          )
        }
        if item.answer.needsReason, item.because == nil, item.sameAs == nil {
          findings.append(
            report(
              subject, at: path, "'\(item.answer.rawValue)' needs a reason",
              help: "say it: \(option: .because)"))
        }
        return findings
      }
    }
  }

  private func result(_ ballot: Ballot) -> [Finding] {
    guard let result = entry.result else { return [] }
    guard ballot.ended != nil, ballot.cancelled == nil else {
      return [
        report(
          .ballotResult(entry.id), "there is a result of a ballot that was never counted",
          help: "only verbs write results")
      ]
    }
    guard result.lines != entry.expectedLines() else { return [] }
    return [
      Finding(
        .ballotResultDiffers, .ballotResult(entry.id), .root,
        "the result differs from the count of the votes",
        help: ["\(run: .ballot(.tally(entry.id.text))) prints the right one"])
    ]
  }
}
