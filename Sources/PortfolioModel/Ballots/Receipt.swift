/// What is shared of a sealed reply while voting: when it came, and a digest that proves later that
/// nothing was changed.
package struct Receipt: Hashable, Sendable {
  /// The number of the round of voting, from 1.
  package let round: Int
  /// The day, in the ballot's zone.
  package let date: CalendarDate
  /// The time of that day, as `10:33:07`; nil where it was taken as of a day that is not that of the
  /// clock.
  package let time: String?
  /// The SHA-256 of the sealed text, 64 hexadecimal digits.
  package let digest: String

  package init(round: Int = 1, date: CalendarDate, time: String?, digest: String) {
    self.round = round
    (self.date, self.time, self.digest) = (date, time, digest)
  }

  init?(_ fields: Fields) {
    guard let date = fields.text("date").flatMap({ CalendarDate($0) }),
      let digest = fields.text("digest")
    else { return nil }
    self.init(
      round: fields.integer("round") ?? 1, date: date, time: fields.text("time"),
      digest: digest)
  }

  /// The receipts of a file.
  package static func all(in fields: Fields) -> [Receipt] {
    fields.list("receipts").compactMap { $0.fields.flatMap(Receipt.init) }
  }

  /// When it came, in words.
  package var phrase: String { "\(date)" + (time.map { " \($0)" } ?? "") }

  package var fields: Fields {
    var fields = Fields()
    if round > 1 { fields["round"] = .text(String(round)) }
    fields["date"] = .text(date.description)
    fields["time"] = time.map { .text($0) }
    fields["digest"] = .text(digest)
    return fields
  }
}

/// That the reply of a receipt is lost: an officer's word, with the reason, that it can't be opened.
package struct LostReply: Hashable, Sendable {
  /// The digest of its receipt, 64 hexadecimal digits.
  package let digest: String
  package let event: Ballot.Event

  package init(_ digest: String, _ event: Ballot.Event) {
    (self.digest, self.event) = (digest, event)
  }

  init?(_ fields: Fields) {
    guard let digest = fields.text("digest"), let event = Ballot.Event(fields) else { return nil }
    self.init(digest, event)
  }

  /// Those of a file of receipts.
  package static func all(in fields: Fields) -> [LostReply] {
    fields.list("lost").compactMap { $0.fields.flatMap(LostReply.init) }
  }

  package var fields: Fields {
    var fields = Fields([Fields.Entry("digest", .text(digest))])
    for entry in event.fields.entries { fields[entry.name] = entry.value }
    return fields
  }
}
