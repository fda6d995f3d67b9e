package import Forms
package import PortfolioModel

/// The form on which an expert answers a round of a survey: a row for each standard, factor and region.
package struct SurveyForm: Sendable {
  package enum Column: CaseIterable, Hashable, Sendable {
    case id, name, scope, factor, region, rating, group, level, certainty, evidence, comment, code
  }

  /// Where the group's answers stand.
  static let groupHeading = "Answers so far"
  static let ratingHeading = "Rating"

  package static let columns: [Sheet<Column>.Expected] = [
    .init(.id, "Standard id"),
    .init(.name, "Standard", isNeeded: false),
    .init(.scope, "Scope", isNeeded: false),
    .init(.factor, "Factor"),
    .init(.region, "Region", isNeeded: false),
    .init(.rating, ratingHeading, isNeeded: false),
    .init(.group, groupHeading, isNeeded: false),
    .init(.level, "Your level"),
    .init(.certainty, "Certainty", isNeeded: false),
    .init(.evidence, "Evidence", isNeeded: false),
    .init(.comment, "Comment", isNeeded: false),
    .init(.code, "Survey", isNeeded: false),
  ]

  static let noOpinion = "no opinion"

  private let survey: Survey
  private let round: Survey.Round
  /// What tells the form of this round from others.
  private let code: String
  private let portfolio: Portfolio
  private let earlier: [SurveyCell: CellResult]

  /// - Parameter results: What the experts said in the rounds before.
  package init(
    _ survey: Survey, _ round: Survey.Round, code: String, in portfolio: Portfolio,
    after results: [CellResult]
  ) {
    (self.survey, self.round, self.code, self.portfolio) = (survey, round, code, portfolio)
    earlier = Dictionary(results.map { ($0.cell, $0) }) { first, _ in first }
  }

  /// The columns of this form: ratings and earlier answers only where experts are to see them.
  private var shown: [Column] {
    Column.allCases.filter { column in
      switch column {
      case .rating: survey.showsRatings || round.number > 1
      case .group: round.number > 1
      default: true
      }
    }
  }

  private func heading(_ column: Column) -> String {
    SurveyForm.columns.first { $0.column == column }?.heading ?? ""
  }

  private func text(_ column: Column, _ cell: SurveyCell) -> String {
    let standard = portfolio.standards[cell.standard]
    return switch column {
    case .id: cell.standard.text
    case .name: standard?.briefName ?? cell.standard.text
    case .scope: standard?.scope ?? ""
    case .factor: cell.factor.phrase
    case .region: cell.region ?? ""
    case .rating: survey.rating(of: cell)?.phrase ?? ""
    case .group: earlier[cell]?.sentence ?? ""
    case .code: code
    case .level, .certainty, .evidence, .comment: ""
    }
  }

  private func choices(_ column: Column, _ cell: SurveyCell) -> [String] {
    switch column {
    case .level: cell.factor.levels.map(\.phrase) + [SurveyForm.noOpinion]
    case .certainty: SurveyAnswer.Certainty.allCases.map(\.rawValue)
    default: []
    }
  }

  package var csv: [UInt8] {
    FormSheet.bytes(
      [shown.map(heading)] + round.asks.map { cell in shown.map { text($0, cell) } })
  }

  /// A workbook whose second sheet holds the rows.
  package var workbook: Workbook {
    Workbook(
      survey.title, created: survey.opened, notes: (name: "Read me", lines: notes),
      sheet: "Answers",
      columns: shown.map { column in
        Workbook.Column(
          heading(column), width: column.width,
          isOpen: [.level, .certainty, .evidence, .comment].contains(column))
      },
      rows: round.asks.map { cell in
        shown.map { Workbook.Cell(text($0, cell), choices: choices($0, cell)) }
      })
  }

  private var notes: [Workbook.Line] {
    let certainty = SurveyAnswer.Certainty.allCases.map(\.rawValue).listed
    var texts = [
      "Round \(round.number). Please answer by \(round.closes).", "",
      "On the sheet 'Answers', choose your level in the column 'Your level': its cells offer the levels "
        + "of the factor. Choose 'no opinion' where you can't say; leave the cell empty where you do "
        + "not want to answer.",
      "'none' is a level: it says that there is no use at all.",
      "Certainty (\(certainty)), evidence and comment are as you like. They are reported, without your "
        + "name.",
    ]
    if round.number > 1 {
      texts.append(
        "The column '\(SurveyForm.groupHeading)' shows what the group answered in the round before. You "
          + "may keep your level or change it; answer each row again.")
    }
    texts += [
      "Other cells are locked. Send the file back as it is: as XLSX, or saved as CSV.", "",
      "The levels, lowest first:",
    ]
    texts += survey.factors.map { "\($0.phrase): \($0.ascending.map(\.phrase).listed)" }
    texts += ["", code]
    return [Workbook.Line(survey.title, isHeading: true)] + texts.map { Workbook.Line($0) }
  }
}

extension SurveyForm.Column {
  /// In characters of a sheet.
  fileprivate var width: Int {
    switch self {
    case .id: 24
    case .name: 26
    case .scope, .comment, .evidence: 40
    case .factor, .level: 18
    case .region, .certainty: 12
    case .rating: 16
    case .group: 34
    case .code: 30
    }
  }
}

extension CellResult {
  /// What the group answered: "low 2, moderate 3; no opinion 1; median moderate".
  package var sentence: String {
    let given = counts.filter { $0.count > 0 }.map { "\($0.level.phrase) \($0.count)" }
    let parts = [
      given.isEmpty ? nil : given.listed, noOpinion > 0 ? "no opinion \(noOpinion)" : nil,
      median.map { "median \($0.phrase)" },
    ].compactMap { $0 }
    return parts.isEmpty ? "no answer" : parts.joined(separator: "; ")
  }
}
