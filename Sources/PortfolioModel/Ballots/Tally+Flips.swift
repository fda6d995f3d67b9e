import Diagnostics

extension Tally {
  /// A change of votes that would turn the verdict, the smallest of its kind.
  package enum Flip: Hashable, Sendable {
    /// So many votes in favour against it would make it fail.
    case against(Int, Committee.Body.Status)
    /// So many negative votes in favour would make it pass.
    case inFavour(Int, Committee.Body.Status)
    /// So many more answers are needed that it counts at all.
    case answers(Int)
    /// These bodies have to answer.
    case answersOf([Identifier])
    /// What the verdict is once the reasons in doubt are judged: all technical, or none.
    case judged(NegativeReason, Verdict)
  }

  /// What would turn the verdict.
  package var flips: [Flip] {
    guard verdict != .undecided else {
      return NegativeReason.allCases.map { .judged($0, verdict(judging: $0)) }
    }
    var flips = failures.compactMap(missing)
    let counts = Counts(casts)
    for status in [Committee.Body.Status.pMember, .oMember] {
      if failures.isEmpty {
        if let number = smallest(counts, status, \.inFavour, \.negative, until: { !$0 }) {
          flips.append(.against(number, status))
        }
      } else if !counts.passes(rule),
        let number = smallest(counts, status, \.negative, \.inFavour, until: { $0 })
      {
        flips.append(.inFavour(number, status))
      }
    }
    return flips
  }

  private func missing(_ failure: Failure) -> Flip? {
    switch failure {
    case .approval, .negative: nil
    case .mustVote(let bodies): .answersOf(bodies)
    case .returned:
      (1...max(1, returned.denominator)).first { more in
        guard let limit = rule.returned,
          let later = Fraction(returned.numerator + more, of: returned.denominator)
        else { return false }
        return later.isAtLeast(limit)
      }.map { .answers($0) }
    }
  }

  /// The smallest number of votes of one kind of body that turn the outcome when they change sides.
  private func smallest(
    _ counts: Counts, _ status: Committee.Body.Status,
    _ from: WritableKeyPath<Counts.Side, Int>, _ to: WritableKeyPath<Counts.Side, Int>,
    until isTurned: (Bool) -> Bool
  ) -> Int? {
    let side = status == .pMember ? \Counts.pMembers : \Counts.oMembers
    let most = counts[keyPath: side][keyPath: from]
    guard most > 0 else { return nil }
    return (1...most).first { number in
      var other = counts
      other[keyPath: side][keyPath: from] -= number
      other[keyPath: side][keyPath: to] += number
      return isTurned(other.passes(rule))
    }
  }

  /// The verdict where all reasons in doubt are judged alike.
  private func verdict(judging reason: NegativeReason) -> Verdict {
    let ids = Set(doubtful.map(\.id))
    guard let by = Person(name: "nobody", email: "nobody"),
      let date = CalendarDate("1970-01-01")
    else { preconditionFailure("both are valid") }
    let votes = Dictionary(uniqueKeysWithValues: casts.map { ($0.body.id, $0.vote) })
    var judgements: [Identifier: JudgedNegative] = [:]
    for cast in casts {
      if case .noTechnicalReason(let because) = cast.leftOut {
        judgements[cast.body.id] = JudgedNegative(
          on: nil, .none, because: because, date: date, by: by)
      }
      if ids.contains(cast.body.id) {
        judgements[cast.body.id] = JudgedNegative(
          on: nil, reason, because: "", date: date, by: by)
      }
    }
    let known = Set(casts.map(\.body.id)).subtracting(judgements.keys)
    return Tally(
      votes, of: casts.map(\.body) + silent, by: rule, judgements: judgements, reasoned: known
    ).verdict
  }
}

extension Tally.Flip {
  /// The change in words, a sentence.
  package var sentence: String {
    func words(_ status: Committee.Body.Status, _ number: Int) -> String {
      number.counted(status.rawValue)
    }
    switch self {
    case .against(let number, let status):
      return "It would fail if \(words(status, number)) in favour voted against it."
    case .inFavour(let number, let status):
      return "It would pass if \(words(status, number)) against it voted in favour."
    case .answers(let number):
      return "It needs \(number.counted("more answer", plural: "more answers")) to be counted."
    case .answersOf(let bodies): return "It needs the answer of \(bodies.map(\.text).conjunction)."
    case .judged(.technical, let verdict):
      return "With a technical reason for each negative vote in doubt it is \(verdict.phrase)."
    case .judged(.none, let verdict):
      return "Without one for any of them it is \(verdict.phrase)."
    }
  }
}

extension Tally.Verdict {
  package var phrase: String {
    switch self {
    case .approved: "approved"
    case .disapproved: "disapproved"
    case .meeting: "not approved, and needs a meeting"
    case .undecided: "not decided yet"
    }
  }
}

extension Tally.LeftOut {
  package var phrase: String {
    switch self {
    case .abstention: "an abstention"
    case .noTechnicalReason(let because): "a negative vote without a technical reason: \(because)"
    case .liaison: "a liaison comments and never votes"
    }
  }
}
