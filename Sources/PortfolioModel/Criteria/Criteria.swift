/// `criteria.yml`: the criteria of ISO 21860:2020, A.4.
package struct Criteria: Hashable, Sendable {
  package struct Move: Hashable, Sendable {
    package let from: MoveOrigin
    package let to: MoveTarget
    package let condition: MoveCondition?
  }

  package struct Quorum: Hashable, Sendable {
    package let approvals: Int
    package let affiliations: Int
  }

  package let fields: Fields
  package let regional: RegionalCounting
  /// In the order of the file: by group, required before expected.
  package let criteria: [Criterion]
  package let moves: [Move]

  /// Returns nil where the fields do not meet ``Schema/criteria`` or a criterion has no test.
  package init?(fields: Fields) {
    guard Schema.criteria.problems(in: fields).isEmpty,
      let regional = fields.text("regional").flatMap(RegionalCounting.init),
      let groups = fields.fields("groups")
    else { return nil }
    self.fields = fields
    self.regional = regional
    var criteria: [Criterion] = []
    for group in Group.allCases {
      for strength in [Criterion.Strength.required, .expected] {
        let entries = groups.fields(group.rawValue)?.fields(strength.rawValue)?.entries ?? []
        for entry in entries {
          guard let values = entry.value.fields,
            let test = Criteria.test(named: entry.name, values)
          else { return nil }
          criteria.append(
            Criterion(
              group: group, name: entry.name, strength: strength, test: test,
              basis: values.text("basis") ?? ""))
        }
      }
    }
    self.criteria = criteria
    moves = fields.list("moves").compactMap { item in
      guard let move = item.fields, let from = move.text("from").flatMap(MoveOrigin.init),
        let to = move.text("to").flatMap(MoveTarget.init)
      else { return nil }
      return Move(
        from: from, to: to, condition: move.text("when").flatMap(MoveCondition.init))
    }
  }

  package func criteria(
    of group: Group, _ strength: Criterion.Strength? = nil
  ) -> [Criterion] {
    criteria.filter { $0.group == group && (strength == nil || $0.strength == strength) }
  }

  package func criterion(named fullName: String) -> Criterion? {
    criteria.first { $0.fullName.hasSameBytes(as: fullName) }
  }

  /// The move between two places, or nil where the criteria list none.
  package func move(from: MoveOrigin, to: MoveTarget) -> Move? {
    moves.first { $0.from == from && $0.to == to }
  }

  /// The approvals that a proposal needs. A correction without a rule of its own needs as many as
  /// an assessment.
  package func quorum(for nature: Nature) -> Quorum {
    let rules = fields.fields("review")
    let rule = rules?.fields(nature.rawValue) ?? rules?.fields(Nature.assessment.rawValue)
    return Quorum(
      approvals: rule?.integer("approvals") ?? 1, affiliations: rule?.integer("affiliations") ?? 1)
  }

  /// How votes are counted; nil where the criteria don't say it.
  package var ballotRule: BallotRule? { fields.fields("ballot").flatMap { BallotRule(fields: $0) } }

  /// Whether a proposal is accepted only after a ballot that approved it.
  package var requiresBallot: Bool {
    fields.fields("review")?.text("ballot") == BallotNeed.required.rawValue
  }

  /// Whether only signed approvals count.
  package var requiresSignedReviews: Bool {
    fields.fields("review")?.text("require-signed-reviews") == "true"
  }

  /// The test in a criterion's fields, or nil where there isn't exactly one.
  static func test(named name: String, _ values: Fields) -> Criterion.Test? {
    let names = ["at-least", "any-of", "all-of", "condition"].filter { values[$0] != nil }
    guard names.count == 1, let kind = names.first else { return nil }
    switch kind {
    case "at-least":
      guard let factor = Factor(rawValue: name), let level = level("at-least", of: factor, values)
      else { return nil }
      return .atLeast(Criterion.Threshold(factor: factor, level: level))
    case "condition":
      return values.text("condition").flatMap(Condition.init).map { .condition($0) }
    default:
      let thresholds = values.list(kind).compactMap { item -> Criterion.Threshold? in
        guard let values = item.fields, let factor = values.text("factor").flatMap(Factor.init),
          let level = level("at-least", of: factor, values)
        else { return nil }
        return Criterion.Threshold(factor: factor, level: level)
      }
      guard thresholds.count == values.list(kind).count else { return nil }
      return kind == "any-of" ? .anyOf(thresholds) : .allOf(thresholds)
    }
  }

  private static func level(_ name: String, of factor: Factor, _ values: Fields) -> Level? {
    values.text(name).flatMap(Level.init).flatMap { factor.scale.contains($0) ? $0 : nil }
  }
}
