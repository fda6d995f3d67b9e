package import PortfolioModel

/// A portfolio as a FHIR R5 Bundle: a CodeSystem whose codes are the standards' ids, and a ValueSet of each
/// group.
package struct FHIRBundle: Encodable, Sendable {
  private let resourceType = "Bundle"
  private let type = "collection"
  private let entry: [FHIR.Entry]

  package init(_ portfolio: Portfolio) {
    let maker = FHIRMaker(portfolio)
    entry =
      [FHIR.Entry(fullUrl: maker.uris.portfolio, resource: .codeSystem(maker.codeSystem))]
      + Group.allCases.map {
        FHIR.Entry(fullUrl: maker.uris.group($0), resource: .valueSet(maker.valueSet(of: $0)))
      }
  }
}

/// Makes the resources of a portfolio.
private struct FHIRMaker {
  let portfolio: Portfolio
  let uris: PortfolioURIs

  init(_ portfolio: Portfolio) {
    self.portfolio = portfolio
    uris = PortfolioURIs(portfolio.description)
  }

  private var description: PortfolioDescription { portfolio.description }

  /// A portfolio that has published no edition does not say whether it may be relied on.
  private var status: String { description.lastPublished == nil ? "unknown" : "active" }

  var codeSystem: FHIR.CodeSystem {
    let current = portfolio.inTableOrder.map { concept($0) }
    let delisted = portfolio.delistedInOrder.map { concept($0.standard, isListed: false) }
    return FHIR.CodeSystem(
      url: uris.portfolio, version: description.edition, name: name(""), title: description.title,
      status: status, publisher: description.fields.text("committee"),
      description: description.fields.fields("domain")?.text("covers"),
      count: current.count + delisted.count, property: properties,
      concept: current + delisted)
  }

  func valueSet(of group: Group) -> FHIR.ValueSet {
    let codes = portfolio.inTableOrder.filter { $0.group == group }.map {
      FHIR.ValueSet.Code(code: $0.id.text, display: $0.briefName)
    }
    let filter = FHIR.ValueSet.Filter(property: "group", value: group.rawValue)
    return FHIR.ValueSet(
      url: uris.group(group), version: description.edition, name: name(group.rawValue),
      title: "\(description.title): \(group.rawValue)", status: status,
      description: "The \(group.rawValue) standards of the portfolio.",
      compose: FHIR.ValueSet.Compose(
        include: [
          FHIR.ValueSet.Include(
            system: uris.portfolio, version: description.edition,
            concept: codes.isEmpty ? nil : codes, filter: codes.isEmpty ? [filter] : nil)
        ]))
  }

  /// A name for programs, as FHIR wants one: a capital, then letters and digits.
  private func name(_ rest: String) -> String {
    let words = "rsp-\(description.id)-\(rest)".utf8.split(separator: UInt8(ascii: "-"))
    return words.map { String(Substring($0)).capitalisedFirst }.joined()
  }

  private var properties: [FHIR.Property] {
    [
      FHIR.Property(code: "group", description: "The group in its category's table", type: "code"),
      FHIR.Property(code: "category", description: "The kind of standard", type: "code"),
      FHIR.Property(code: "inactive", description: "Whether it was delisted", type: "boolean"),
    ]
      + Factor.allCases.flatMap { factor in
        [
          FHIR.Property(
            code: factor.rawValue, description: "The level of \(factor.phrase), for all regions",
            type: "code"),
          FHIR.Property(
            code: "\(factor.rawValue)-regions",
            description: "The levels of \(factor.phrase) by region", type: "string"),
        ]
      }
      + RelationKind.allCases.map {
        FHIR.Property(
          code: $0.rawValue, description: "A standard that it names as \($0.phrase)", type: "code")
      } + [FHIR.Property(code: "sdo", description: "A developer of the standard", type: "string")]
      + description.facets.map {
        FHIR.Property(code: "facet-\($0.id)", description: $0.label, type: "string")
      }
  }

  private func concept(_ standard: Standard, isListed: Bool = true) -> FHIR.Concept {
    var values = [
      FHIR.Value(code: "group", valueCode: standard.group.rawValue),
      FHIR.Value(code: "category", valueCode: standard.category.rawValue),
    ]
    if !isListed { values.append(FHIR.Value(code: "inactive", valueBoolean: true)) }
    for factor in Factor.allCases {
      guard let rating = standard.assessment[factor] else { continue }
      if let level = rating.single {
        values.append(FHIR.Value(code: factor.rawValue, valueCode: level.rawValue))
      }
      if let regions = rating.regions {
        values.append(FHIR.Value(code: "\(factor.rawValue)-regions", valueString: regions))
      }
    }
    for relation in standard.relations {
      guard case .standard(let id) = relation.target else { continue }
      values.append(FHIR.Value(code: relation.kind.rawValue, valueCode: id.text))
    }
    values += standard.developers.map { FHIR.Value(code: "sdo", valueString: $0) }
    for facet in description.facets {
      values += standard.values(of: facet).map {
        FHIR.Value(code: "facet-\(facet.id)", valueString: $0)
      }
    }
    let names = ([standard.formalName] + standard.formerNames).filter {
      !$0.hasSameBytes(as: standard.briefName)
    }
    return FHIR.Concept(
      code: standard.id.text, display: standard.briefName, definition: standard.scope,
      designation: names.isEmpty ? nil : names.map { FHIR.Designation(value: $0) },
      property: values)
  }
}
