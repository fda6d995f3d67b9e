package import Diagnostics
package import PortfolioModel

/// How far a ballot is: who has not answered, how long voting goes on, what is missing.
package struct BallotStatusReport {
  private let entry: BallotEntry
  private let ballot: Ballot
  /// The day in the ballot's zone.
  private let today: CalendarDate

  /// What was changed since it was voted on.
  private let changes: [ChangedItem]
  /// What keeps it from being closed, and then what keeps proposals from being accepted, as phrases.
  private let unsettled: [BallotEntry.Unsettled]
  private let obstacles: [Hint]
  /// The proposals on which the replies of bodies hold no vote, as far as that is known here.
  private let unvoted: [Identifier: [Int]]
  /// The bodies whose last reply is sealed on this machine; nil where that is not asked.
  private let sealed: Set<Identifier>?
  private let wording: HintWording

  package init(
    _ entry: BallotEntry, _ ballot: Ballot, changes: [ChangedItem] = [],
    unsettled: [BallotEntry.Unsettled] = [], obstacles: [Hint] = [],
    unvoted: [Identifier: [Int]] = [:], sealed: Set<Identifier>? = nil, today: CalendarDate,
    wording: @escaping HintWording
  ) {
    self.sealed = sealed
    (self.unvoted, self.wording) = (unvoted, wording)
    (self.entry, self.ballot, self.today) = (entry, ballot, today)
    (self.changes, self.unsettled, self.obstacles) = (changes, unsettled, obstacles)
  }

  private var answered: [Committee.Body] { entry.answered }
  private var silent: [Committee.Body] { entry.silent }
  private var daysLeft: Int { ballot.closes.daysSince1970 - today.daysSince1970 }

  package var report: Report {
    var report = Report()
    report.heading(1, "Ballot '\(entry.id)': \(ballot.title)")
    switch entry.state {
    case .voting: voting(&report)
    case .resolving: resolving(&report)
    case .closed:
      report.paragraph(
        Span(
          (ballot.cancelled == nil ? "It is closed. " : "It is closed: it was cancelled. ")
            + wording("\(run: .ballot(.show(entry.id.text))) tells its story.")))
    }
    return report
  }

  private func voting(_ report: inout Report) {
    let left =
      daysLeft < 0
      ? "closed on \(ballot.closes) and waits to be ended"
      : daysLeft == 0
        ? "goes on until today" : "goes on until \(ballot.closes), \(daysLeft.counted("day")) left"
    let round = ballot.round
    report.paragraph(Span("Voting \(left) (\(ballot.zone))."))
    if round.number > 1 {
      report.paragraph(
        Span(
          "Round \(round.number) asks about \(round.items.map(\.label).conjunction); a body that does "
            + "not answer keeps its vote."))
      report.bullets(changes.map { [Span($0.sentence)] })
    }
    report.bullets((standing + elsewhere + entry.lostReplies).map { [Span($0)] })
    guard daysLeft >= 0 else { return report.paragraph(Span(wording(nextStep))) }
    guard !silent.isEmpty else { return }
    report.heading(3, "A reminder to paste")
    report.paragraph(Span(reminder))
  }

  /// Who has answered, in part, or not.
  private var standing: [String] {
    func listed(_ words: String, _ names: [String]) -> String {
      "\(words): \(names.isEmpty ? "nobody" : names.listed)."
    }
    let whole = answered.filter { unvoted[$0.id] == nil }.map(\.name)
    let inPart = answered.compactMap { body in
      unvoted[body.id].map { numbers in
        let what =
          ballot.voteOn == .each ? " on \(numbers.map(Proposal.label).conjunction)" : ""
        return "\(body.name) (no vote\(what))"
      }
    }
    return [listed("Answered", whole)]
      + (inPart.isEmpty ? [] : [listed("Answered in part", inPart)])
      + [listed("Not answered", silent.map(\.name))]
  }

  /// The replies that this machine does not hold, which it can't open.
  private var elsewhere: [String] {
    guard let sealed else { return [] }
    let missing = answered.filter { !sealed.contains($0.id) }.map(\.name)
    return missing.isEmpty ? [] : ["Not sealed on this machine: \(missing.listed)."]
  }

  /// What is to be done after the last day, on which no vote can come in any more.
  private var nextStep: Hint {
    let id = entry.id.text
    return "No vote is taken any more. End voting: \(run: .ballot(.end(id))), or give more time: "
      + "\(run: .ballot(.extend(id)))."
  }

  /// What can be sent to those who have not answered.
  private var reminder: String {
    let names = silent.map(\.name).conjunction
    let numbers = ballot.round.items.map(\.label).conjunction
    let what = "proposal\(ballot.round.items.count == 1 ? "" : "s") \(numbers)"
    return "To \(names): your vote on “\(ballot.title)” (\(what)) has not come in "
      + "yet. Voting closes on \(ballot.closes) (\(ballot.zone), that day included)."
  }

  private func resolving(_ report: inout Report) {
    report.paragraph(
      Span("Voting has ended; " + ballot.rounds.map(answers).joined(separator: "; ") + "."))
    report.bullets(entry.lostReplies.map { [Span($0)] })
    report.bullets(changes.filter(\.isEditorial).map { [Span($0.sentence)] })
    let missing = missing
    report.bullets(
      (missing.isEmpty ? [wording(closing)] : missing).map { [Span($0)] })
  }

  private var closing: Hint {
    "Nothing is missing: \(run: .ballot(.close(entry.id.text))) closes it."
  }

  /// "3 bodies answered with 2 comments", of a round.
  private func answers(_ round: Ballot.Round) -> String {
    let comments = ballot.bodies.map { body in
      entry.counting(of: body.id).first { $0.round == round.number }?.reply.comments.count ?? 0
    }.reduce(0, +)
    let bodies = entry.answered(in: round.number).count.counted("body", plural: "bodies")
    return (ballot.rounds.count > 1 ? "in round \(round.number) " : "")
      + "\(bodies) answered with \(comments.counted("comment"))"
  }

  /// What has to be done before it can be closed, a sentence each.
  private var missing: [String] {
    func listed(_ words: String, _ ids: [Comment.ID]) -> [String] {
      ids.isEmpty ? [] : ["\(words): \(ids.map(\.description).listed)."]
    }
    return unsettled.flatMap { item -> [String] in
      switch item {
      case .doubt(let body, let question):
        [
          "Whether the negative vote of \(body.name)"
            + (question.map { " on \(Proposal.label($0))" } ?? "")
            + " has a technical reason is to be judged."
        ]
      case .comments(let unanswered, let proposed):
        listed("Comments without an answer", unanswered)
          + listed("Comments whose answer is proposed and not agreed", proposed)
      case .otherText(let item):
        ["Proposal \(item.label) is neither what was voted on nor an answer to a comment."]
      case .beyondWords(let change): ["\(change.sentence) It has to be voted on again."]
      }
    } + obstacles.map { "\(wording($0).capitalisedFirst)." }
  }

  // MARK: - JSON

  /// `rspmaint.ballot-status/1`; the comments are there once voting has ended.
  package var json: some Encodable {
    JSON(
      ballot: entry.id.text, title: ballot.title, state: entry.state.rawValue,
      round: ballot.round.number, closes: ballot.closes.description, zone: ballot.zone.description,
      daysLeft: entry.state == .voting ? Nullable(daysLeft) : Nullable(nil),
      answered: answered.map(\.id.text), silent: silent.map(\.id.text),
      missing: entry.state == .resolving ? missing : [],
      comments: entry.comments.map { id, _ in
        let disposition = entry.disposition(of: id)
        return JSON.Item(
          id: id.description, body: id.body.text,
          disposition: Nullable(disposition?.answer.rawValue),
          agreed: disposition?.agreed != nil)
      },
      changed: changes.map {
        JSON.Changed(
          proposal: $0.number, substance: $0.substance, answers: $0.answers.map(\.description))
      })
  }

  private struct JSON: Encodable {
    struct Item: Encodable {
      let id: String
      let body: String
      let disposition: Nullable<String>
      let agreed: Bool
    }

    struct Changed: Encodable {
      let proposal: Int
      let substance: [String]
      let answers: [String]
    }

    let schema = "rspmaint.ballot-status/1"
    let ballot: String
    let title: String
    let state: String
    let round: Int
    let closes: String
    let zone: String
    let daysLeft: Nullable<Int>
    let answered: [String]
    let silent: [String]
    let missing: [String]
    let comments: [Item]
    let changed: [Changed]
  }
}
