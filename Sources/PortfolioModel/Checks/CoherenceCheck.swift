import Diagnostics

/// Finds records that do not fit together, although each meets its own criteria.
package struct CoherenceCheck: Sendable {
  private let judge: Judge
  private let portfolio: Portfolio

  package init(_ judge: Judge) {
    self.judge = judge
    self.portfolio = judge.portfolio
  }

  package func findings() -> [Finding] { findings(on: FindingSelection(portfolio)) }

  func findings(on selection: FindingSelection) -> [Finding] {
    selection.standards.flatMap { standard in
      baseFindings(standard) + successorFindings(standard)
    } + cycleFindings(selection.standards)
  }

  private func baseFindings(_ standard: Standard) -> [Finding] {
    standard.relations.flatMap { relation -> [Finding] in
      guard case .standard(let id) = relation.target, let base = portfolio.standards[id] else {
        return []
      }
      var findings: [Finding] = []
      if relation.kind.buildsOnTarget, let finding = ratedAbove(standard, base, relation) {
        findings.append(finding)
      }
      let isBuiltOn = relation.kind.buildsOnTarget || relation.kind == .combines
      if isBuiltOn, standard.group == .preferred, base.group == .legacy,
        !judge.successors(of: base).contains(where: { $0.id == standard.id })
      {
        findings.append(
          Finding(
            .buildsOnLegacy, .standard(standard.id), relation.path,
            "\(standard.briefName) is preferred, but as \(relation.kind.phrase) "
              + "\(base.briefName) it builds on a legacy standard that it does not supersede",
            help: ["ask whether it follows its base to legacy, or is rebased"]))
      }
      return findings
    }
  }

  private func ratedAbove(
    _ standard: Standard, _ base: Standard, _ relation: Standard.Relation
  ) -> Finding? {
    let above = Factor.allCases.compactMap { factor -> String? in
      guard let own = judge.counted(factor, of: standard), let of = judge.counted(factor, of: base),
        factor.rank(of: own) > factor.rank(of: of)
      else { return nil }
      return "\(factor.phrase) \(own.phrase) over \(of.phrase)"
    }
    guard !above.isEmpty else { return nil }
    return Finding(
      .ratedAboveBase, .standard(standard.id), relation.path,
      "\(standard.briefName) is rated above \(base.briefName), of which it is "
        + "\(relation.kind == .extends ? "an extension" : "a profile"): \(above.conjunction)",
      help: ["check both ratings: who uses the one uses a part of the other"])
  }

  private func successorFindings(_ standard: Standard) -> [Finding] {
    standard.relations.compactMap { relation in
      guard relation.kind == .supersededBy || relation.kind == .willBeSupersededBy else {
        return nil
      }
      let name: String
      switch relation.target {
      case .external(let external): name = external
      case .standard(let id):
        guard portfolio.standards[id] == nil, let delisted = portfolio.delisted[id] else {
          return nil
        }
        name = delisted.standard.briefName
      }
      return Finding(
        .successorNotListed, .standard(standard.id), relation.path,
        "\(standard.briefName) is marked \(relation.kind.phrase) \(name), "
          + "which is not in the portfolio",
        help: ["a proposal can add it"])
    }
  }

  /// One error for each standard that supersedes itself in some number of steps.
  private func cycleFindings(_ standards: [Standard]) -> [Finding] {
    standards.compactMap { standard in
      let chain = judge.successors(of: standard)
      let closes = chain.contains { $0.targets(.supersededBy).contains(standard.id) }
      guard closes else { return nil }
      let index = standard.relations.first { $0.kind == .supersededBy }
      return Finding(
        .successionCycle, .standard(standard.id), index?.path ?? .root,
        "\(standard.briefName) supersedes itself: "
          + ([standard] + chain + [standard]).map(\.id.text).joined(separator: " → "),
        help: ["remove one of these 'superseded-by'"])
    }
  }
}
