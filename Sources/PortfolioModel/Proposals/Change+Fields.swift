extension Change {
  static let verbs = ["set", "add", "remove", "delist", "rename", "confirm"]

  /// Reads a change; returns nil where ``problems(in:at:)`` finds something.
  package init?(_ fields: Fields, at path: FieldPath) {
    guard Change.problems(in: fields, at: path).isEmpty,
      let kind = SubjectKind.allCases.first(where: { fields[$0.rawValue] != nil }),
      let id = fields.text(kind.rawValue).flatMap(Identifier.init)
    else { return nil }
    let action: Action
    switch Change.verbs.first(where: { fields[$0] != nil }) {
    case "add": action = .add(fields.fields("add") ?? Fields())
    case "remove": action = .remove
    case "delist":
      guard let delisting = fields.fields("delist").flatMap(Delisting.init) else { return nil }
      action = .delist(delisting)
    case "rename":
      guard let id = fields.text("rename").flatMap(Identifier.init) else { return nil }
      action = .rename(id)
    case "confirm" where kind == .override: action = .confirmOverride
    case "confirm": action = .confirm(fields.lines("confirm").compactMap(Factor.init))
    default: action = .set(fields.list("set").compactMap(\.fields).map(FieldChange.init))
    }
    self.init(
      SubjectID(kind, id), action, place: fields["place"].flatMap(Place.init),
      continues: fields.lines("continues").compactMap { Identifier($0) },
      exception: fields.text("exception"), path: path)
  }

  /// The change in the form of a proposal.
  package var fields: Fields {
    var fields = Fields()
    fields[subject.kind.rawValue] = .text(subject.id.text)
    switch action {
    case .set(let changes):
      if !changes.isEmpty { fields["set"] = .list(changes.map { .fields($0.fields) }) }
    case .add(let content): fields["add"] = .fields(content)
    case .remove: fields["remove"] = .text("true")
    case .delist(let delisting): fields["delist"] = .fields(delisting.fields)
    case .rename(let id): fields["rename"] = .text(id.text)
    case .confirm(let factors): fields["confirm"] = .lines(factors.map(\.rawValue))
    case .confirmOverride: fields["confirm"] = .lines([SubjectKind.override.rawValue])
    }
    if !continues.isEmpty { fields["continues"] = .lines(continues.map(\.text)) }
    fields["place"] = place.map(\.value)
    fields["exception"] = exception.map { .text($0) }
    return fields
  }
}

extension FieldChange {
  init(_ fields: Fields) {
    self.init(
      fields.text("field") ?? "", from: fields["from"], to: fields["to"],
      insert: fields.list("insert"), drop: fields.list("drop"))
  }

  package var fields: Fields {
    var fields = Fields([Fields.Entry("field", .text(field))])
    fields["from"] = from
    fields["to"] = to
    if !drop.isEmpty { fields["drop"] = .list(drop) }
    if !insert.isEmpty { fields["insert"] = .list(insert) }
    return fields
  }
}

extension Place {
  init?(_ value: FieldValue) {
    switch value {
    case .text("first"): self = .first
    case .text("last"): self = .last
    case .fields(let fields):
      if let id = fields.text("before").flatMap(Identifier.init) {
        self = .before(id)
      } else if let id = fields.text("after").flatMap(Identifier.init) {
        self = .after(id)
      } else {
        return nil
      }
    default: return nil
    }
  }

  package var value: FieldValue {
    switch self {
    case .first: .text("first")
    case .last: .text("last")
    case .before(let id): .fields(Fields([Fields.Entry("before", .text(id.text))]))
    case .after(let id): .fields(Fields([Fields.Entry("after", .text(id.text))]))
    }
  }
}

extension Delisting {
  init?(_ fields: Fields) {
    guard let because = fields.text("because"),
      let group = fields.text("group").flatMap(Group.init),
      let assessment = fields.fields("assessment")
    else { return nil }
    self.init(
      because: because, replacedBy: fields.lines("replaced-by").compactMap { Identifier($0) },
      group: group, assessment: assessment)
  }

  var fields: Fields {
    var fields = Fields([Fields.Entry("because", .text(because))])
    if !replacedBy.isEmpty { fields["replaced-by"] = .lines(replacedBy.map(\.text)) }
    fields["group"] = .text(group.rawValue)
    fields["assessment"] = .fields(assessment)
    return fields
  }
}
