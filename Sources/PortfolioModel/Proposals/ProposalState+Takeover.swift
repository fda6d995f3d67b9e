extension ProposalState {
  /// A chair's word that the committee goes on with the proposal of someone who is absent. It leaves the
  /// text, its reviews and its authors as they are.
  package struct Takeover: Hashable, Sendable {
    package let date: CalendarDate
    package let by: Person
    package let because: String

    package init(date: CalendarDate, by: Person, because: String) {
      (self.date, self.by, self.because) = (date, by, because)
    }

    init?(_ fields: Fields) {
      guard let date = fields.text("date").flatMap({ CalendarDate($0) }),
        let by = fields.text("by").flatMap({ Person($0) })
      else { return nil }
      self.init(date: date, by: by, because: fields.text("because") ?? "")
    }

    var fields: Fields {
      Fields([
        Fields.Entry("date", .text(date.description)), Fields.Entry("by", .text(by.description)),
        Fields.Entry("because", .text(because)),
      ])
    }
  }

  package var takeover: Takeover? { fields.fields("taken-over").flatMap(Takeover.init) }
}
