import Diagnostics

extension Criteria {
  /// The problems that the schema doesn't find: a criterion without exactly one test, or a
  /// threshold that is not on its factor's scale.
  package static func problems(in fields: Fields) -> [SchemaProblem] {
    var problems: [SchemaProblem] = []
    for group in fields.fields("groups")?.entries ?? [] {
      for strength in group.value.fields?.entries ?? [] {
        for entry in strength.value.fields?.entries ?? [] {
          guard let values = entry.value.fields else { continue }
          let path = FieldPath(["groups", group.name, strength.name, entry.name])
          problems += self.problems(in: values, named: entry.name, at: path)
        }
      }
    }
    return problems
  }

  private static func problems(
    in values: Fields, named name: String, at path: FieldPath
  ) -> [SchemaProblem] {
    let kinds = ["at-least", "any-of", "all-of", "condition"]
    let present = kinds.filter { values[$0] != nil }
    guard present.count == 1, let kind = present.first else {
      return [
        SchemaProblem(
          .missingKey, at: path, "a criterion needs exactly one of \(kinds.alternatives)",
          help: ["write for example '\(name): {at-least: moderate, basis: calibrated}'"])
      ]
    }
    switch kind {
    case "at-least":
      guard let factor = Factor(rawValue: name) else {
        return [
          SchemaProblem(
            .unknownWord, at: path, key: true, "'\(name)' is not a factor",
            help: [
              "'at-least' applies to the factor of its name: \(Vocabulary.factor.words.listed)"
            ])
        ]
      }
      return offScale(values, factor, at: path)
    case "any-of", "all-of":
      return values.list(kind).enumerated().flatMap { index, item -> [SchemaProblem] in
        guard let threshold = item.fields,
          let factor = threshold.text("factor").flatMap(Factor.init)
        else { return [] }
        return offScale(threshold, factor, at: path.appending(kind).appending(index))
      }
    default: return []
    }
  }

  private static func offScale(
    _ values: Fields, _ factor: Factor, at path: FieldPath
  ) -> [SchemaProblem] {
    guard let word = values.text("at-least"), let level = Level(rawValue: word),
      !factor.scale.contains(level)
    else { return [] }
    return [
      SchemaProblem(
        .unknownWord, at: path.appending("at-least"),
        "'\(word)' is not on the scale of \(factor.phrase)",
        help: ["allowed: \(factor.scale.map(\.rawValue).listed)"])
    ]
  }
}
