/// An edition as `portfolio.yml` lists it: a draft that was cut, or what the publisher published.
package struct Edition: Hashable, Sendable {
  /// The stage of a draft.
  package enum Stage: String, CaseIterable, Sendable {
    case committee = "CD"
    case inquiry = "DIS"
    case approval = "FDIS"
  }

  /// What a publication is to the one before it.
  package enum Kind: String, CaseIterable, Sendable {
    case revision, amendment, corrected
  }

  /// What the publisher calls a published edition, and what it follows.
  package struct Publication: Hashable, Sendable {
    package let name: String
    package let number: Int
    package let kind: Kind
    /// The draft that was published.
    package let draft: Identifier
    /// The name of the edition before it, since which its proposals were accepted.
    package let follows: String

    package init(name: String, number: Int, kind: Kind, draft: Identifier, follows: String) {
      (self.name, self.number, self.kind) = (name, number, kind)
      (self.draft, self.follows) = (draft, follows)
    }
  }

  /// What its tag is called, below `edition/`.
  package let id: Identifier
  package let date: CalendarDate
  /// Nil for a published one.
  package let stage: Stage?
  /// Nil for a draft.
  package let publication: Publication?
  /// The commit since which its history is to be proved; nil stands for the first one.
  package let base: String?
  /// The ledger entries that were not reviewed for it and are kept all the same.
  package let carried: [Identifier]

  /// A draft.
  package init(
    draft id: Identifier, _ stage: Stage, date: CalendarDate, base: String?, carried: [Identifier]
  ) {
    (self.id, self.stage, self.date, publication) = (id, stage, date, nil)
    (self.base, self.carried) = (base, carried)
  }

  /// A draft as it was published.
  package init(_ id: Identifier, _ publication: Publication, date: CalendarDate, base: String?) {
    (self.id, self.publication, self.date, stage) = (id, publication, date, nil)
    (self.base, carried) = (base, [])
  }

  init?(_ fields: Fields) {
    guard let id = fields.text("id").flatMap(Identifier.init),
      let date = fields.text("date").flatMap({ CalendarDate($0) })
    else { return nil }
    (self.id, self.date) = (id, date)
    stage = fields.text("stage").flatMap(Stage.init)
    base = fields.text("base")
    carried = fields.lines("carried").compactMap(Identifier.init)
    if let name = fields.text("name"), let number = fields.integer("number"),
      let kind = fields.text("kind").flatMap(Kind.init),
      let draft = fields.text("draft").flatMap(Identifier.init),
      let follows = fields.text("follows")
    {
      publication = Publication(
        name: name, number: number, kind: kind, draft: draft, follows: follows)
    } else {
      publication = nil
    }
    guard (stage == nil) != (publication == nil) else { return nil }
  }

  package var fields: Fields {
    var fields = Fields([Fields.Entry("id", .text(id.text))])
    fields["name"] = publication.map { .text($0.name) }
    fields["number"] = publication.map { .text(String($0.number)) }
    fields["kind"] = publication.map { .text($0.kind.rawValue) }
    fields["stage"] = stage.map { .text($0.rawValue) }
    fields["date"] = .text(date.description)
    fields["draft"] = publication.map { .text($0.draft.text) }
    fields["follows"] = publication.map { .text($0.follows) }
    fields["base"] = base.map { .text($0) }
    fields["carried"] = carried.isEmpty ? nil : .lines(carried.map(\.text))
    return fields
  }

  /// How people call it: by the publisher's name, or by its stage and id.
  package var title: String {
    publication?.name ?? "\(stage?.rawValue ?? "draft") '\(id)'"
  }
}
