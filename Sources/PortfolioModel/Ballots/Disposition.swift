/// What the committee answers to a comment.
package struct Disposition: Hashable, Sendable {
  package enum Answer: String, CaseIterable, Sendable {
    case accepted
    case acceptedInPrinciple = "accepted-in-principle"
    case noted, rejected
    case outOfScope = "out-of-scope"
    case deferred, withdrawn

    /// Whether the answer says why, what was done instead, or to what it is deferred.
    package var needsReason: Bool { self != .accepted }

    package var phrase: String {
      switch self {
      case .acceptedInPrinciple: "accepted in principle"
      case .outOfScope: "out of scope"
      default: rawValue
      }
    }
  }

  /// The meeting or consultation that agreed.
  package struct Agreement: Hashable, Sendable {
    package let place: String
    package let date: CalendarDate
    package let resolution: String?

    package init(at place: String, on date: CalendarDate, resolution: String?) {
      (self.place, self.date, self.resolution) = (place, date, resolution)
    }

    /// Reads `MEETING, DATE, RESOLUTION`, of which the resolution may be absent; nil where the text
    /// is not that.
    package init?(_ text: String) {
      let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
        String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      guard let index = parts.firstIndex(where: { CalendarDate($0) != nil }), index > 0,
        let date = CalendarDate(parts[index])
      else { return nil }
      let place = parts[..<index].joined(separator: ", ")
      let rest = parts[(index + 1)...].joined(separator: ", ")
      guard !place.isBlank else { return nil }
      self.init(at: place, on: date, resolution: rest.isBlank ? nil : rest)
    }

    init?(_ fields: Fields) {
      guard let place = fields.text("at"),
        let date = fields.text("on").flatMap({ CalendarDate($0) })
      else { return nil }
      self.init(at: place, on: date, resolution: fields.text("resolution"))
    }

    var fields: Fields {
      var fields = Fields([
        Fields.Entry("at", .text(place)), Fields.Entry("on", .text(date.description)),
      ])
      fields["resolution"] = resolution.map { .text($0) }
      return fields
    }

    package var phrase: String {
      "\(place), \(date)" + (resolution.map { ", \($0)" } ?? "")
    }
  }

  package let comment: Comment.ID
  package let answer: Answer
  package let because: String?
  /// The comment that says the same, and whose answer this is.
  package let sameAs: Comment.ID?
  package let agreed: Agreement?
  /// Why it takes the place of an answer that was agreed before.
  package let reopened: String?

  package init(
    of comment: Comment.ID, _ answer: Answer, because: String?, sameAs: Comment.ID? = nil,
    agreed: Agreement?, reopened: String? = nil
  ) {
    self.reopened = reopened
    (self.comment, self.answer, self.because) = (comment, answer, because)
    (self.sameAs, self.agreed) = (sameAs, agreed)
  }

  init?(_ fields: Fields) {
    guard let comment = fields.text("comment").flatMap({ Comment.ID($0) }),
      let answer = fields.text("disposition").flatMap(Answer.init)
    else { return nil }
    self.init(
      of: comment, answer, because: fields.text("because"),
      sameAs: fields.text("same-as").flatMap { Comment.ID($0) },
      agreed: fields.fields("agreed").flatMap(Agreement.init), reopened: fields.text("reopened"))
  }

  /// The dispositions of a file.
  package static func all(in fields: Fields) -> [Disposition] {
    fields.list("dispositions").compactMap { $0.fields.flatMap(Disposition.init) }
  }

  package var fields: Fields {
    var fields = Fields([
      Fields.Entry("comment", .text(comment.description)),
      Fields.Entry("disposition", .text(answer.rawValue)),
    ])
    fields["because"] = because.map { .text($0) }
    fields["same-as"] = sameAs.map { .text($0.description) }
    fields["agreed"] = agreed.map { .fields($0.fields) }
    fields["reopened"] = reopened.map { .text($0) }
    return fields
  }
}
