import PortfolioModel
import Testing

/// Random proposals on a small portfolio whose parts hang together in every way there is.
struct RandomProposals {
  private var numbers: RandomEdits
  private let base: Portfolio

  init(seed: UInt64) throws {
    numbers = RandomEdits(seed: seed)
    base = try RandomProposals.base()
  }

  static func base() throws -> Portfolio {
    try Sample.portfolio(
      [
        try Sample.standard("a", .legacy, at: 10, with: "superseded-by: [b, c]\n"),
        try Sample.standard("b", at: 10, with: "related-to: [g]\n"),
        try Sample.standard("c", at: 20, with: "superseded-by: [d]\nconforms-to: [R1]\n"),
        try Sample.standard("d", .emerging, at: 10, with: "profiles: [b]\n"),
        try Sample.standard("e", .emerging, at: 11, rated: "final low low low"),
        try Sample.standard("f", at: 30, rated: "final low low low"),
        try Sample.standard("g", .emerging, at: 10, in: .content, rated: "final high low -"),
        try Sample.standard("h", .legacy, at: 20, with: "superseded-by: [a]\n"),
      ],
      overrides: [
        try Sample.override(
          "o",
          "kind: transition\nwaives:\n"
            + "  - {standard: f, criterion: preferred.product-adoption, at: low}\n"
            + "reason: R\nreview-by: next-edition\n")
      ],
      useCases: [
        try Sample.useCase(
          "u", "title: U\nrows:\n  - {name: One, category: data, standards: [b, g]}\n")
      ],
      committee: "members:\n"
        + "  - {id: m, name: M, email: m@x, affiliation: A, role: member}\n")
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[numbers.number(below: values.count)]
  }

  private mutating func id() throws -> Identifier {
    try Sample.id(pick(["a", "b", "c", "d", "e", "f", "g", "h", "n", "p"]))
  }

  mutating func proposal() throws -> Proposal? {
    var changes: [Change] = []
    for _ in 0...numbers.number(below: 2) { changes.append(try change()) }
    return Proposal.provisional(changes)
  }

  private mutating func change() throws -> Change {
    switch numbers.number(below: 27) {
    case 0: return try override()
    case 1: return Change(SubjectID(.override, try Sample.id("o")), .remove)
    case 2: return try useCase()
    case 3: return try rules()
    case 4, 5, 6, 7: return try addition()
    case 8, 9, 10: return try delisting()
    case 11:
      return Change(
        SubjectID(.standard, try id()), .rename(try Sample.id(pick(["n", "s", "t"]))))
    case 12: return Change(SubjectID(.override, try Sample.id("o")), .confirmOverride)
    case 13: return try explanation()
    default: return try edit()
    }
  }

  private mutating func edit() throws -> Change {
    let id = try id()
    let fields = base.standards[id]?.fields ?? Fields()
    func set(_ field: String, _ path: String, _ value: String?) -> FieldChange {
      FieldChange(field, from: fields.value(at: FieldPath(path)), to: value.map { .text($0) })
    }
    var place: Place?
    let change: FieldChange
    switch numbers.number(below: 11) {
    case 10: change = set("formal-name", "formal-name", pick(["F", "G", "Sample"]))
    case 0, 1:
      let level = pick(["pilot", "low", "moderate", "high"])
      change = set("product-adoption", "assessment.product-adoption", level)
    case 2, 3, 4:
      change = set("group", "group", pick(Group.allCases).rawValue)
      place = try self.place()
    case 5: change = set("brief-name", "brief-name", pick(["X", "Y", "B"]))
    case 6: change = set("position", "position", pick(["10", "20", "30", "40", "50"]))
    case 7: change = FieldChange("conforms-to", insert: [.text(pick(["R1", "R2"]))])
    default:
      let kind = pick(["superseded-by", "superseded-by", "profiles", "related-to"])
      let target = FieldValue.text(try self.id().text)
      let isThere = fields.list(kind).contains(target)
      change =
        isThere
        ? FieldChange(kind, drop: [target]) : FieldChange(kind, insert: [target])
    }
    return Change(
      SubjectID(.standard, id), .set([change]), place: place,
      exception: numbers.number(below: 2) == 0 ? "So decided." : nil)
  }

