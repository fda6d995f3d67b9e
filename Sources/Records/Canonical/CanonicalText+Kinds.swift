import PortfolioModel

extension CanonicalText {
  /// What a change is about: the subject that its fields name.
  static func subject(of fields: Fields) -> SubjectKind? {
    SubjectKind.allCases.first { fields[$0.rawValue] != nil }
  }

  /// The kind of a field; values in a change are written as the schema of its subject says.
  static func kind(
    of name: String, in fields: Fields, _ schema: Schema, _ subject: SubjectKind?
  ) -> FieldKind {
    let declared = schema.field(name)?.kind ?? .anything
    guard let subject else { return declared }
    switch name {
    case "add" where schema === Schema.change:
      return .fields(subject == .standard ? .addedStandard : subject.schema)
    case "from" where schema === Schema.fieldChange,
      "to" where schema === Schema.fieldChange:
      return kind(ofField: fields.text("field") ?? "", subject) ?? .anything
    case "insert" where schema === Schema.fieldChange,
      "drop" where schema === Schema.fieldChange:
      switch kind(ofField: fields.text("field") ?? "", subject) {
      case .list(let item): return .list(item)
      case .either(_, let list?, _): return list
      default: return declared
      }
    default: return declared
    }
  }

  private static func kind(ofField field: String, _ subject: SubjectKind) -> FieldKind? {
    let address = FieldAddress(subject)
    return address.path(of: field, in: Fields()).flatMap(address.fieldKind)
  }

  /// Whether a list is written as a block, as lists of mappings are; others are on one line.
  static func isBlockList(_ items: [FieldValue], _ kind: FieldKind) -> Bool {
    switch itemKind(kind) {
    case .fields: true
    case .anything: items.contains { $0.text == nil }
    default: false
    }
  }

  static func itemKind(_ kind: FieldKind) -> FieldKind {
    switch kind {
    case .list(let item): item
    case .either(_, let list?, _): itemKind(list)
    default: .anything
    }
  }

  /// Whether a mapping is written `{…}`.
  static func isFlow(_ fields: Fields, _ kind: FieldKind) -> Bool {
    switch kind.forFields {
    case .fields(let schema) where schema === Schema.fieldChange:
      fields.entries.allSatisfy { $0.value.isLineOrLines }
    case .fields(let schema): schema.isFlow && FieldValue.fields(fields).isFreeOfProse
    case .dictionary(_, _, let isFlow): isFlow
    default: false
    }
  }
}

extension FieldKind {
  /// The kind of a value of this kind that is a mapping.
  var forFields: FieldKind {
    if case .either(_, _, let fields?) = self { return fields.forFields }
    return self
  }
}

extension FieldValue {
  fileprivate var isLineOrLines: Bool {
    switch self {
    case .text: !isProse
    case .list(let items): items.allSatisfy { $0.text != nil && !$0.isProse }
    case .fields: false
    }
  }

  fileprivate var isFreeOfProse: Bool {
    switch self {
    case .text: !isProse
    case .list(let items): items.allSatisfy(\.isFreeOfProse)
    case .fields(let fields): fields.entries.allSatisfy(\.value.isFreeOfProse)
    }
  }
}
