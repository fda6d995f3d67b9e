import Diagnostics

extension Change {
  /// The problems that the schema doesn't find: a change needs one subject and one of its verbs.
  package static func problems(in fields: Fields, at path: FieldPath) -> [SchemaProblem] {
    let kinds = SubjectKind.allCases.filter { fields[$0.rawValue] != nil }
    guard kinds.count == 1, let kind = kinds.first else {
      return [
        SchemaProblem(
          .unsupportedChange, at: path,
          kinds.isEmpty
            ? "the change names no subject"
            : "the change names \(kinds.count) subjects: \(kinds.map(\.rawValue).listed)",
          help: ["name exactly one of \(SubjectKind.allCases.map(\.rawValue).alternatives)"])
      ]
    }
    let present = verbs.filter { fields[$0] != nil }
    let placesOnly = present.isEmpty && fields["place"] != nil && kind == .standard
    guard present.count == 1 || placesOnly else {
      return [
        SchemaProblem(
          .unsupportedChange, at: path,
          present.isEmpty
            ? "the change has no verb" : "the change has the verbs \(present.conjunction)",
          help: ["use exactly one of \(verbs.alternatives)"])
      ]
    }
    return verbProblems(fields, kind, present.first ?? "set", at: path)
      + confirmProblems(fields, kind, at: path) + extraProblems(fields, kind, at: path)
      + fieldProblems(fields, at: path)
  }

  private static func verbProblems(
    _ fields: Fields, _ kind: SubjectKind, _ verb: String, at path: FieldPath
  ) -> [SchemaProblem] {
    guard !kind.verbs.contains(verb) else { return [] }
    return [
      SchemaProblem(
        .unsupportedChange, at: path.appending(verb), key: true,
        "\(kind.rawValue) can not be changed by '\(verb)'",
        help: [
          "for \(kind.rawValue): \(kind.verbs.listed)"
            + (kind == .member ? "; a member who leaves gets an 'until'" : "")
            + (kind == .standard && verb == "remove" ? "; a standard is delisted" : "")
        ])
    ]
  }

  /// Factors are confirmed of a standard, an override as a whole.
  private static func confirmProblems(
    _ fields: Fields, _ kind: SubjectKind, at path: FieldPath
  ) -> [SchemaProblem] {
    guard fields["confirm"] != nil, kind.verbs.contains("confirm") else { return [] }
    let override = SubjectKind.override.rawValue
    let words = fields.lines("confirm")
    let isOverride = kind == .override
    guard words.contains(where: { ($0 == override) != isOverride }) else { return [] }
    return [
      SchemaProblem(
        .unsupportedChange, at: path.appending("confirm"), key: true,
        isOverride ? "an override is confirmed as a whole" : "a standard is confirmed by factor",
        help: [
          isOverride
            ? "write 'confirm: [\(override)]'"
            : "the factors are: \(Vocabulary.factor.words.listed)"
        ])
    ]
  }

  /// `place`, `continues` and `exception` belong to standards.
  private static func extraProblems(
    _ fields: Fields, _ kind: SubjectKind, at path: FieldPath
  ) -> [SchemaProblem] {
    ["place", "continues", "exception"].compactMap { name in
      let needsAdd = name == "continues" && fields["add"] == nil
      guard fields[name] != nil, kind != .standard || needsAdd else { return nil }
      return SchemaProblem(
        .unsupportedChange, at: path.appending(name), key: true,
        needsAdd && kind == .standard
          ? "'continues' belongs to an added standard" : "'\(name)' belongs to standards only",
        help: ["remove it"])
    }
  }

  private static func fieldProblems(_ fields: Fields, at path: FieldPath) -> [SchemaProblem] {
    fields.list("set").enumerated().compactMap { index, item in
      guard let change = item.fields else { return nil }
      let setsValue = change["from"] != nil || change["to"] != nil
      let changesList = change["insert"] != nil || change["drop"] != nil
      guard setsValue == changesList else { return nil }
      return SchemaProblem(
        .unsupportedChange, at: path.appending("set").appending(index),
        setsValue
          ? "the change of '\(change.text("field") ?? "")' mixes from/to with insert/drop"
          : "the change of '\(change.text("field") ?? "")' has no old or new value",
        help: ["write 'from' and 'to'; for lists 'drop' and 'insert'"])
    }
  }
}

extension SubjectKind {
  /// The verbs that a change of the subject may use.
  package var verbs: [String] {
    switch self {
    case .standard: ["set", "add", "delist", "rename", "confirm"]
    case .override: ["set", "add", "remove", "confirm"]
    case .useCase: ["set", "add", "remove"]
    case .member: ["set", "add"]
    case .body: ["set", "add", "remove"]
    case .criteria, .portfolio: ["set"]
    }
  }
}
