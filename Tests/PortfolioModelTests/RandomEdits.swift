import PortfolioModel

/// Random edits to a portfolio, the same in every run: what an editor could do by hand.
struct RandomEdits {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The next number of SplitMix64, below a limit.
  mutating func number(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[number(below: values.count)]
  }

  private mutating func word() -> String {
    pick(["one", "no", "\u{E9}", "e\u{301}", "a: b", "x # y", "1.10"]) + String(number(below: 90))
  }

  private mutating func rating(_ factor: Factor) -> FieldValue {
    guard number(below: 3) == 0 else { return .text(pick(factor.levels).rawValue) }
    var regions = Fields()
    for region in ["us", "europe", "elsewhere"] where number(below: 3) > 0 || region == "elsewhere"
    {
      regions[region] = .text(pick(factor.levels).rawValue)
    }
    var rating = Fields()
    if number(below: 2) == 0 { rating["combined"] = .text(pick(factor.levels).rawValue) }
    rating["regions"] = .fields(regions)
    if number(below: 2) == 0 { rating["note"] = .text(word()) }
    return .fields(rating)
  }

  /// A record with random fields; the group is given, since a moved record goes to its end.
  mutating func record(_ old: Fields) -> Fields {
    var fields = old
    for name in ["clause", "reference", "tooling-note"] {
      fields[name] = number(below: 2) == 0 ? nil : .text(word())
    }
    for name in ["formerly", "implemented-by"] {
      fields[name] = number(below: 2) == 0 ? nil : .lines(["b\(number(below: 3))", "c", word()])
    }
    if number(below: 2) == 0 { fields["brief-name"] = .text(word()) }
    if number(below: 2) == 0 { fields["description"] = .text(word() + "\n\n  " + word() + "\n") }
    fields["used-with"] = .list([
      .text("b"), .fields(Fields([Fields.Entry("external", .text(word()))])),
    ])
    fields["footnotes"] = .list([
      .fields(Fields([Fields.Entry("text", .text(word() + "\n"))]))
    ])
    for factor in Factor.allCases where number(below: 2) == 0 {
      var assessment = fields.fields("assessment") ?? Fields()
      assessment[factor.rawValue] = rating(factor)
      fields["assessment"] = .fields(assessment)
    }
    return Schema.standard.ordered(fields)
  }

  /// A use case whose rows changed, went or came at the end; the others keep their order.
  mutating func useCase(_ old: Fields) -> Fields {
    var rows: [FieldValue] = []
    for row in old.list("rows") where number(below: 4) > 0 {
      var fields = row.fields ?? Fields()
      if number(below: 2) == 0 { fields["note"] = number(below: 3) == 0 ? nil : .text(word()) }
      if number(below: 3) == 0 { fields["standards"] = .lines(["a", word()].filter { $0 == "a" }) }
      rows.append(.fields(Schema.useCaseRow.ordered(fields)))
    }
    for _ in 0..<number(below: 3) {
      let name = "Row v2.\(number(below: 1000))"
      guard !rows.contains(where: { $0.fields?.text("name") == name }) else { continue }
      rows.append(
        .fields(
          Fields([
            Fields.Entry("name", .text(name)), Fields.Entry("category", .text("data")),
            Fields.Entry("standards", .lines(["b"])),
          ])))
    }
    var fields = old
    fields["rows"] = rows.isEmpty ? nil : .list(rows)
    fields["scope"] = number(below: 2) == 0 ? nil : .text(word())
    return Schema.useCase.ordered(fields)
  }
}
