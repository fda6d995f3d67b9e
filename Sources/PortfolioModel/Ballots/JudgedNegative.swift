/// The judgement whether a body's negative vote has a technical reason.
package struct JudgedNegative: Hashable, Sendable {
  /// The number of the round in which the vote was cast, from 1.
  package let round: Int
  /// Nil for a vote on the whole ballot.
  package let proposal: Int?
  package let reason: NegativeReason
  /// The technical comments against which a vote was judged to have no technical reason.
  package let although: [Comment.ID]
  package let because: String
  package let date: CalendarDate
  package let by: Person

  package init(
    on proposal: Int?, _ reason: NegativeReason, although: [Comment.ID] = [], round: Int = 1,
    because: String, date: CalendarDate, by: Person
  ) {
    (self.round, self.although) = (round, although)
    (self.proposal, self.reason, self.because) = (proposal, reason, because)
    (self.date, self.by) = (date, by)
  }

  init?(_ fields: Fields) {
    guard let reason = fields.text("reason").flatMap(NegativeReason.init),
      let date = fields.text("date").flatMap({ CalendarDate($0) }),
      let by = fields.text("by").flatMap({ Person($0) })
    else { return nil }
    self.init(
      on: fields.integer("proposal"), reason,
      although: fields.lines("although").compactMap { Comment.ID($0) },
      round: fields.integer("round") ?? 1,
      because: fields.text("because") ?? "", date: date, by: by)
  }

  /// The judgements of a file.
  package static func all(in fields: Fields) -> [JudgedNegative] {
    fields.list("negatives").compactMap { $0.fields.flatMap(JudgedNegative.init) }
  }

  /// Why, with the technical comments that it goes against.
  package var words: String {
    guard !although.isEmpty else { return because }
    let names = although.map(\.description).conjunction
    return "\(because) (although \(names) \(although.count == 1 ? "is" : "are") technical)"
  }

  package var fields: Fields {
    var fields = Fields()
    if round > 1 { fields["round"] = .text(String(round)) }
    fields["proposal"] = proposal.map { .text(String($0)) }
    fields["reason"] = .text(reason.rawValue)
    if !although.isEmpty { fields["although"] = .lines(although.map(\.description)) }
    fields["because"] = .text(because)
    fields["date"] = .text(date.description)
    fields["by"] = .text(by.description)
    return fields
  }
}
