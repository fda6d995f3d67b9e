/// What is shared of a sealed reply while voting: when it came, and a digest that proves later that
/// nothing was changed.
package struct Receipt: Hashable, Sendable {
  /// The number of the round of voting, from 1.
  package let round: Int
  /// The day, in the ballot's zone.
  package let date: CalendarDate
  /// The time of that day, as `10:33:07`.
  package let time: String
  /// The SHA-256 of the sealed text, 64 hexadecimal digits.
  package let digest: String

  package init(round: Int = 1, date: CalendarDate, time: String, digest: String) {
    self.round = round
    (self.date, self.time, self.digest) = (date, time, digest)
  }

  init?(_ fields: Fields) {
    guard let date = fields.text("date").flatMap({ CalendarDate($0) }),
      let time = fields.text("time"), let digest = fields.text("digest")
    else { return nil }
    self.init(
      round: fields.integer("round") ?? 1, date: date, time: time, digest: digest)
  }

  /// The receipts of a file.
  package static func all(in fields: Fields) -> [Receipt] {
    fields.list("receipts").compactMap { $0.fields.flatMap(Receipt.init) }
  }

  package var fields: Fields {
    var fields = Fields()
    if round > 1 { fields["round"] = .text(String(round)) }
    fields["date"] = .text(date.description)
    fields["time"] = .text(time)
    fields["digest"] = .text(digest)
    return fields
  }
}
