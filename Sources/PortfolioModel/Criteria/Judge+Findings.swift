import Diagnostics

extension Judge {
  /// Missed criteria and due moves of every standard.
  package func findings() -> [Finding] { findings(on: FindingSelection(portfolio)) }

  func findings(on selection: FindingSelection) -> [Finding] {
    selection.standards.flatMap(findings)
  }

  /// Missed criteria and due moves of one standard; empty where the id is not in the portfolio.
  package func findings(on id: Identifier) -> [Finding] {
    portfolio.standards[id].map(findings) ?? []
  }

  private func findings(_ standard: Standard) -> [Finding] {
    missed(by: standard, in: standard.group).compactMap { finding(on: standard, $0) }
      + dueFinding(standard)
  }

  private func finding(on standard: Standard, _ verdict: Verdict) -> Finding? {
    guard verdict.blocks else { return nil }
    let criterion = verdict.criterion
    let name = standard.briefName
    let path = place(of: criterion)
    if criterion.strength == .expected {
      return Finding(
        .expectedCriterionMissed, .standard(standard.id), path,
        "\(name) is below what is expected by \(criterion.fullName): "
          + "expected \(criterion.requirement), is \(verdict.actual)",
        help: ["use has faded: a candidate for delisting"])
    }
    let failed: [Hint] =
      [
        verdict.undercuts.map {
          "override \($0) was granted for a higher level and does not waive this"
        },
        verdict.lapsed.map { "override \($0) rests on what is gone and does not waive this" },
      ].compactMap { $0 }
    let id = standard.id.text
    let help: [Hint] =
      ["\(run: .explain(id)) shows every criterion"] + failed + [
        "re-rate it, move it to another group, or waive the criterion with a reason: "
          + "\(run: .propose(.waive(criterion: criterion.fullName, of: id)))"
      ]
    return Finding(
      .criterionMissed, .standard(standard.id), path,
      "\(name) misses \(criterion.fullName): requires \(criterion.requirement), "
        + "is \(verdict.actual) (basis: \(criterion.basis))",
      help: help)
  }

  private func dueFinding(_ standard: Standard) -> [Finding] {
    guard let group = due(standard) else { return [] }
    let why =
      switch group {
      case .legacy:
        "its successor \(preferredSuccessors(of: standard).map(\.briefName).conjunction) "
          + "is preferred"
      default: "it meets every required criterion of \(group.rawValue)"
      }
    return [
      Finding(
        .standardDue, .standard(standard.id), FieldPath("group"),
        "\(standard.briefName) is due for \(group.rawValue): \(why)",
        help: ["\(line: .propose(.move(standard.id.text, to: group.rawValue)))"])
    ]
  }

  /// The field that a criterion reads first.
  private func place(of criterion: Criterion) -> FieldPath {
    guard let factor = criterion.factors.first else { return FieldPath("group") }
    return FieldPath(["assessment", factor.rawValue])
  }
}
