import PortfolioModel

extension DiffReport {
  /// Splits, mergers and replacements, one card each.
  func successions(_ report: inout Report) {
    let (successions, moves) = (successions, input.movesByStandard())
    report.section("successions", "Splits and mergers (\(successions.count))") { section in
      for succession in successions {
        let names = (
          succession.leaving.map(input.name).conjunction,
          succession.entering.map(input.name).conjunction
        )
        let own = input.differences.filter {
          [.add, .delist].contains($0.kind) && $0.subject.kind == .standard
            && (succession.leaving + succession.entering).contains($0.subject.id)
        }
        section.card(
          entry("succession", own), Span(names.0, .removed), " → ", Span(names.1, .added),
          Span(", a \(succession.word)")
        ) { card in
          for difference in own where difference.kind == .delist { gone(difference, &card) }
          for difference in own where difference.kind == .add {
            card.paragraph(Span("New: \(input.name(of: difference.subject.id))", .strong))
            added(difference, moves[difference.subject.id], &card)
          }
        }
      }
    }
  }

  private var successions: [Succession] {
    let listed = Set(
      input.differences.filter { [.add, .delist].contains($0.kind) }.map(\.subject.id))
    return Succession.all(from: input.from, to: input.to).filter {
      $0.leaving.contains(where: listed.contains)
    }
  }

  /// New and delisted standards that are not part of a split or a merger.
  func listings(_ report: inout Report) {
    let told = Set(successions.flatMap { $0.leaving + $0.entering })
    let order = Dictionary(
      uniqueKeysWithValues: input.to.inTableOrder.enumerated().map { ($1.id, $0) })
    let new = input.differences(of: .add, .standard).filter { !told.contains($0.subject.id) }
      .sorted { order[$0.subject.id] ?? .max < order[$1.subject.id] ?? .max }
    let moves = input.movesByStandard()
    report.section("added", "Added (\(new.count))") { section in
      for difference in new {
        let content = difference.to?.fields ?? Fields()
        section.card(
          entry("addition", [difference]),
          Span(content.text("brief-name") ?? difference.subject.id.text, .strong),
          Span(" (\(difference.subject.id)), \(content.text("group") ?? "")")
        ) { card in
          let move = moves[difference.subject.id]
          if let move { card.paragraph(Span(move.effect, .strong)) }
          added(difference, move, &card)
        }
      }
    }
    let gone = input.differences(of: .delist, .standard).filter { !told.contains($0.subject.id) }
    report.section("delisted", "Delisted (\(gone.count))") { section in
      for difference in gone {
        section.card(
          entry("delisting", [difference]), Span(input.name(of: difference.subject.id), .strong),
          Span(", was \(difference.from?.fields?.text("group") ?? "")")
        ) { card in
          self.gone(difference, &card)
        }
      }
    }
  }

  private func gone(_ difference: Difference, _ report: inout Report) {
    let record = input.to.delisted[difference.subject.id]
    let instead = record?.replacedBy.map(input.name) ?? []
    report.bullets(
      [
        [
          Span("\(input.name(of: difference.subject.id)) leaves", .removed),
          Span(record.map { ": \($0.because)" } ?? ""),
        ],
        [Span(instead.isEmpty ? "nothing replaces it" : "replaced by \(instead.conjunction)")],
      ]
        + (difference.from?.fields.map { [[Span("last rated "), Span(ratingsLine($0))]] } ?? []))
  }

  private func ratingsLine(_ content: Fields) -> String {
    Factor.allCases.compactMap { factor in
      content.fields("assessment")?[factor.rawValue].map { "\(factor.phrase) \($0.phrase)" }
    }.listed
  }

  /// A new record: its scope, how it does on the criteria, and then all that it holds.
  private func added(_ difference: Difference, _ move: Move?, _ report: inout Report) {
    let content = difference.to?.fields ?? Fields()
    report.paragraph(Span(content.text("formal-name") ?? ""))
    report.paragraph(Span(content.text("scope") ?? ""))
    if let move {
      report.table(VerdictTable.header, move.verdicts.map(VerdictTable.row))
    }
    let shown: Set = ["brief-name", "formal-name", "scope", "group", "position"]
    report.details("The rest of the record") { details in
      details.bullets(
        content.entries.filter { !shown.contains($0.name) }.map { entry in
          [Span("\(entry.name): ", .dim), Span(entry.value.recordPhrase)]
        })
    }
  }
}

extension FieldValue {
  /// A value of a record on one line.
  fileprivate var recordPhrase: String {
    if let fields, fields["maturity"] != nil || fields["tooling"] != nil {
      return fields.entries.map { "\($0.name) \($0.value.phrase)" }.listed
    }
    return (text?.oneLine) ?? phrase
  }
}
