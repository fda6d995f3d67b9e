/// What the experts of one round say of a cell, counted.
package struct CellResult: Hashable, Sendable {
  /// The level in the middle; where an even number splits there, both.
  package enum Median: Hashable, Sendable {
    case level(Level)
    case split(Level, Level)

    package var phrase: String {
      switch self {
      case .level(let level): level.phrase
      case .split(let low, let high): "\(low.phrase) / \(high.phrase)"
      }
    }
  }

  /// Of those who gave a level in this round and in the one before, how many gave the same.
  package struct Stability: Hashable, Sendable {
    package let same: Int
    package let both: Int
  }

  /// How many gave a level.
  package struct Count: Hashable, Sendable {
    package let level: Level
    package let count: Int
  }

  package struct Remark: Hashable, Sendable {
    package let expert: Identifier
    package let answer: SurveyAnswer
  }

  package let cell: SurveyCell
  /// The number of the round.
  package let round: Int
  /// How many gave each level, lowest first, with those that nobody gave.
  package let counts: [Count]
  package let noOpinion: Int
  package let stability: Stability?
  /// The answers with words, in the order of the pseudonyms.
  package let remarks: [Remark]
  /// The level on which the experts agree.
  package let agreed: Level?

  /// - Parameter answers: By pseudonym; those of the round.
  /// - Parameter earlier: By pseudonym; those of the round before that asked about the cell.
  package init(
    _ cell: SurveyCell, round: Int, _ answers: [Identifier: SurveyAnswer],
    after earlier: [Identifier: SurveyAnswer]?, by rule: Survey.Agreement
  ) {
    (self.cell, self.round) = (cell, round)
    let levels = answers.values.compactMap(\.level)
    let counts = cell.factor.ascending.map { level in
      Count(level: level, count: levels.count { $0 == level })
    }
    self.counts = counts
    noOpinion = answers.values.count { $0.opinion == SurveyAnswer.Opinion.none }
    stability = earlier.map { earlier in
      let pairs = answers.compactMap { expert, answer -> Bool? in
        guard let now = answer.level, let before = earlier[expert]?.level else { return nil }
        return now == before
      }
      return Stability(same: pairs.count { $0 }, both: pairs.count)
    }
    remarks = answers.filter { $0.value.hasWords }.sorted { $0.key < $1.key }.map {
      Remark(expert: $0.key, answer: $0.value)
    }
    let most = counts.filter { $0.count == counts.map(\.count).max() }
    let isAgreed =
      most.count == 1 && levels.count >= rule.answers
      && Fraction(most[0].count, of: levels.count)?.isAtLeast(rule.share) == true
    agreed = isAgreed ? most[0].level : nil
  }

  /// How many gave a level.
  package var answers: Int { counts.reduce(0) { $0 + $1.count } }

  /// The levels that were given, lowest first, each as often as it was given.
  private var given: [Level] { counts.flatMap { Array(repeating: $0.level, count: $0.count) } }

  package var median: Median? {
    let given = given
    guard let last = given.indices.last else { return nil }
    let (low, high) = (given[last / 2], given[(last + 1) / 2])
    return low == high ? .level(low) : .split(low, high)
  }

  /// The lowest and the highest level that were given.
  package var spread: (lowest: Level, highest: Level)? {
    let given = given
    guard let first = given.first, let last = given.last else { return nil }
    return (first, last)
  }
}
