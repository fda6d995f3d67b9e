extension PrintedTable {
  /// The tables of a portfolio as the publication would print them: those of clause 5 by category,
  /// then those of the use cases.
  ///
  /// A category without a number and without a record has no table.
  package static func all(of portfolio: Portfolio) -> [PrintedTable] {
    all(of: portfolio, within: nil)
  }

  /// - Parameter reach: The tables that are wanted; nil for all.
  static func all(of portfolio: Portfolio, within reach: TableReach?) -> [PrintedTable] {
    let (judge, marks) = (Judge(portfolio), OverrideMarks(portfolio))
    let categories = Category.allCases.compactMap { category -> PrintedTable? in
      guard reach?.holds(category) ?? true else { return nil }
      let table = PrintedTable(category, judge, marks)
      return table.number == nil && table.rows.isEmpty ? nil : table
    }
    let useCases = portfolio.useCasesInOrder.filter { reach?.holds($0) ?? true }
      .map { PrintedTable($0, in: portfolio) }
    return categories + useCases.sorted { ($0.number ?? .max, $0.id) < ($1.number ?? .max, $1.id) }
  }

  /// The table of one category (ISO 21860:2020, Tables 1 to 5).
  package init(_ category: Category, of portfolio: Portfolio) {
    self.init(category, Judge(portfolio), OverrideMarks(portfolio))
  }

  private init(_ category: Category, _ judge: Judge, _ marks: OverrideMarks) {
    let portfolio = judge.portfolio
    var lettering = Lettering(portfolio)
    sections = Group.allCases.map { group in
      Section(
        title: group.rawValue.capitalisedFirst,
        rows: portfolio.standards(in: category, group).map { standard in
          PrintedTable.row(standard, judge, marks, &lettering)
        })
    }
    let values = portfolio.description.fields.list("categories").compactMap(\.fields)
      .first { $0.text("id") == category.rawValue }
    id = category.rawValue
    number = values?.integer("table")
    name = values?.text("name") ?? category.rawValue
    headings = ["Standard"] + PrintedTable.factorHeadings
    footnotes = lettering.footnotes
  }

  /// The headings of the factors, in the order of the tables.
  package static let factorHeadings = Factor.allCases.map(\.phrase.capitalisedFirst)

  private static func row(
    _ standard: Standard, _ judge: Judge, _ overrides: OverrideMarks, _ lettering: inout Lettering
  ) -> Row {
    let qualifiers = standard.fields.list("footnotes").compactMap(\.fields)
    let onName = qualifiers.filter { $0.lines("on").isEmpty }.compactMap { $0.text("text") }
    let name = Piece(
      text: standard.briefName,
      marks: onName.map { lettering.mark($0) }
        + overrides.marks(on: .name, of: standard.id, &lettering))
    let cells = Factor.allCases.map { factor -> Cell in
      var marks: [String] = []
      let text: String
      switch standard.assessment[factor] {
      case _ where !judge.applies(factor, to: standard): text = "Not applicable"
      case .level(let level)?: text = level.printed
      case .regional(let rating)?:
        text = rating.combined?.printed ?? ""
        marks.append(lettering.mark(rating, of: factor, standard.briefName))
      case nil: text = "Not rated"
      }
      let own = qualifiers.filter { $0.lines("on").contains(factor.rawValue) }
        .compactMap { $0.text("text") }
      let footnotes =
        own.map { lettering.mark($0) }
        + overrides.marks(on: .factor(factor), of: standard.id, &lettering)
      for mark in footnotes where !marks.contains(mark) { marks.append(mark) }
      return [Piece(text: text, marks: marks)]
    }
    return Row(key: standard.id.text, standard: standard.id, cells: [[name]] + cells)
  }
}

/// The places where footnotes of the ledger are marked: on the name where they cite it, else on the
/// factors that they cite, or else on those of the waived criteria; on the name too where the entry
/// explains a move, or where no criterion reads a factor.
private struct OverrideMarks {
  private var footnotes: [Identifier: [(columns: [TableColumn], override: Override)]] = [:]

  init(_ portfolio: Portfolio) {
    for override in portfolio.overridesInOrder
    where override.kind == .footnote && override.text != nil {
      for id in override.standards {
        let columns = OverrideMarks.columns(of: override, on: id, portfolio.criteria)
        footnotes[id, default: []].append((columns, override))
      }
    }
  }

  private static func columns(
    of override: Override, on id: Identifier, _ criteria: Criteria
  ) -> [TableColumn] {
    if override.cites.contains(.name) { return [.name] }
    guard override.cites.isEmpty else { return override.cites }
    let read = override.waivers.filter { $0.standard == id }.flatMap {
      criteria.criterion(named: $0.criterion)?.factors ?? []
    }.map(TableColumn.factor)
    let hasMoved = override.moves.contains { $0.standard == id }
    return read + (hasMoved || read.isEmpty ? [.name] : [])
  }

  func marks(
    on column: TableColumn, of id: Identifier, _ lettering: inout Lettering
  ) -> [String] {
    (footnotes[id] ?? []).filter { $0.columns.contains(column) }.map {
      lettering.mark($0.override.text ?? "", isParaphrased: $0.override.isParaphrase)
    }
  }
}

extension Level {
  /// The level as a table's cell prints it.
  package var printed: String {
    switch self {
    case .trialUse: "Trial"
    default: phrase.capitalisedFirst
    }
  }
}
