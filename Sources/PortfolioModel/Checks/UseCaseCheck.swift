import Diagnostics

/// Checks the rows of the use cases against the standards that they name.
package struct UseCaseCheck: Sendable {
  private let portfolio: Portfolio
  private let unread: Set<Identifier>

  package init(_ portfolio: Portfolio, unread: Set<Identifier> = []) {
    self.portfolio = portfolio
    self.unread = unread
  }

  package func findings() -> [Finding] { findings(on: FindingSelection(portfolio)) }

  func findings(on selection: FindingSelection) -> [Finding] {
    selection.useCases.flatMap { findings(on: $0) } + (selection.summarizes ? summary() : [])
  }

  private func findings(on useCase: UseCase) -> [Finding] {
    let rows = useCase.rows.enumerated().flatMap { index, row in
      findings(useCase, row, FieldPath(["rows", String(index)]))
    }
    return rows + nameFindings(useCase)
      + portfolio.description.facetFindings(useCase.fields, .useCase(useCase.id))
  }

  private func findings(
    _ useCase: UseCase, _ row: UseCase.Row, _ path: FieldPath
  ) -> [Finding] {
    var findings: [Finding] = []
    for (field, ids) in [
      ("standards", row.standards), ("candidates", row.candidates),
      ("incorporates", row.incorporates),
    ] {
      for (index, id) in ids.enumerated() {
        let place = path.appending(field).appending(index)
        findings += finding(useCase, row, id, isCandidate: field == "candidates", place)
      }
    }
    if row.standards.isEmpty == row.candidates.isEmpty {
      findings.append(
        Finding(
          .missingKey, .useCase(useCase.id), path,
          "the row '\(row.name)' needs either 'standards' or 'candidates'",
          help: ["'candidates' where the printed name could mean several records"]))
    }
    if !row.candidates.isEmpty {
      findings.append(
        Finding(
          .useCaseAmbiguous, .useCase(useCase.id), path.appending("candidates"),
          "'\(row.name)' in \(useCase.title) could mean \(row.candidates.map(portfolio.name).alternatives)",
          help: ["name the record that is meant under 'standards'"]))
    }
    return findings
  }

  private func finding(
    _ useCase: UseCase, _ row: UseCase.Row, _ id: Identifier, isCandidate: Bool, _ path: FieldPath
  ) -> [Finding] {
    let subject = Subject.useCase(useCase.id)
    if let standard = portfolio.standards[id] {
      let rule: RuleID
      switch standard.group {
      case .preferred: return []
      case .legacy: rule = .useCaseNamesLegacy
      case .emerging: rule = .useCaseNamesEmerging
      }
      // An ambiguous name is a finding already; its candidates are not judged.
      guard !isCandidate else { return [] }
      return [
        Finding(
          rule, subject, path, standard: id,
          "\(useCase.title) rests on \(standard.briefName), which is \(standard.group.rawValue)")
      ]
    }
    if portfolio.delisted[id] != nil {
      return [
        Finding(
          .useCaseNamesDelisted, subject, path, standard: id,
          "\(useCase.title) names the delisted standard '\(id)'", help: [portfolio.hint(for: id)])
      ]
    }
    guard !unread.contains(id) else { return [] }
    return [
      Finding(
        .unknownStandard, subject, path, standard: id, "'\(id)' is not in the portfolio",
        help: [portfolio.hint(for: id)])
    ]
  }

  private func nameFindings(_ useCase: UseCase) -> [Finding] {
    var seen: Set<[UInt8]> = []
    return useCase.rows.enumerated().compactMap { index, row in
      guard !seen.insert(Array(row.name.utf8)).inserted else { return nil }
      return Finding(
        .repeatedItem, .useCase(useCase.id), FieldPath(["rows", String(index), "name"]),
        "the use case has a row '\(row.name)' already", help: ["rows are told apart by name"])
    }
  }

  /// One summary of the standards that no row names.
  func summary() -> [Finding] {
    guard portfolio.useCases.values.contains(where: { !$0.rows.isEmpty }) else { return [] }
    let named = Set(
      portfolio.useCases.values.flatMap(\.rows).flatMap {
        $0.standards + $0.candidates + $0.incorporates
      })
    let unnamed = portfolio.inTableOrder.filter { !named.contains($0.id) }
    guard !unnamed.isEmpty else { return [] }
    return [
      Finding(
        .standardsWithoutUseCase, .portfolio, .root,
        "no use case names \(unnamed.count) of \(portfolio.standards.count) standards: "
          + unnamed.map(\.id.text).listed)
    ]
  }
}
