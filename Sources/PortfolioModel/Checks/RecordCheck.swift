import Diagnostics

/// Checks each record against the lists of the portfolio that it refers to.
package struct RecordCheck: Sendable {
  private let portfolio: Portfolio
  /// The ids of records that could not be read; naming one is not a further finding.
  private let unread: Set<Identifier>

  package init(_ portfolio: Portfolio, unread: Set<Identifier> = []) {
    self.portfolio = portfolio
    self.unread = unread
  }

  package func findings() -> [Finding] { findings(on: FindingSelection(portfolio)) }

  func findings(on selection: FindingSelection) -> [Finding] {
    let own = selection.standards.flatMap { findings(on: $0) }
    return own + positionFindings(selection.claimants(.place))
      + nameFindings(selection.claimants(.briefName))
      + formalNameFindings(selection.claimants(.formalName)) + clashFindings(selection.delisted)
  }

  /// What is wrong with one record, whatever the others are like.
  private func findings(on standard: Standard) -> [Finding] {
    var findings = categoryFindings(standard) + relationFindings(standard)
    findings += noteFindings(standard) + referenceFindings(standard) + regionFindings(standard)
    return findings
      + portfolio.description.facetFindings(standard.fields, .standard(standard.id))
  }

  private func categoryFindings(_ standard: Standard) -> [Finding] {
    guard let category = portfolio.description.description(of: standard.category) else {
      return [
        Finding(
          .unknownCategory, .standard(standard.id), .root,
          "the portfolio lists no category '\(standard.category.rawValue)'",
          help: [
            "the categories are: \(portfolio.description.categories.map(\.category.rawValue).listed)"
          ])
      ]
    }
    return Factor.allCases.compactMap { factor in
      let isRated = standard.assessment[factor] != nil
      switch (isRated, category.notApplicable.contains(factor)) {
      case (false, false):
        return Finding(
          .missingKey, .standard(standard.id), FieldPath("assessment"),
          "the assessment needs '\(factor.rawValue)'",
          help: ["add '\(factor.rawValue): LEVEL': \(factor.levels.map(\.rawValue).listed)"])
      case (true, true):
        return Finding(
          .factorNotApplicable, .standard(standard.id),
          FieldPath(["assessment", factor.rawValue]), key: true,
          "\(factor.phrase) is not assessed in the category \(category.name)",
          help: ["remove the rating"])
      default: return nil
      }
    }
  }

  private func relationFindings(_ standard: Standard) -> [Finding] {
    standard.relations.compactMap { relation in
      guard case .standard(let target) = relation.target else { return nil }
      if target == standard.id {
        return Finding(
          .selfRelation, .standard(standard.id), relation.path,
          "\(standard.briefName) names itself as \(relation.kind.rawValue)",
          help: ["remove it"])
      }
      guard portfolio.standards[target] == nil, !unread.contains(target) else { return nil }
      if portfolio.delisted[target] != nil {
        let isHistory = relation.kind == .supersededBy
        return isHistory
          ? nil
          : Finding(
            .namesDelistedStandard, .standard(standard.id), relation.path,
            "\(standard.briefName) names the delisted standard '\(target)' "
              + "as \(relation.kind.rawValue)",
            help: [portfolio.hint(for: target)])
      }
      return Finding(
        .unknownStandard, .standard(standard.id), relation.path,
        "'\(target)' is not in the portfolio",
        help: [portfolio.hint(for: target), "outside the portfolio: '{external: NAME}'"])
    }
  }

  private func noteFindings(_ standard: Standard) -> [Finding] {
    standard.fields.list("relation-notes").enumerated().compactMap { index, item in
      guard let note = item.fields, let kind = note.text("relation"), let target = note["target"],
        !standard.fields.list(kind).contains(target)
      else { return nil }
      return Finding(
        .noteWithoutRelation, .standard(standard.id),
        FieldPath(["relation-notes", String(index)]),
        "the note is about a relation '\(kind)' that the record does not hold",
        help: ["add the relation, or remove its note"])
    }
  }

  private func referenceFindings(_ standard: Standard) -> [Finding] {
    let references = portfolio.description.references
    let isChoice = standard.fields.fields("conforms-to") != nil
    return standard.conformsTo.enumerated().compactMap { index, name in
      guard !references.contains(where: { $0.hasSameBytes(as: name) }) else { return nil }
      let path = FieldPath(["conforms-to"] + (isChoice ? ["any-of"] : []) + [String(index)])
      return Finding(
        .unknownReference, .standard(standard.id), path,
        "'\(name)' is not among the portfolio's references",
        help: [
          Nearest.hint(for: name, in: references, "the references are")
        ])
    }
  }

  private func regionFindings(_ standard: Standard) -> [Finding] {
    Factor.allCases.flatMap { factor -> [Finding] in
      guard case .regional(let rating) = standard.assessment[factor] else { return [] }
      let path = FieldPath(["assessment", factor.rawValue, "regions"])
      let rated = rating.regions.map(\.region)
      return rated.compactMap { region -> Finding? in
        guard region != RegionalRating.elsewhere else { return nil }
        guard let known = portfolio.description.region(region) else {
          return Finding(
            .unknownRegion, .standard(standard.id), path.appending(region), key: true,
            "'\(region)' is not a region of the portfolio",
            help: ["the regions are: \(portfolio.description.regionNames.listed)"])
        }
        let around = portfolio.description.surroundings(of: known.id).map(\.text)
        guard let outer = around.first(where: rated.contains) else { return nil }
        return Finding(
          .overlappingRegions, .standard(standard.id), path.appending(region), key: true,
          "'\(region)' lies within '\(outer)', which is rated too",
          help: ["rate one of the two"])
      }
    }
  }

  private func positionFindings(_ standards: [Standard]) -> [Finding] {
    var first: [PlaceKey: Standard] = [:]
    return standards.compactMap { standard -> Finding? in
      let key = PlaceKey(
        category: standard.category, group: standard.group, position: standard.position)
      guard let other = first[key] else {
        first[key] = standard
        return nil
      }
      return Finding(
        .positionTie, .standard(standard.id), FieldPath("position"),
        "\(standard.briefName) and \(other.briefName) both have position \(standard.position)",
        help: ["give one of the two another position"])
    }
  }

  private struct PlaceKey: Hashable {
    let category: Category
    let group: Group
    let position: Int
  }

  private func nameFindings(_ standards: [Standard]) -> [Finding] {
    var first: [FieldValue: Standard] = [:]
    return standards.compactMap { standard -> Finding? in
      let name = FieldValue.text(standard.briefName)
      guard let other = first[name] else {
        first[name] = standard
        return nil
      }
      return Finding(
        .duplicateName, .standard(standard.id), FieldPath("brief-name"),
        "'\(standard.briefName)' is also the brief name of \(other.id)",
        help: ["tell the two apart by name"])
    }
  }

  /// A formal name is no key: what shares one may be meant to, as the editions of one standard do.
  private func formalNameFindings(_ standards: [Standard]) -> [Finding] {
    let named = Dictionary(grouping: standards) { FieldValue.text($0.formalName) }
    guard named.count < standards.count else { return [] }
    return standards.compactMap { standard -> Finding? in
      let sharing = named[.text(standard.formalName)] ?? []
      guard sharing.count > 1, sharing.first?.id == standard.id else { return nil }
      return Finding(
        .formalNameShared, .standard(standard.id), FieldPath("formal-name"),
        "'\(standard.formalName)' is the formal name of \(sharing.map(\.id.text).conjunction)")
    }
  }

  private func clashFindings(_ delisted: [DelistedStandard]) -> [Finding] {
    delisted.compactMap { delisted -> Finding? in
      guard portfolio.standards[delisted.standard.id] != nil else { return nil }
      return Finding(
        .duplicateStandard, .standard(delisted.standard.id), .root,
        "the id '\(delisted.standard.id)' belongs to a delisted standard",
        help: ["ids are never reused: rename the new record's file"])
    }
  }
}

extension PortfolioDescription {
  /// Every key that the levels of a regional rating may have.
  var regionNames: [String] {
    regions.map(\.id.text) + [RegionalRating.elsewhere]
  }
}
