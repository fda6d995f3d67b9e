extension Schema {
  /// How votes are counted.
  package static let ballotRule = Schema(
    "the ballot rule",
    [
      Field("basis", .line, required: true),
      Field("approve", .fields(part("at-least", of: .electorate)), required: true),
      Field("negative", .fields(part("at-most", of: .electorate)), required: true),
      Field("leaves-out", .list(.word(.leftOut))),
      Field("returned", .fields(limit("at-least", .fraction))),
      Field("days", .fields(limit("at-least", .number))),
      Field("must-vote", .list(.identifier)),
      Field("meeting", .fields(limit("from", .fraction))),
    ])

  /// A body that votes.
  package static let body = Schema(
    "a body", flow: true,
    [
      Field("id", .identifier, required: true),
      Field("name", .line, required: true),
      Field("status", .word(.bodyStatus), required: true),
      Field("voter", .identifier, required: true),
      Field("substitute", .identifier),
    ])

  private static func part(_ limit: String, of bodies: Vocabulary) -> Schema {
    Schema(
      "a mapping of 'of' and '\(limit)'", flow: true,
      [
        Field("of", .word(bodies), required: true), Field(limit, .fraction, required: true),
      ])
  }

  private static func limit(_ name: String, _ kind: FieldKind) -> Schema {
    Schema("a mapping of '\(name)'", flow: true, [Field(name, kind, required: true)])
  }
}
