/// `result.yml`: what a ballot decided, written when it is closed.
package struct BallotResult: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    package let number: Int
    /// The content id that was decided on.
    package let content: String
    /// The content id that was voted on, where the text was changed since in words alone.
    package let voted: String?
    package let verdict: Tally.Verdict
    package let inFavour: String
    package let negative: String
    package let returned: String

    /// - Parameter content: What the proposal has become since it was voted on.
    package init(_ item: Ballot.Item, now content: String, _ tally: Tally) {
      (number, self.content) = (item.number, content)
      voted = content.hasSameBytes(as: item.content) ? nil : item.content
      verdict = tally.verdict
      inFavour = tally.inFavour.description
      negative = tally.negative.description
      returned = tally.returned.description
    }

    init?(_ fields: Fields) {
      guard let number = fields.integer("number"), let content = fields.text("content"),
        let verdict = fields.text("verdict").flatMap(Tally.Verdict.init)
      else { return nil }
      (self.number, self.content, self.verdict) = (number, content, verdict)
      voted = fields.text("voted")
      inFavour = fields.text("in-favour") ?? ""
      negative = fields.text("negative") ?? ""
      returned = fields.text("returned") ?? ""
    }

    var fields: Fields {
      var fields = Fields([
        Fields.Entry("number", .text(String(number))), Fields.Entry("content", .text(content)),
      ])
      fields["voted"] = voted.map { .text($0) }
      fields["verdict"] = .text(verdict.rawValue)
      fields["in-favour"] = .text(inFavour)
      fields["negative"] = .text(negative)
      fields["returned"] = .text(returned)
      return fields
    }
  }

  package let date: CalendarDate
  package let by: Person
  package let lines: [Line]

  package init(date: CalendarDate, by: Person, lines: [Line]) {
    (self.date, self.by, self.lines) = (date, by, lines)
  }

  /// Returns nil where the fields do not meet ``Schema/ballotResult``.
  package init?(fields: Fields) {
    guard Schema.ballotResult.problems(in: fields).isEmpty,
      let date = fields.text("date").flatMap({ CalendarDate($0) }),
      let by = fields.text("by").flatMap({ Person($0) })
    else { return nil }
    self.init(
      date: date, by: by,
      lines: fields.list("proposals").compactMap { $0.fields.flatMap(Line.init) })
  }

  package var fields: Fields {
    Fields([
      Fields.Entry("date", .text(date.description)), Fields.Entry("by", .text(by.description)),
      Fields.Entry("proposals", .list(lines.map { .fields($0.fields) })),
    ])
  }

  package func line(_ number: Int) -> Line? { lines.first { $0.number == number } }
}
