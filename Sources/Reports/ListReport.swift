package import PortfolioModel

/// Standards, a row each.
package struct ListReport {
  private let standards: [Standard]
  private let judge: Judge

  package init(_ standards: [Standard], _ judge: Judge) {
    self.standards = standards
    self.judge = judge
  }

  package var report: Report {
    var report = Report()
    report.table(
      ["id", "group", "maturity", "adoption", "deployment", "tooling"],
      standards.map { standard in
        [[Span(standard.id.text)], [Span(standard.group.rawValue)]]
          + Factor.allCases.map { [Span(cell($0, standard))] }
      })
    let total = judge.portfolio.standards.count
    report.paragraph(
      Span(
        standards.count == total
          ? "\(total) standards" : "\(standards.count) of \(total) standards"))
    return report
  }

  private func cell(_ factor: Factor, _ standard: Standard) -> String {
    switch standard.assessment[factor] {
    case .level(let level): level.phrase
    case .regional: "\(judge.counted(factor, of: standard)?.phrase ?? "") by region"
    case nil: "–"
    }
  }

  // MARK: - JSON

  /// `rspmaint.list/1`
  package var json: some Encodable {
    JSON(
      standards: standards.map { standard in
        JSON.Item(
          id: standard.id.text, briefName: standard.briefName,
          category: standard.category.rawValue, group: standard.group.rawValue,
          assessment: JSONValue(standard.fields["assessment"] ?? .fields(Fields())),
          clause: Nullable(standard.clause), due: Nullable(judge.due(standard)?.rawValue))
      })
  }

  private struct JSON: Encodable {
    struct Item: Encodable {
      let id: String
      let briefName: String
      let category: String
      let group: String
      let assessment: JSONValue
      let clause: Nullable<String>
      let due: Nullable<String>
    }

    let schema = "rspmaint.list/1"
    let standards: [Item]
  }
}
