import PortfolioModel
import Records

/// Checks that a commit changes a survey as the verbs do: what was frozen and what came in never changes
/// afterwards, and answers are opened with the end of their round alone.
struct SurveyAudit {
  /// What a commit of one parent stands on.
  struct Ground {
    /// What the first parent holds, where a survey is opened; else nil.
    let portfolio: Portfolio?
    /// The day of the commit.
    let day: CalendarDate?
    /// The address of the commit's author, with ASCII letters in lower case.
    let author: String
    /// The committee of the first parent.
    let committee: Committee?
  }

  /// What is wrong, as phrases.
  private(set) var faults: [String] = []

  /// - Parameter ground: Nil in a merge, which only has to keep what its sides hold.
  init(from before: SurveyEntry?, to after: SurveyEntry?, on ground: Ground?) {
    guard let after, let survey = after.survey else {
      if before != nil { faults.append("the survey is gone") }
      return
    }
    faults += SurveyCheck(after).findings().map(\.message)
    if let ground { checkOfficer(before, survey, ground) }
    guard let before, let earlier = before.survey else {
      if let ground { checkOpening(survey, after, ground) }
      return
    }
    checkFrozen(earlier, survey)
    checkReceived(before, after)
    if let ground {
      checkStep(earlier, before, after)
      checkDays(before, after, ground.day)
      checkRound(before, survey, ground.day)
    }
  }

  /// A survey begins with the ratings of its first parent, and with nothing that came in.
  private mutating func checkOpening(_ survey: Survey, _ after: SurveyEntry, _ ground: Ground) {
    if !after.responses.isEmpty || survey.rounds.count > 1 || !survey.isOpen {
      faults.append("it is opened with more than what is asked")
    }
    if let day = ground.day, !survey.opened.isNear(day) || !survey.round.opened.isNear(day) {
      faults.append("it was opened on \(survey.opened), and its commit is of \(day)")
    }
    let isRated = survey.ratings.allSatisfy { rated in
      ground.portfolio.map { rated.cell.level(in: $0) == rated.level } ?? false
    }
    if !isRated { faults.append("its ratings are not those of the portfolio then") }
  }

  private mutating func checkFrozen(_ earlier: Survey, _ survey: Survey) {
    if earlier.frozen != survey.frozen { faults.append("what was frozen has changed") }
    guard survey.rounds.count >= earlier.rounds.count else {
      faults.append("a round is gone")
      return
    }
    for (old, new) in zip(earlier.rounds, survey.rounds) {
      if old.opened != new.opened || old.closes != new.closes || old.by != new.by
        || old.asks != new.asks
      {
        faults.append("round \(old.number) has changed")
      }
      if old.ended != nil, old.ended != new.ended {
        faults.append("the end of round \(old.number) has changed")
      }
    }
  }

  /// What came in stays.
  private mutating func checkReceived(_ before: SurveyEntry, _ after: SurveyEntry) {
    for (number, responses) in before.responses.sorted(by: { $0.key < $1.key }) {
      for (expert, old) in responses.sorted(by: { $0.key < $1.key }) {
        let new = after.responses[number]?[expert]
        if Array((new?.receipts ?? []).prefix(old.receipts.count)) != old.receipts {
          faults.append("a receipt of \(expert) has changed")
        }
        if old.opened != nil, new?.opened != old.opened {
          faults.append("the answers of \(expert) have changed")
        }
      }
    }
  }

  /// A receipt comes while its round is open, and answers with the end of it.
  private mutating func checkStep(
    _ earlier: Survey, _ before: SurveyEntry, _ after: SurveyEntry
  ) {
    let open = earlier.isOpen ? earlier.round.number : nil
    for (number, responses) in after.responses.sorted(by: { $0.key < $1.key }) {
      let ends = number == open && after.survey?.rounds[number - 1].ended != nil
      for (expert, new) in responses.sorted(by: { $0.key < $1.key }) {
        let old = before.responses[number]?[expert]
        if new.receipts != old?.receipts ?? [], number != open || ends {
          faults.append(
            ends
              ? "a receipt of \(expert) came with the end of round \(number)"
              : "a receipt of \(expert) came after the end of round \(number)")
        }
        if new.opened != nil, old?.opened == nil, !ends {
          faults.append("answers of \(expert) came without the end of round \(number)")
        }
      }
    }
  }

  /// A receipt is of the day of its commit, so that late answers can't be dated back.
  private mutating func checkDays(
    _ before: SurveyEntry, _ after: SurveyEntry, _ day: CalendarDate?
  ) {
    guard let day else { return }
    for (number, responses) in after.responses.sorted(by: { $0.key < $1.key }) {
      for (expert, new) in responses.sorted(by: { $0.key < $1.key }) {
        let known = before.responses[number]?[expert]?.receipts.count ?? 0
        for receipt in new.receipts.dropFirst(known) where !receipt.date.isNear(day) {
          faults.append("a receipt of \(expert) is of \(receipt.date), and its commit of \(day)")
        }
      }
    }
  }

  /// Another round begins after the end of the one before, and asks what is disputed, all of it.
  private mutating func checkRound(
    _ before: SurveyEntry, _ survey: Survey, _ day: CalendarDate?
  ) {
    guard let earlier = before.survey, survey.rounds.count > earlier.rounds.count else { return }
    if earlier.isOpen || survey.rounds.count > earlier.rounds.count + 1 || !survey.isOpen {
      faults.append("another round began without the end of the one before")
    }
    if let day, !survey.round.opened.isNear(day) {
      faults.append(
        "round \(survey.round.number) began on \(survey.round.opened), and its commit is of \(day)")
    }
    if survey.round.asks != before.disputed {
      faults.append("round \(survey.round.number) asks about other ratings than those in dispute")
    }
  }
}

extension SurveyAudit {
  /// Chair and secretary alone take the steps of a survey, in their own name, on the day of the commit;
  /// without a committee, anybody does.
  private mutating func checkOfficer(
    _ before: SurveyEntry?, _ survey: Survey, _ ground: Ground
  ) {
    if let committee = ground.committee {
      let officers = committee.members(as: MemberRole.officers, around: ground.day)
      if !officers.include(address: ground.author) {
        faults.append("'\(ground.author)' was neither chair nor secretary, who alone run surveys")
      }
    }
    let known = before?.survey?.rounds ?? []
    for round in survey.rounds {
      let old = known.first { $0.number == round.number }
      if old == nil, !round.by.key.hasSameBytes(as: ground.author) {
        faults.append(
          "round \(round.number) is in the name of \(round.by.name), who did not open it")
      }
      guard let ended = round.ended, old?.ended == nil else { continue }
      if !ended.by.key.hasSameBytes(as: ground.author) {
        faults.append(
          "the end of round \(round.number) is in the name of \(ended.by.name), who did not do it")
      }
      if let day = ground.day, !ended.date.isNear(day) {
        faults.append(
          "the end of round \(round.number) is of \(ended.date), and its commit of \(day)")
      }
      let answered = before?.answered(in: round.number).count ?? 0
      let isComplete = survey.invited.map { answered >= $0 } ?? false
      if ended.date < round.closes, ended.because == nil, !isComplete {
        faults.append("round \(round.number) ended before its last day without a reason")
      }
    }
  }
}
