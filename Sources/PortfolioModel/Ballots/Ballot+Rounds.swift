extension Ballot {
  /// A round of voting: the first one asks about all proposals, each later one about those whose
  /// texts have changed since.
  package struct Round: Hashable, Sendable {
    /// From 1.
    package let number: Int
    package let opened: CalendarDate
    /// The last day of voting as it was set first.
    package let firstCloses: CalendarDate
    /// The last day of voting, with what extended it.
    package let closes: CalendarDate
    /// What is asked about.
    package let items: [Item]
    /// The commit that a later round was opened on, 40 hexadecimal digits; nil for the first, and where
    /// an earlier version opened it.
    package let base: String?
    /// The changes of a later round's proposals, as its forms name them.
    package let changes: [Change]
    /// What extended it, as the file says it.
    let extensions: [FieldValue]
    package let ended: Event?

    init?(_ fields: Fields, number: Int) {
      guard let opened = fields.text("opened").flatMap({ CalendarDate($0) }),
        let closes = fields.text("closes").flatMap({ CalendarDate($0) })
      else { return nil }
      (self.number, self.opened, firstCloses) = (number, opened, closes)
      extensions = fields.list("extended")
      let later = extensions.compactMap { $0.fields?.text("closes") }.last
      self.closes = later.flatMap { CalendarDate($0) } ?? closes
      items = fields.list("proposals").compactMap(\.fields).compactMap { item in
        guard let number = item.integer("number"), let content = item.text("content") else {
          return nil
        }
        return Item(number, content: content)
      }
      ended = fields.fields("ended").flatMap(Event.init)
      base = number == 1 ? nil : fields.text("base")
      changes = fields.list("changes").compactMap { $0.fields.flatMap(Change.init) }
    }

    /// Each extension: the new day, and who gave it when and why.
    package var extended: [(closes: CalendarDate, event: Event)] {
      extensions.compactMap(\.fields).compactMap { fields in
        guard let closes = fields.text("closes").flatMap({ CalendarDate($0) }),
          let event = Event(fields)
        else { return nil }
        return (closes, event)
      }
    }
  }

  /// The round that goes on, or was the last.
  package var round: Round {
    guard let last = rounds.last else { preconditionFailure("there is a first round") }
    return last
  }

  /// The changes that the forms of the present round name.
  package var askedChanges: [Change] { round.number > 1 ? round.changes : changes }

  /// The last day of voting in the present round.
  package var closes: CalendarDate { round.closes }

  /// The day on which what goes to the voters of the present round was made last.
  package var sentOn: CalendarDate { round.extended.last?.event.date ?? round.opened }

  /// The end of voting in the present round.
  package var ended: Event? { round.ended }

  /// The proposals, each with the content that was voted on last.
  package var items: [Item] { items(before: rounds.count + 1) }

  /// The proposals, each with the content that was voted on before a round.
  package func items(before number: Int) -> [Item] {
    (rounds.first?.items ?? []).map { item in
      rounds.last { round in
        round.number < number && round.items.contains { $0.number == item.number }
      }?.items.first { $0.number == item.number } ?? item
    }
  }

  /// What voters compare the present texts with: what was voted on before the present round, or in it
  /// where it has ended.
  package var compared: [Item] {
    items(before: ended == nil && rounds.count > 1 ? rounds.count : rounds.count + 1)
  }

  /// What the present round asks: each of its proposals, or nil for all of them together.
  package var asked: [Int?] { voteOn == .each ? round.items.map(\.number) : [nil] }
}
