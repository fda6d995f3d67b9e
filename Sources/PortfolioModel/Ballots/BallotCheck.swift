import Diagnostics

/// Checks that the files of a ballot fit one another, and the proposals that it holds.
package struct BallotCheck: Sendable {
  let entry: BallotEntry
  private let proposals: [ProposalEntry]
  /// The digest of a body's reply, as its receipt holds it.
  let digest: @Sendable (Reply, _ body: Identifier) -> String

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
    return bodies(ballot) + rounds(ballot) + packages(ballot) + replies(ballot) + dispositions()
      + result(ballot)
  }

  func report(
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
      let isSame =
        proposal?.content.hasSameBytes(as: item.content) == true
        || entry.permits(proposal?.proposal)
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

  /// Dispositions of comments that are not there, or that say no reason.
  private func dispositions() -> [Finding] {
    let comments = Set(entry.comments.map(\.id))
    let unknown = entry.satisfactions.values.joined().filter { !comments.contains($0.comment) }
    return unknown.map {
      report(
        .dispositions(entry.id, body: $0.comment.body), "there is no comment '\($0.comment)'",
        help: "name one that is there")
    }
      + entry.dispositions.keys.sorted().flatMap { body -> [Finding] in
        let subject = Subject.dispositions(entry.id, body: body)
        return (entry.dispositions[body] ?? []).enumerated().flatMap { index, item -> [Finding] in
          let path = FieldPath(["dispositions", String(index)])
          var findings: [Finding] = []
          for comment in [item.comment, item.sameAs].compactMap({ $0 })
          where !comments.contains(comment) {
            findings.append(
              report(
                subject, at: path, "there is no comment '\(comment)'",
                help: "name one that is there")
            )
          }
          let before = (entry.dispositions[body] ?? []).prefix(index).last {
            $0.comment == item.comment
          }
          if before?.agreed != nil, item.reopened == nil {
            findings.append(
              report(
                subject, at: path,
                "the answer to '\(item.comment)' was agreed before, and this one doesn't say why it changes",
                help: "say it: \(option: .reopened)"))
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
    if result.external != nil { return external(result, ballot) }
    guard ballot.ended != nil, ballot.cancelled == nil else {
      return [
        report(
          .ballotResult(entry.id), "there is a result of a ballot that was never counted",
          help: "only verbs write results")
      ]
    }
    // Only the history says what a proposal had become since.
    let contents = Dictionary(result.lines.map { ($0.number, $0.content) }) { first, _ in first }
    guard result.lines != entry.expectedLines(contents) else { return [] }
    return [
      Finding(
        .ballotResultDiffers, .ballotResult(entry.id), .root,
        "the result differs from the count of the votes",
        help: ["\(run: .ballot(.tally(entry.id.text))) prints the right one"])
    ]
  }

  /// The result of a vote that was run elsewhere: nothing came in here, and it decides on all that
  /// was asked.
  private func external(_ result: BallotResult, _ ballot: Ballot) -> [Finding] {
    let wanted = ballot.items.map { [String($0.number), $0.content] }
    let isWhole =
      result.lines.map { [String($0.number), $0.content] } == wanted
      && result.lines.allSatisfy { $0.verdict == .approved || $0.verdict == .disapproved }
    guard isWhole, ballot.ended == nil, ballot.cancelled == nil, entry.receipts.isEmpty else {
      return [
        report(
          .ballotResult(entry.id), "the result of another platform does not fit the ballot",
          help: "only verbs write results")
      ]
    }
    return []
  }
}
