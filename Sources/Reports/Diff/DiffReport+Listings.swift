import PortfolioModel

extension DiffReport {
  /// The split, merger or replacement that a standard has part in.
  private func succession(of id: Identifier) -> Succession? {
    Succession.all(from: input.from, to: input.to).first {
      $0.leaving.contains(id) || $0.entering.contains(id)
    }
  }

  /// New standards and delisted ones, a card each.
  func listings(_ report: inout Report) {
    let order = Dictionary(
      uniqueKeysWithValues: input.to.inTableOrder.enumerated().map { ($1.id, $0) })
    let new = input.differences(of: .add, .standard).sorted {
      order[$0.subject.id] ?? .max < order[$1.subject.id] ?? .max
    }
    for difference in input.differences(of: .delist, .standard) {
      report.card(
        entry([difference]), Span(input.name(of: difference.subject.id), .strong),
        Span(": delisted, was \(difference.from?.fields?.text("group") ?? "")")
      ) { gone(difference, &$0) }
    }
    let moves = input.movesByStandard()
    for difference in new {
      let content = difference.to?.fields ?? Fields()
      let move = moves[difference.subject.id]
      report.card(
        entry([difference]),
        Span(content.text("brief-name") ?? difference.subject.id.text, .strong),
        Span(": new, \(content.text("group") ?? "")")
      ) { card in
        if let move { card.paragraph(Span(move.effect, .strong)) }
        added(difference, move, &card)
      }
    }
  }

  private func gone(_ difference: Difference, _ report: inout Report) {
    let id = difference.subject.id
    let record = input.to.delisted[id]
    let instead = record?.replacedBy.map(input.name) ?? []
    let word = succession(of: id).map { " (a \($0.word))" } ?? ""
    report.bullets(
      (record.map { [[Span("Why: ", .dim), Span($0.because)]] } ?? [])
        + [
          [
            Span(
              instead.isEmpty
                ? "Nothing replaces it" : "Replaced by \(instead.conjunction)\(word)")
          ]
        ]
        + (difference.from?.fields.map { [[Span("Last rated: ", .dim), Span(ratingsLine($0))]] }
          ?? []))
  }

  private func ratingsLine(_ content: Fields) -> String {
    Factor.allCases.compactMap { factor in
      content.fields("assessment")?[factor.rawValue].map { "\(factor.phrase) \(words($0))" }
    }.listed
  }

  /// A new record: its scope, how it does on the criteria, and then all that it holds.
  private func added(_ difference: Difference, _ move: Move?, _ report: inout Report) {
    let content = difference.to?.fields ?? Fields()
    report.paragraph(
      Span(content.text("formal-name") ?? ""), ". ", Span(content.text("scope") ?? ""))
    if let succession = succession(of: difference.subject.id) {
      report.paragraph(
        Span("Takes the place of \(succession.leaving.map(input.name).conjunction)"),
        Span(" (a \(succession.word))."))
    }
    if let move {
      let standard = input.to.standards[move.standard]
      report.table(
        ["\(move.to.rawValue.capitalisedFirst) asks for", "At least", "Is", "Verdict", "Basis"],
        move.verdicts.map { verdict in
          [
            [Span(verdict.criterion.name.spaced)], [Span(verdict.criterion.requirement.spaced)],
            [Span(standard.map { actual(verdict, after, of: $0) } ?? verdict.actual)],
            [VerdictTable.judgement(verdict, input.name)],
            [Span(verdict.criterion.basis, .dim)],
          ]
        })
    }
    let shown: Set = ["brief-name", "formal-name", "scope", "group", "position"]
    report.details("The rest of the record") { details in
      details.bullets(
        content.entries.filter { !shown.contains($0.name) }.map { entry in
          [Span("\(label(of: entry.name, .standard)): ", .dim), Span(words(entry.value))]
        })
    }
  }
}
