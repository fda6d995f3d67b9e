extension PrintedTable {
  /// The table of one use case (ISO 21860:2020, Tables 6 and 7): the standards that serve it, and
  /// on which systems.
  package init(_ useCase: UseCase, in portfolio: Portfolio) {
    var lettering = Lettering(portfolio)
    sections = Category.allCases.compactMap { category in
      let rows = useCase.rows.filter { $0.category == category }
      guard !rows.isEmpty else { return nil }
      return Section(
        title: portfolio.description.description(of: category)?.name ?? category.rawValue,
        rows: rows.map { PrintedTable.row($0, portfolio, &lettering) })
    }
    id = useCase.id.text
    number = useCase.fields.integer("table")
    name = useCase.fields.text("table-title") ?? useCase.title
    headings = ["Standard", "Systems", "Use"]
    footnotes = lettering.footnotes
  }

  private static func row(
    _ row: UseCase.Row, _ portfolio: Portfolio, _ lettering: inout Lettering
  ) -> Row {
    let footnotes = row.fields.list("footnotes").compactMap(\.fields)
    let onName = footnotes.filter { $0.lines("on").isEmpty }.compactMap { $0.text("text") }
    let name = Piece(text: row.name, marks: onName.map { lettering.mark($0) })
    let names = row.incorporates.map(portfolio.name)
    let incorporated =
      names.isEmpty ? [] : [Piece(text: "incorporates \(names.conjunction)", marks: [])]
    let systems = row.fields.lines("systems").map { system in
      let texts = footnotes.filter { $0.lines("on").contains { $0.hasSameBytes(as: system) } }
        .compactMap { $0.text("text") }
      return Piece(text: system, marks: texts.map { lettering.mark($0) })
    }
    let note = row.fields.text("note").map { [Piece(text: $0, marks: [])] } ?? []
    return Row(key: row.name, standard: nil, cells: [[name] + incorporated, systems, note])
  }
}
