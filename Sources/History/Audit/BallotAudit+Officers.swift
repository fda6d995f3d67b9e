import PortfolioModel

extension BallotAudit {
  /// Chair and secretary alone take the steps of a ballot, in their own name, on the day of the commit.
  mutating func checkOfficers(
    _ before: BallotEntry?, _ after: BallotEntry, _ ground: Ground
  ) {
    let author = ground.author
    let officers = ground.committee?.members(as: MemberRole.officers, around: ground.day) ?? []
    if !officers.include(address: author) {
      faults.append("'\(author)' was neither chair nor secretary, who alone run ballots")
    }
    for event in new(events(after), besides: before.map(events) ?? []) {
      if !event.by.key.hasSameBytes(as: author) {
        faults.append("\(event.what) is in the name of \(event.by.name), who did not do it")
      }
      if let day = ground.day, !event.date.isNear(day) {
        faults.append("\(event.what) is of \(event.date), and its commit of \(day)")
      }
    }
    checkAgreements(before, after, ground.day)
    checkJudgements(before, after)
    if let before { checkEnd(before, after) }
  }

  /// Something that an officer did to a ballot.
  private struct Step: Hashable {
    let what: String
    let date: CalendarDate
    let by: Person
  }

  private func events(_ entry: BallotEntry) -> [Step] {
    var steps: [Step] = []
    for round in entry.ballot?.rounds ?? [] {
      steps += round.extended.map {
        Step(what: "the extension to \($0.closes)", date: $0.event.date, by: $0.event.by)
      }
      if let ended = round.ended {
        steps.append(Step(what: "the end of voting", date: ended.date, by: ended.by))
      }
    }
    if let cancelled = entry.ballot?.cancelled {
      steps.append(Step(what: "the cancellation", date: cancelled.date, by: cancelled.by))
    }
    for lost in entry.lost.values.joined() {
      let what = "that the reply \(lost.digest.prefix(10)) is lost"
      steps.append(Step(what: what, date: lost.event.date, by: lost.event.by))
    }
    for judged in entry.negatives.values.joined() {
      steps.append(Step(what: "a judgement of a vote", date: judged.date, by: judged.by))
    }
    for said in entry.satisfactions.values.joined() {
      steps.append(Step(what: "the word on \(said.comment)", date: said.date, by: said.by))
    }
    if let result = entry.result {
      steps.append(Step(what: "the result", date: result.date, by: result.by))
    }
    return steps
  }

  /// The steps that come more often than before, in the order of words.
  private func new(_ steps: [Step], besides known: [Step]) -> [Step] {
    let count = Dictionary(known.map { ($0, 1) }) { $0 + $1 }
    return Dictionary(steps.map { ($0, 1) }) { $0 + $1 }
      .filter { $0.value > count[$0.key] ?? 0 }.keys
      .sorted { ($0.what, $0.date) < ($1.what, $1.date) }
  }

  /// No meeting agrees before it has met.
  private mutating func checkAgreements(
    _ before: BallotEntry?, _ after: BallotEntry, _ day: CalendarDate?
  ) {
    guard let day else { return }
    let known = Set((before?.dispositions ?? [:]).values.joined())
    for answer in after.dispositions.values.joined()
    where !known.contains(answer) && answer.agreed?.date.isBeyond(day) == true {
      faults.append("the answer to '\(answer.comment)' was agreed after it was written")
    }
  }

  /// A vote is not struck in silence: the judgement names the technical comments that it goes against.
  private mutating func checkJudgements(_ before: BallotEntry?, _ after: BallotEntry) {
    for (body, judgements) in after.negatives.sorted(by: { $0.key < $1.key }) {
      for judged in judgements.dropFirst(before?.negatives[body]?.count ?? 0)
      where judged.reason == .none {
        let unnamed = after.technical(body, on: judged.proposal).filter {
          !judged.although.contains($0)
        }
        guard !unnamed.isEmpty else { continue }
        faults.append(
          "a vote of '\(body)' was judged to have no technical reason, without a word of "
            + unnamed.map(\.description).conjunction)
      }
    }
  }

  /// Voting ends by itself on its last day or when all have answered; earlier it takes a reason.
  private mutating func checkEnd(_ before: BallotEntry, _ after: BallotEntry) {
    guard before.state == .voting, let ballot = after.ballot, let ended = ballot.ended,
      ended.date < ballot.closes, ended.because == nil, !before.silent.isEmpty
    else { return }
    let silent = before.silent.map(\.id.text).conjunction
    faults.append("voting ended before its last day without a reason, and without \(silent)")
  }
}
