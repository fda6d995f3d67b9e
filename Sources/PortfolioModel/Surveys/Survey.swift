/// `survey.yml`: what experts are asked, frozen when the survey is opened, and its rounds.
package struct Survey: Hashable, Sendable {
  /// When experts agree on a cell: so many of them gave a level, and this part of them the same.
  package struct Agreement: Hashable, Sendable {
    package let answers: Int
    package let share: Fraction

    package init(answers: Int, share: Fraction) { (self.answers, self.share) = (answers, share) }

    init?(_ fields: Fields) {
      guard let answers = fields.integer("answers"),
        let share = fields.text("share").flatMap({ Fraction($0) })
      else { return nil }
      self.init(answers: answers, share: share)
    }

    package var fields: Fields {
      Fields([
        Fields.Entry("answers", .text(String(answers))),
        Fields.Entry("share", .text(share.description)),
      ])
    }

    /// The rule in a sentence, without its full stop.
    package var sentence: String {
      "experts agree where at least \(answers) of them give a level, and \(share) of these the same"
    }
  }

  /// A cell, and its level on the day of the opening; nil where it had none.
  package struct Rated: Hashable, Sendable {
    package let cell: SurveyCell
    package let level: Level?

    package init(_ cell: SurveyCell, _ level: Level?) { (self.cell, self.level) = (cell, level) }

    init?(_ fields: Fields) {
      guard let cell = SurveyCell(fields) else { return nil }
      self.init(cell, fields.text("level").flatMap(Level.init))
    }

    var fields: Fields {
      var fields = cell.fields
      fields["level"] = level.map { .text($0.rawValue) }
      return fields
    }
  }

  /// A round: the first one asks about all cells, each later one about some.
  package struct Round: Hashable, Sendable {
    /// From 1.
    package let number: Int
    package let opened: CalendarDate
    package let closes: CalendarDate
    package let by: Person
    package let asks: [SurveyCell]
    package let ended: OfficerDeed?

    init?(_ fields: Fields, number: Int, all: [SurveyCell]) {
      guard let opened = fields.text("opened").flatMap({ CalendarDate($0) }),
        let closes = fields.text("closes").flatMap({ CalendarDate($0) }),
        let by = fields.text("by").flatMap({ Person($0) })
      else { return nil }
      (self.number, self.opened, self.closes, self.by) = (number, opened, closes, by)
      asks =
        number == 1 ? all : fields.list("asks").compactMap { $0.fields.flatMap(SurveyCell.init) }
      ended = fields.fields("ended").flatMap(OfficerDeed.init)
    }
  }

  package let id: Identifier
  package let fields: Fields
  package let title: String
  package let opened: CalendarDate
  package let factors: [Factor]
  package let standards: [Identifier]
  package let mostRounds: Int
  package let agreement: Agreement
  /// Whether experts see the rating in the first round.
  package let showsRatings: Bool
  /// How many experts were invited; nil where nobody counted.
  package let invited: Int?
  package let ratings: [Rated]
  /// There is at least one.
  package let rounds: [Round]

  /// Returns nil where the fields do not meet ``Schema/survey``.
  package init?(id: Identifier, fields: Fields) {
    guard Schema.survey.problems(in: fields).isEmpty,
      let opened = fields.text("opened").flatMap({ CalendarDate($0) }),
      let agreement = fields.fields("agreement").flatMap(Agreement.init)
    else { return nil }
    (self.id, self.fields, self.opened, self.agreement) = (id, fields, opened, agreement)
    title = fields.text("title") ?? ""
    factors = fields.lines("factors").compactMap(Factor.init)
    standards = fields.lines("standards").compactMap(Identifier.init)
    mostRounds = fields.integer("most-rounds") ?? 0
    showsRatings = fields["shows-ratings"] != nil
    invited = fields.integer("invited")
    let ratings = fields.list("ratings").compactMap { $0.fields.flatMap(Rated.init) }
    self.ratings = ratings
    rounds = fields.list("rounds").compactMap(\.fields).enumerated().compactMap { index, round in
      Round(round, number: index + 1, all: ratings.map(\.cell))
    }
    guard !rounds.isEmpty else { return nil }
  }

  package var cells: [SurveyCell] { ratings.map(\.cell) }

  /// The round that goes on, or was the last.
  package var round: Round {
    guard let last = rounds.last else { preconditionFailure("there is a first round") }
    return last
  }

  package var isOpen: Bool { round.ended == nil }

  /// Whether a round has ended, so that its answers are to be seen.
  package var isOpened: Bool { rounds.contains { $0.ended != nil } }

  /// The level of a cell on the day of the opening.
  package func rating(of cell: SurveyCell) -> Level? { ratings.first { $0.cell == cell }?.level }
}
