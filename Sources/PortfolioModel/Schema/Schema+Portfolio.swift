extension Schema {
  /// `portfolio.yml`: what the portfolio is about, and the lists that its records refer to.
  package static let portfolio = Schema(
    "the portfolio's description",
    [
      Field("id", .identifier, required: true),
      Field("format", .number, required: true),
      Field("title", .line, required: true),
      Field("uri", .link),
      Field("edition", .line, required: true),
      Field("editions", .list(.fields(.edition))),
      Field("systematic-review", .fields(.systematicReview)),
      Field("committee", .line),
      Field("contributors", .list(.line)),
      Field("regions", .list(.fields(.region))),
      Field("rating-basis", .line),
      Field("categories", .list(.fields(.category)), required: true),
      Field("references", .list(.fields(.reference))),
      Field("domain", .fields(.domain)),
      Field("exclusions", .list(.line)),
      Field("usage", .list(.fields(.usageRule))),
      Field("terms", .list(.fields(.term))),
      Field("notes", .prose),
    ])

  static let edition = Schema(
    "an edition",
    [
      Field("id", .identifier, required: true),
      Field("name", .line),
      Field("number", .number),
      Field("kind", .word(.editionKind)),
      Field("stage", .word(.stage)),
      Field("date", .date(or: []), required: true),
      Field("draft", .identifier),
      Field("follows", .line),
      Field("base", .objectID),
      Field("carried", .list(.identifier)),
    ])

  static let systematicReview = Schema(
    "a systematic review", flow: true,
    [Field("due", .date(or: []), required: true), Field("outcome", .line)])

  static let region = Schema(
    "a region", flow: true,
    [
      Field("id", .identifier, required: true),
      Field("label", .line, required: true),
      Field("within", .identifier),
    ])

  static let category = Schema(
    "a category",
    [
      Field("id", .word(.category), required: true),
      Field("name", .line, required: true),
      Field("clause", .line),
      Field("table", .number),
      Field("interoperability", .word(.interoperability)),
      Field("definition", .line),
      Field("examples", .list(.line)),
      Field("not-applicable", .list(.word(.factor))),
    ])

  static let reference = Schema(
    "a reference", flow: true,
    [
      Field("name", .line, required: true),
      Field("title", .line),
      Field("publisher", .line),
    ])

  static let domain = Schema(
    "the domain",
    [
      Field("name", .line, required: true),
      Field("clause", .line),
      Field("synonyms", .list(.line)),
      Field("covers", .line),
      Field("facets", .list(.fields(.facet))),
      Field("notes", .prose),
    ])

  /// A labelled list that describes the domain; records name its values.
  static let facet = Schema(
    "a facet",
    [
      Field("id", .identifier, required: true),
      Field("label", .line, required: true),
      Field("values", .list(.fields(.facetValue)), required: true),
    ])

  private static let facetValue = Schema(
    "a value of a facet", flow: true,
    [Field("name", .line, required: true), Field("examples", .list(.line))])

  static let usageRule = Schema(
    "a rule of usage", flow: true,
    [
      Field("clause", .line),
      Field("strength", .line, required: true),
      Field("rule", .line, required: true),
      Field("exception", .line),
    ])

  static let term = Schema(
    "a term",
    [
      Field("term", .line, required: true),
      Field("clause", .line),
      Field("synonyms", .list(.line)),
      Field("definition", .line, required: true),
      Field("note", .line),
      Field("source", .line),
    ])
}
