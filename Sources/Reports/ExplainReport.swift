package import PortfolioModel

/// Why a standard stands where it does, and what would move it.
package struct ExplainReport {
  private let standard: Standard
  private let judge: Judge
  private let holds: Holds

  package init(_ standard: Standard, _ judge: Judge, _ holds: Holds) {
    self.standard = standard
    self.judge = judge
    self.holds = holds
  }

  package var report: Report {
    var report = Report()
    report.heading(1, standard.briefName)
    report.paragraph(
      Span(
        "\(standard.briefName) is \(standard.group.rawValue) in \(standard.category.rawValue): "
          + "\(standard.group.effect)."))
    report.bullets(ratings)
    report.heading(2, "As \(standard.group.rawValue)")
    report.table(
      VerdictTable.header,
      judge.verdicts(on: standard, in: standard.group).map(VerdictTable.row))
    report.bullets(explanations.map { [Span($0.id.text, .waived), Span(" \($0.sentence)")] })
    for outlook in judge.outlooks(for: standard) {
      report.heading(2, "To \(outlook.target.rawValue)")
      report.paragraph(Span(judge.sentence(for: standard, outlook)))
      report.table(VerdictTable.header, outlook.verdicts.map(VerdictTable.row))
      if let condition = outlook.condition {
        report.paragraph(
          Span("The move also asks that \(condition.requirement): "),
          outlook.isConditionMet ? Span("met", .met) : Span("not so far", .missed))
      }
    }
    if judge.outlooks(for: standard).isEmpty {
      report.paragraph("The criteria list no move from here.")
    }
    if let group = judge.due(standard) {
      report.paragraph(
        Span("Due for \(group.rawValue)", .strong),
        Span(
          holds.entry(standard.id, from: .due).map { "; \(sentence($0))" }
            ?? ": a proposal moves it."))
    }
    if judge.grounds(for: standard).contains(.faded),
      let entry = holds.entry(standard.id, from: .faded)
    {
      report.paragraph(Span("Below what is expected", .strong), Span("; \(sentence(entry))"))
    }
    return report
  }

  /// The ledger's entries that explain a move of the standard, each with a sentence to follow its id.
  private var explanations: [(id: Identifier, sentence: String)] {
    judge.portfolio.overridesInOrder.flatMap { override in
      override.moves.filter { $0.standard == standard.id }.map { move in
        (
          override.id,
          "explains the move from \(move.from.rawValue) to \(move.to.rawValue): "
            + override.explanation
        )
      }
    }
  }

  /// "held until 2027-11-30 by 0007 (udi-held)."
  private func sentence(_ entry: Override) -> String { "\(entry.holdPhrase) (\(entry.id))." }

  private var ratings: [[Span]] {
    Factor.allCases.compactMap { factor in
      guard let rating = standard.assessment[factor] else { return nil }
      var spans = [Span("\(factor.phrase): "), Span(rating.phrase, .strong)]
      if case .regional(let regional) = rating, let level = judge.counted(factor, of: standard) {
        let why =
          regional.combined != nil
          ? "the combined level" : "the \(judge.portfolio.criteria.regional.rawValue) region"
        spans.append(Span("; \(level.phrase) counts, \(why)", .dim))
      }
      return spans
    }
  }

  // MARK: - JSON

  /// `rspmaint.explain/1`
  package var json: some Encodable {
    JSON(
      standard: standard.id.text, group: standard.group.rawValue,
      criteria: judge.verdicts(on: standard, in: standard.group, .required).map(VerdictJSON.init),
      explanations: explanations.map {
        JSON.Explanation(override: $0.id.text, sentence: $0.sentence)
      },
      moves: judge.outlooks(for: standard).filter { $0.target.group != nil }.map { outlook in
        JSON.Move(
          to: outlook.target.rawValue, met: outlook.isOpen,
          missing: outlook.missing.map(\.criterion.fullName),
          conditions: outlook.condition.map {
            [JSON.Condition(name: $0.rawValue, met: outlook.isConditionMet)]
          } ?? [], sentence: judge.sentence(for: standard, outlook))
      },
      held: judge.grounds(for: standard).compactMap { ground in
        holds.entry(standard.id, from: ground).map { entry in
          JSON.Hold(
            from: ground.rawValue, until: entry.reviewBy ?? "", by: entry.grantedBy,
            override: entry.id.text)
        }
      })
  }

  private struct JSON: Encodable {
    struct Move: Encodable {
      let to: String
      let met: Bool
      let missing: [String]
      let conditions: [Condition]
      let sentence: String
    }

    struct Explanation: Encodable {
      let override: String
      let sentence: String
    }

    struct Condition: Encodable {
      let name: String
      let met: Bool
    }

    struct Hold: Encodable {
      let from: String
      let until: String
      let by: String
      let override: String
    }

    let schema = "rspmaint.explain/1"
    let standard: String
    let group: String
    let criteria: [VerdictJSON]
    let explanations: [Explanation]
    let moves: [Move]
    let held: [Hold]
  }
}
