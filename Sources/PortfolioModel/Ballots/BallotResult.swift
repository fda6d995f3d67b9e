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

    /// The line of a vote that another platform ran, whose numbers are in its own result.
    package init(_ item: Ballot.Item, _ verdict: Tally.Verdict) {
      (number, content, voted) = (item.number, item.content, nil)
      self.verdict = verdict
      (inFavour, negative, returned) = ("", "", "")
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
      let parts = [("in-favour", inFavour), ("negative", negative), ("returned", returned)]
      for (name, part) in parts where !part.isEmpty { fields[name] = .text(part) }
      return fields
    }
  }

  package let date: CalendarDate
  package let by: Person
  package let lines: [Line]
  /// The result of another platform that ran the vote, as it came; nil where it was run here.
  package let external: Original?

  package init(date: CalendarDate, by: Person, lines: [Line], external: Original? = nil) {
    self.external = external
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
      lines: fields.list("proposals").compactMap { $0.fields.flatMap(Line.init) },
      external: fields.fields("external").flatMap(Original.init))
  }

  package var fields: Fields {
    var fields = Fields([
      Fields.Entry("date", .text(date.description)), Fields.Entry("by", .text(by.description)),
      Fields.Entry("proposals", .list(lines.map { .fields($0.fields) })),
    ])
    fields["external"] = external.map { .fields($0.fields) }
    return fields
  }

  package func line(_ number: Int) -> Line? { lines.first { $0.number == number } }
}
