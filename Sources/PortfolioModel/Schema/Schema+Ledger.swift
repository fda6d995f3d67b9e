extension Schema {
  /// An entry of the exceptions ledger.
  package static let override = Schema(
    "an override",
    [
      Field("kind", .word(.overrideKind), required: true),
      Field("text", .prose),
      Field("paraphrase", .flag),
      Field("cites", .list(.word(.tableColumn))),
      Field("waives", .list(.fields(waiver))),
      Field("holds", .list(.fields(hold))),
      Field("moves", .list(.fields(explainedMove))),
      Field("reason", .prose, required: true),
      Field("origin", .line),
      Field("clause", .line),
      Field("review-by", .date(or: [Override.nextEdition])),
      Field("notes", .prose),
    ])

  private static let waiver = Schema(
    "a waiver", flow: true,
    [
      Field("standard", .identifier, required: true),
      Field("criterion", .line, required: true),
      Field(
        "at",
        .either(
          text: .word(.level), list: nil,
          fields: .dictionary(key: .identifier, value: .word(.level), flow: true))),
      Field(
        "while",
        .fields(
          Schema(
            "the ground of a waiver", flow: true,
            [Field(RelationKind.supersededBy.rawValue, .list(.identifier), required: true)]))),
    ])

  private static let hold = Schema(
    "a hold", flow: true,
    [
      Field("standard", .identifier, required: true),
      Field("from", .word(.holdGround), required: true),
    ])

  private static let explainedMove = Schema(
    "an explained move", flow: true,
    [
      Field("standard", .identifier, required: true),
      Field("from", .word(.moveOrigin), required: true),
      Field("to", .word(.group), required: true),
    ])

  /// A use case of clause 6: which standards serve which integration, on which systems.
  package static let useCase = Schema(
    "a use case",
    [
      Field("title", .line, required: true),
      Field("interface", .line),
      Field("clause", .line),
      Field("table", .number),
      Field("table-title", .line),
      Field("scope", .line),
      Field("covers", .list(.line)),
      Field("out-of-scope", .list(.line)),
      Field("facets", .facetValues),
      Field("rows", .list(.fields(useCaseRow))),
      Field("notes", .prose),
    ])

  package static let useCaseRow = Schema(
    "a row of a use case",
    [
      Field("name", .line, required: true),
      Field("category", .word(.category), required: true),
      Field("standards", .list(.identifier)),
      Field("candidates", .list(.identifier)),
      Field("systems", .list(.line)),
      Field("incorporates", .list(.identifier)),
      Field("incorporates-note", .line),
      Field("note", .line),
      Field(
        "footnotes",
        .list(
          .fields(
            Schema(
              "a footnote",
              [Field("on", .list(.line)), Field("text", .prose, required: true)])))),
    ])
}
