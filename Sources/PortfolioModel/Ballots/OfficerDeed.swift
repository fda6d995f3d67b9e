/// Something that an officer of the committee did to a ballot or a survey, and why.
package struct OfficerDeed: Hashable, Sendable {
  package let date: CalendarDate
  package let by: Person
  package let because: String?

  package init(date: CalendarDate, by: Person, because: String?) {
    (self.date, self.by, self.because) = (date, by, because)
  }

  init?(_ fields: Fields) {
    guard let date = fields.text("date").flatMap({ CalendarDate($0) }),
      let by = fields.text("by").flatMap({ Person($0) })
    else { return nil }
    self.init(date: date, by: by, because: fields.text("because"))
  }

  package var fields: Fields {
    var fields = Fields([
      Fields.Entry("date", .text(date.description)), Fields.Entry("by", .text(by.description)),
    ])
    fields["because"] = because.map { .text($0) }
    return fields
  }
}
