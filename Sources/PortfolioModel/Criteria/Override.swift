/// The kind of an override.
package enum OverrideKind: String, CaseIterable, Sendable {
  /// The table explains it in a footnote.
  case footnote
  /// The publication lists it in this way without explaining it.
  case asPublished = "as-published"
  /// It is not printed, and was granted with a change of the criteria, or to hold a record, until it
  /// is reviewed.
  case transition
}

/// A ledger entry: it waives named criteria for named standards, holds standards where they are, or
/// explains their moves.
package struct Override: Hashable, Sendable {
  package static let nextEdition = "next-edition"

  package let id: Identifier
  package let fields: Fields
  package let kind: OverrideKind
  package let waivers: [Waiver]
  package let holds: [Hold]

  /// Returns nil where the fields do not meet ``Schema/override``.
  ///
  /// - Parameter isChecked: Whether the fields are known to meet the schema.
  package init?(id: Identifier, fields: Fields, isChecked: Bool = false) {
    guard isChecked || Schema.override.problems(in: fields).isEmpty,
      let kind = fields.text("kind").flatMap(OverrideKind.init)
    else { return nil }
    self.id = id
    self.fields = fields
    self.kind = kind
    waivers = fields.list("waives").compactMap { $0.fields.flatMap(Waiver.init) }
    holds = fields.list("holds").compactMap { $0.fields.flatMap(Hold.init) }
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
