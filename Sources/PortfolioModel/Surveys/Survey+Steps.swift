extension Survey {
  /// What a survey freezes when it is opened.
  package struct Opening: Sendable {
    package let title: String
    package let opened: CalendarDate
    package let closes: CalendarDate
    package let by: Person
    package let factors: [Factor]
    package let standards: [Identifier]
    package let mostRounds: Int
    package let agreement: Agreement
    package let showsRatings: Bool
    package let invited: Int?
    package let ratings: [Rated]

    package init(
      title: String, opened: CalendarDate, closes: CalendarDate, by: Person, factors: [Factor],
      standards: [Identifier], mostRounds: Int, agreement: Agreement, showsRatings: Bool,
      invited: Int?, ratings: [Rated]
    ) {
      (self.title, self.opened, self.closes, self.by) = (title, opened, closes, by)
      (self.factors, self.standards, self.mostRounds) = (factors, standards, mostRounds)
      (self.agreement, self.showsRatings) = (agreement, showsRatings)
      (self.invited, self.ratings) = (invited, ratings)
    }

    package var fields: Fields {
      var fields = Fields([
        Fields.Entry("title", .text(title)), Fields.Entry("opened", .text(opened.description)),
      ])
      fields["factors"] = .list(factors.map { .text($0.rawValue) })
      fields["standards"] = .list(standards.map { .text($0.text) })
      fields["most-rounds"] = .text(String(mostRounds))
      fields["agreement"] = .fields(agreement.fields)
      if showsRatings { fields["shows-ratings"] = .text("true") }
      fields["invited"] = invited.map { .text(String($0)) }
      fields["ratings"] = .list(ratings.map { .fields($0.fields) })
      fields["rounds"] = .list([.fields(Survey.round(from: opened, to: closes, by: by))])
      return fields
    }
  }

  private static func round(
    from opened: CalendarDate, to closes: CalendarDate, by person: Person
  ) -> Fields {
    Fields([
      Fields.Entry("opened", .text(opened.description)),
      Fields.Entry("closes", .text(closes.description)),
      Fields.Entry("by", .text(person.description)),
    ])
  }

  /// The fields with the end of the present round.
  package func ended(by deed: OfficerDeed) -> Fields {
    var fields = fields
    var rounds = fields.list("rounds")
    guard var last = rounds.popLast()?.fields else { preconditionFailure("there is a round") }
    last["ended"] = .fields(deed.fields)
    fields["rounds"] = .list(rounds + [.fields(last)])
    return fields
  }

  /// The fields with another round, which asks about some cells.
  package func repeated(
    _ cells: [SurveyCell], by deed: OfficerDeed, until closes: CalendarDate
  ) -> Fields {
    var fields = fields
    var round = Survey.round(from: deed.date, to: closes, by: deed.by)
    round["asks"] = .list(cells.map { .fields($0.fields) })
    fields["rounds"] = .list(fields.list("rounds") + [.fields(round)])
    return fields
  }

  /// What was frozen when the survey was opened, without its rounds.
  package var frozen: Fields { Fields(fields.entries.filter { $0.name != "rounds" }) }
}
