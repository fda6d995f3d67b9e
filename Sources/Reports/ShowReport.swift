package import PortfolioModel

/// One record, current or delisted, with all that bears on it.
package struct ShowReport {
  private let standard: Standard
  private let delisted: DelistedStandard?
  private let portfolio: Portfolio

  package init(_ standard: Standard, in portfolio: Portfolio) {
    self.standard = standard
    self.portfolio = portfolio
    delisted = nil
  }

  package init(_ delisted: DelistedStandard, in portfolio: Portfolio) {
    standard = delisted.standard
    self.portfolio = portfolio
    self.delisted = delisted
  }

  package var report: Report {
    var report = Report()
    report.heading(1, standard.briefName)
    report.paragraph(Span(standard.formalName, .strong))
    report.bullets(head)
    report.paragraph(Span(standard.scope))
    if let text = standard.fields.text("description") { report.paragraph(Span(text.oneLine)) }
    report.heading(3, "Assessment")
    report.bullets(
      Factor.allCases.compactMap { factor in
        standard.assessment[factor].map {
          [Span("\(factor.phrase): "), Span($0.phrase, .strong)]
            + (note(of: $0).map { [Span(" – \($0)", .dim)] } ?? [])
        }
      })
    section(&report, "Facets", facets)
    section(&report, "Relations", standard.relations.map(relation))
    section(&report, "Published", published)
    section(&report, "Footnotes and overrides", footnotes + overrides)
    section(&report, "Use cases", useCases)
    if let notes = standard.fields.text("notes") {
      report.heading(3, "Notes")
      report.paragraph(Span(notes.oneLine))
    }
    return report
  }

  private func section(_ report: inout Report, _ title: String, _ items: [[Span]]) {
    guard !items.isEmpty else { return }
    report.heading(3, title)
    report.bullets(items)
  }

  private func note(of rating: Rating) -> String? {
    if case .regional(let regional) = rating { return regional.note }
    return nil
  }

  private var head: [[Span]] {
    var lines: [[Span]] = []
    if let delisted {
      lines.append([
        Span("delisted", .strong),
        Span(
          " by proposal \(Proposal.label(delisted.proposal)), was \(standard.group.rawValue): "
            + delisted.because),
      ])
      if !delisted.replacedBy.isEmpty {
        lines.append([Span("replaced by \(delisted.replacedBy.map(portfolio.name).conjunction)")])
      }
    } else {
      lines.append([Span(standard.group.rawValue, .strong), Span(": \(standard.group.effect)")])
    }
    let category = portfolio.description.description(of: standard.category)?.name
    lines.append([
      Span(
        "\(category ?? standard.category.rawValue), position \(standard.position)"
          + (standard.clause.map { ", clause \($0)" } ?? ""))
    ])
    lines.append([Span("id \(standard.id)")])
    if !standard.formerNames.isEmpty {
      lines.append([Span("formerly \(standard.formerNames.conjunction)")])
    }
    return lines
  }

  private func relation(_ relation: Standard.Relation) -> [Span] {
    let name: String
    switch relation.target {
    case .external(let external): name = "\(external) (outside the portfolio)"
    case .standard(let id):
      let group = portfolio.standards[id].map { " (\($0.group.rawValue))" } ?? ""
      name = portfolio.name(of: id) + group
    }
    let note = standard.fields.list("relation-notes").compactMap(\.fields).first {
      $0.text("relation") == relation.kind.rawValue
        && $0["target"].flatMap(Standard.Relation.Target.init) == relation.target
    }?.text("note")
    return [Span("\(relation.kind.phrase) "), Span(name, .strong)]
      + (note.map { [Span(": \($0)", .dim)] } ?? [])
  }

  private var facets: [[Span]] {
    (standard.fields.fields("facets")?.entries ?? []).map { entry in
      let label = portfolio.description.facet(entry.name)?.label ?? entry.name
      return [
        Span("\(label): "), Span((entry.value.list ?? []).compactMap(\.text).listed, .strong),
      ]
    }
  }

  private var published: [[Span]] {
    var lines = [[Span("by \(standard.developers.conjunction)")]]
    if let reference = standard.fields.text("reference") { lines.append([Span(reference)]) }
    if let choice = standard.fields.fields("conforms-to")?.lines("any-of") {
      lines.append([Span("conforms to any of \(choice.listed)")])
    } else if !standard.conformsTo.isEmpty {
      lines.append([Span("conforms to \(standard.conformsTo.conjunction)")])
    }
    let implementers = standard.fields.lines("implemented-by")
    if !implementers.isEmpty { lines.append([Span("implemented by \(implementers.listed)")]) }
    if let note = standard.fields.text("tooling-note") { lines.append([Span(note)]) }
    for tool in standard.fields.list("tools").compactMap(\.fields) {
      let label = tool.text("label").map { "\($0): " } ?? ""
      lines.append([Span(label + (tool.text("url") ?? ""))])
    }
    return lines
  }

  private var footnotes: [[Span]] {
    standard.fields.list("footnotes").compactMap(\.fields).map { footnote in
      let factors = footnote.lines("on").compactMap(Factor.init).map(\.phrase)
      return [Span("on \(factors.conjunction): "), Span(footnote.text("text")?.oneLine ?? "")]
    }
  }

  private var overrides: [[Span]] {
    portfolio.overridesInOrder.compactMap { override in
      let effects = override.effects(on: standard.id, portfolio.name)
      guard !effects.isEmpty else { return nil }
      return [
        Span("\(override.id)", .waived),
        Span(
          " \(effects.conjunction): \(override.explanation)"
            + (override.reviewBy.map { " Review by \($0)." } ?? "")),
      ]
    }
  }

  private var useCases: [[Span]] {
    portfolio.useCasesInOrder.flatMap { useCase in
      useCase.rows.filter {
        ($0.standards + $0.candidates + $0.incorporates).contains(standard.id)
      }.map { row in
        [
          Span(
            "\(useCase.title), as \(row.name)"
              + (row.candidates.isEmpty ? "" : " (ambiguous)"))
        ]
      }
    }
  }

  // MARK: - JSON

  /// `rspmaint.show/1`
  package var json: some Encodable {
    JSON(
      id: standard.id.text, category: standard.category.rawValue, delisted: delisted != nil,
      record: JSONValue(.fields(delisted?.fields ?? standard.fields)))
  }

  private struct JSON: Encodable {
    let schema = "rspmaint.show/1"
    let id: String
    let category: String
    let delisted: Bool
    let record: JSONValue
  }
}
