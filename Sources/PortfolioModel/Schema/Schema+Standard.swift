extension Schema {
  /// A record: one standard of the portfolio.
  package static let standard = Schema("a record", standardFields)

  /// A delisted standard: its last record, and why it was delisted.
  package static let delisted = Schema(
    "a delisted record",
    [
      Field("category", .word(.category), required: true),
      Field("proposal", .number, required: true),
      Field("because", .line, required: true),
      Field("replaced-by", .list(.identifier)),
    ] + standardFields)

  /// A standard that a proposal adds: its record and its category.
  package static let addedStandard = Schema(
    "an added record",
    [Field("category", .word(.category), required: true)]
      + standardFields.map {
        $0.name == "position" ? Field($0.name, $0.kind) : $0
      })

  private static let standardFields: [Field] =
    [
      Field("brief-name", .line, required: true),
      Field("formal-name", .line, required: true),
      Field("formerly", .list(.line)),
      Field("clause", .line),
      Field("scope", .line, required: true),
      Field("group", .word(.group), required: true),
      Field("position", .number, required: true),
      Field("assessment", .fields(.assessment), required: true),
    ] + RelationKind.allCases.map { Field($0.rawValue, .list(.target)) } + [
      Field("relation-notes", .list(.fields(.relationNote))),
      Field("sdo", .list(.line), required: true),
      Field("reference", .line),
      Field(
        "conforms-to",
        .either(
          text: nil, list: .list(.line),
          fields: .fields(
            Schema(
              "a mapping of 'any-of'", flow: true,
              [Field("any-of", .list(.line), required: true)])))),
      Field("facets", .facetValues),
      Field("implemented-by", .list(.line)),
      Field("tooling-note", .line),
      Field(
        "tools",
        .list(
          .fields(
            Schema(
              "a tool", flow: true,
              [Field("label", .line), Field("url", .link, required: true)])))),
      Field("footnotes", .list(.fields(.standardFootnote))),
      Field("description", .prose),
      Field("notes", .prose),
    ]

  /// The ratings of a standard by factor; the category decides which are required.
  package static let assessment = Schema(
    "an assessment", Factor.allCases.map { Field($0.rawValue, .rating(of: $0)) })

  static let relationNote = Schema(
    "a relation's note", flow: true,
    [
      Field("relation", .word(.relation), required: true),
      Field("target", .target, required: true),
      Field("note", .line, required: true),
    ])

  static let standardFootnote = Schema(
    "a footnote",
    [
      Field("on", .list(.word(.factor))),
      Field("text", .prose, required: true),
    ])
}

extension FieldKind {
  /// By a facet's id, its values that a record is about: `{ID: [VALUE, VALUE]}`.
  static let facetValues = FieldKind.dictionary(
    key: .identifier, value: .list(.line), flow: true)

  /// The id of a standard, or `{external: NAME}` for one outside the portfolio.
  package static let target = FieldKind.either(
    text: .identifier, list: nil,
    fields: .fields(
      Schema("a mapping of 'external'", flow: true, [Field("external", .line, required: true)])))

  /// A level of the factor, or a regional rating.
  package static func rating(of factor: Factor) -> FieldKind {
    let level = FieldKind.word(.levels(of: factor))
    let regional = Schema(
      "a regional rating",
      [
        Field("combined", level),
        Field(
          "regions",
          .dictionary(
            key: .identifier,
            value: .either(
              text: level, list: nil,
              fields: .fields(
                Schema(
                  "a regional level", flow: true,
                  [
                    Field("level", level, required: true),
                    Field("trend", .word(.trend)),
                  ]))),
            flow: true), required: true),
        Field("note", .line),
      ])
    return .either(text: level, list: nil, fields: .fields(regional))
  }
}
