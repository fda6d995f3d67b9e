/// The kind of an override.
package enum OverrideKind: String, CaseIterable, Sendable {
  /// The table explains it in a footnote.
  case footnote
  /// The publication lists it in this way without explaining it.
  case asPublished = "as-published"
  /// It was granted with a change of the criteria, until it is reviewed.
  case transition
}

/// A ledger entry that waives named criteria for named standards, or explains their moves.
package struct Override: Hashable, Sendable {
  /// One criterion that is waived for one standard, down to the level that it was granted for.
  package struct Waiver: Hashable, Sendable {
    package let standard: Identifier
    /// The full name, `group.criterion`.
    package let criterion: String
    package let level: Level?
  }

  package static let nextEdition = "next-edition"

  package let id: Identifier
  package let fields: Fields
  package let kind: OverrideKind
  package let waivers: [Waiver]

  /// Returns nil where the fields do not meet ``Schema/override``.
  package init?(id: Identifier, fields: Fields) {
    guard Schema.override.problems(in: fields).isEmpty,
      let kind = fields.text("kind").flatMap(OverrideKind.init)
    else { return nil }
    self.id = id
    self.fields = fields
    self.kind = kind
    waivers = fields.list("waives").compactMap { item in
      guard let waiver = item.fields,
        let standard = waiver.text("standard").flatMap(Identifier.init),
        let criterion = waiver.text("criterion")
      else { return nil }
      return Waiver(
        standard: standard, criterion: criterion, level: waiver.text("at").flatMap(Level.init))
    }
  }

  package var text: String? { fields.text("text") }
  package var reason: String { fields.text("reason") ?? "" }
  package var origin: String? { fields.text("origin") }
  /// A date, `next-edition`, or nil where none was set.
  package var reviewBy: String? { fields.text("review-by") }
  package var reviewDate: CalendarDate? { reviewBy.flatMap { CalendarDate($0) } }

  /// The columns of the table that the footnote names.
  package var cites: [TableColumn] { fields.lines("cites").compactMap(TableColumn.init) }
}