  private mutating func place() throws -> Place? {
    switch numbers.number(below: 6) {
    case 0: .first
    case 1: .before(try id())
    case 2: .after(try id())
    default: nil
    }
  }

  private mutating func addition() throws -> Change {
    let id = try Sample.id(pick(["n", "p", "q", "r"]))
    let more =
      pick(["", "superseded-by: [c]\n", "profiles: [d]\n", "related-to: [n]\n"])
      + "brief-name: \(pick(["X", "Y", id.text]))\n"
    let group = pick([Group.emerging, .preferred])
    var fields = try Sample.standard(id.text, group, at: pick([10, 20, 50]), with: more).fields
    fields.prepend("category", .text("data"))
    return Change(
      SubjectID(.standard, id), .add(fields), place: try place(),
      continues: numbers.number(below: 4) == 0 ? [try self.id()] : [], exception: pick([nil, "E"]))
  }

  private mutating func delisting() throws -> Change {
    let id = try id()
    let standard = base.standards[id]
    return Change(
      SubjectID(.standard, id),
      .delist(
        Delisting(
          because: "B", replacedBy: numbers.number(below: 2) == 0 ? [try self.id()] : [],
          group: standard?.group ?? .legacy,
          assessment: standard?.fields.fields("assessment") ?? Fields())),
      exception: pick([nil, "E"]))
  }

  private mutating func override() throws -> Change {
    if numbers.number(below: 3) == 0 { return try hold() }
    let criterion = pick([
      "preferred.product-adoption, at: low", "preferred.product-adoption, at: pilot",
      "legacy.superseded-by-preferred", "preferred.not-superseded",
    ])
    let override = try Sample.override(
      "w",
      "kind: transition\nwaives:\n  - {standard: \(try id()), criterion: \(criterion)}\n"
        + "reason: R\nreview-by: next-edition\n")
    return Change(SubjectID(.override, try Sample.id(pick(["v", "w"]))), .add(override.fields))
  }

  private mutating func hold() throws -> Change {
    let entry = try Sample.override(
      "w",
      "kind: transition\nholds:\n  - {standard: \(try id()), from: \(pick(["due", "faded"]))}\n"
        + "reason: R\nreview-by: next-edition\n")
    return Change(SubjectID(.override, try Sample.id(pick(["v", "w"]))), .add(entry.fields))
  }

  private mutating func explanation() throws -> Change {
    let entry = try Sample.override(
      "w",
      "kind: footnote\ntext: T.\nmoves:\n  - {standard: \(try id()), from: new, to: preferred}\n"
        + "reason: R\nreview-by: next-edition\n")
    return Change(SubjectID(.override, try Sample.id(pick(["v", "w"]))), .add(entry.fields))
  }

  private mutating func useCase() throws -> Change {
    let name = pick(["One", "Two", "Three"])
    let row = try Sample.useCase(
      "u", "title: U\nrows:\n  - {name: \(name), category: data, standards: [\(try id())]}\n")
    let id = pick(["u", "x"])
    guard id == "u" else {
      return Change(SubjectID(.useCase, try Sample.id("x")), .add(row.fields))
    }
    return Change(
      SubjectID(.useCase, try Sample.id("u")),
      .set([FieldChange("rows.\(name)", to: row.fields.list("rows").first)]))
  }

  private mutating func rules() throws -> Change {
    let id = base.description.id
    switch numbers.number(below: 3) {
    case 0:
      return Change(
        SubjectID(.criteria, id),
        .set([
          FieldChange(
            "groups.preferred.required.product-adoption.at-least", from: .text("moderate"),
            to: .text(pick(["low", "high"])))
        ]))
    case 1:
      return Change(
        SubjectID(.member, try Sample.id(pick(["k", "l"]))),
        .add(
          try Sample.fields(
            "name: K\nemail: \(pick(["k@x", "l@x"]))\naffiliation: A\nrole: member\n", .member)))
    default:
      let reference = base.description.fields.list("references").last
      return Change(
        SubjectID(.portfolio, id),
        .set([FieldChange("references", drop: [reference].compactMap { $0 })]))
    }
  }
}
