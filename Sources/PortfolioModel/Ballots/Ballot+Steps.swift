extension Ballot {
  /// What a ballot freezes when it is opened.
  package struct Opening: Sendable {
    package let title: String
    package let document: String?
    package let project: String?
    package let opened: CalendarDate
    package let closes: CalendarDate
    package let zone: ZoneOffset
    package let voteOn: Granularity
    package let base: String
    package let items: [Item]
    package let rule: BallotRule
    package let bodies: [Committee.Body]
    package let changes: [Change]
    /// Nil until what goes to the voters is made.
    package var sent: Package?

    package init(
      title: String, document: String?, project: String?, opened: CalendarDate,
      closes: CalendarDate, zone: ZoneOffset, voteOn: Granularity, base: String, items: [Item],
      rule: BallotRule, bodies: [Committee.Body], changes: [Change]
    ) {
      (self.title, self.document, self.project) = (title, document, project)
      (self.opened, self.closes, self.zone) = (opened, closes, zone)
      (self.voteOn, self.base, self.items) = (voteOn, base, items)
      (self.rule, self.bodies, self.changes) = (rule, bodies, changes)
    }

    package var fields: Fields {
      var fields = Fields([Fields.Entry("title", .text(title))])
      fields["document"] = document.map { .text($0) }
      fields["project"] = project.map { .text($0) }
      fields["opened"] = .text(opened.description)
      fields["closes"] = .text(closes.description)
      fields["zone"] = .text(zone.description)
      fields["vote-on"] = .text(voteOn.rawValue)
      fields["base"] = .text(base)
      fields["proposals"] = .list(items.map { .fields($0.fields) })
      if !changes.isEmpty { fields["changes"] = .list(changes.map { .fields($0.fields) }) }
      fields["rule"] = .fields(rule.fields)
      fields["bodies"] = .list(bodies.map { .fields($0.fields) })
      fields["package"] = sent.map { .fields($0.fields) }
      return fields
    }
  }

  /// The fields with a later last day of voting.
  package func extended(to day: CalendarDate, _ event: Event) -> Fields {
    inRound { fields in
      var step = Fields([Fields.Entry("closes", .text(day.description))])
      for entry in event.fields.entries { step[entry.name] = entry.value }
      fields["extended"] = .list(fields.list("extended") + [.fields(step)])
    }
  }

  package func ended(by event: Event) -> Fields {
    inRound { $0["ended"] = .fields(event.fields) }
  }

  package func cancelled(by event: Event) -> Fields {
    var fields = fields
    fields["cancelled"] = .fields(event.fields)
    return Schema.ballot.ordered(fields)
  }

  /// The fields with another round of voting.
  ///
  /// - Parameter base: The commit that it is opened on, 40 hexadecimal digits.
  package func recirculated(
    _ items: [Item], _ changes: [Change], on base: String, by event: Event,
    until closes: CalendarDate
  ) -> Fields {
    var fields = fields
    var round = Fields([
      Fields.Entry("opened", .text(event.date.description)),
      Fields.Entry("closes", .text(closes.description)),
      Fields.Entry("by", .text(event.by.description)),
    ])
    round["proposals"] = .list(items.map { .fields($0.fields) })
    round["base"] = .text(base)
    if !changes.isEmpty { round["changes"] = .list(changes.map { .fields($0.fields) }) }
    fields["recirculated"] = .list(fields.list("recirculated") + [.fields(round)])
    return Schema.ballot.ordered(fields)
  }

  /// The fields with a change of the present round.
  private func inRound(_ change: (inout Fields) -> Void) -> Fields {
    var fields = fields
    var later = fields.list("recirculated")
    if var round = later.popLast()?.fields {
      change(&round)
      fields["recirculated"] = .list(later + [.fields(round)])
    } else {
      change(&fields)
    }
    return Schema.ballot.ordered(fields)
  }

  /// What was frozen when the ballot was opened, without what happened since.
  package var frozen: Fields {
    let later = ["extended", "ended", "recirculated", "cancelled", Ballot.laterPackages]
    return Fields(fields.entries.filter { !later.contains($0.name) })
  }
}

extension Ballot.Item {
  var fields: Fields {
    Fields([
      Fields.Entry("number", .text(String(number))), Fields.Entry("content", .text(content)),
    ])
  }
}
