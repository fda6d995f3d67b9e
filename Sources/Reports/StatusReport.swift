package import PortfolioModel

/// The open work: who has to do what next.
package struct StatusReport {
  package struct Line: Sendable {
    package let number: Int
    package let title: String
    /// Nil where it can't be read.
    package let status: ProposalStatus?
    package let sentence: String
    package let isReady: Bool

    package init(
      number: Int, title: String, status: ProposalStatus?, sentence: String, isReady: Bool
    ) {
      self.number = number
      self.title = title
      self.status = status
      self.sentence = sentence
      self.isReady = isReady
    }
  }

  /// A survey that goes on.
  package struct SurveyLine: Sendable {
    fileprivate let entry: SurveyEntry
    fileprivate let sentence: String
    fileprivate let isDue: Bool

    /// - Parameter sentence: How long it goes on and what comes next.
    /// - Parameter isDue: Whether its round may be ended by now.
    package init(_ entry: SurveyEntry, sentence: String, isDue: Bool) {
      (self.entry, self.sentence, self.isDue) = (entry, sentence, isDue)
    }
  }

  /// How this branch and the shared one stood to each other at the last sync.
  package struct Sharing: Sendable {
    package let branch: String
    package let unshared: Int
    package let ahead: Int
    /// What is to be said of it, a sentence each.
    package let sentences: [String]

    package init(branch: String, unshared: Int, ahead: Int, sentences: [String]) {
      self.branch = branch
      self.unshared = unshared
      self.ahead = ahead
      self.sentences = sentences
    }
  }

  private let sharing: Sharing?
  private let proposals: [Line]
  private let surveys: [SurveyLine]
  private let ledger: [Finding]
  private let due: [Finding]
  private let held: [Finding]
  private let conflicts: [ProposalConflict]
  private let review: String?
  private let unconfirmed: [RatingAges.Line]
  private let age: TimeSpan?

  /// - Parameter review: What is to be said of the systematic review.
  /// - Parameter age: For how long the unconfirmed ratings stand; nil where nobody asked for them.
  package init(
    sharing: Sharing?, proposals: [Line], surveys: [SurveyLine], ledger: [Finding], due: [Finding],
    held: [Finding], conflicts: [ProposalConflict], review: String?, unconfirmed: [RatingAges.Line],
    age: TimeSpan?
  ) {
    self.sharing = sharing
    self.proposals = proposals
    self.surveys = surveys
    self.ledger = ledger
    self.due = due
    self.held = held
    self.conflicts = conflicts
    self.review = review
    self.unconfirmed = unconfirmed
    self.age = age
  }

  package var report: Report {
    var report = Report()
    report.heading(1, "Status")
    for sentence in sharing?.sentences ?? [] { report.paragraph(Span(sentence)) }
    if let review { report.paragraph(Span(review)) }
    report.heading(3, "Proposals")
    if proposals.isEmpty {
      report.paragraph("No proposal is open.")
    }
    for line in proposals {
      report.bullets([
        [
          Span("\(Proposal.label(line.number)) \(line.title)", .strong),
          Span(" (\(line.status.word)): "), Span(line.sentence, line.isReady ? .met : .plain),
        ]
      ])
    }
    section(
      &report, "Conflicts",
      conflicts.map { conflict in
        let what = conflict.touched.isEmpty ? conflict.errors : conflict.touched
        return "\(Proposal.label(conflict.first)) and \(Proposal.label(conflict.second)): "
          + what.listed
      })
    if !surveys.isEmpty { report.heading(3, "Surveys") }
    report.bullets(
      surveys.map { line in
        [
          Span(line.entry.id.text, .strong),
          Span(line.entry.survey.map { " \($0.title): " } ?? ": "),
          Span(line.sentence, line.isDue ? .met : .plain),
        ]
      })
    section(&report, "Overrides due for review", ledger.map(\.message))
    section(&report, "Standards due for a move", due.map(\.message))
    section(&report, "Standards held where they are", held.map(\.message))
    if let age {
      section(
        &report, "Ratings not confirmed for \(age)",
        unconfirmed.isEmpty ? ["none"] : unconfirmed.map(\.phrase))
    }
    return report
  }

  private func section(_ report: inout Report, _ title: String, _ lines: [String]) {
    guard !lines.isEmpty else { return }
    report.heading(3, title)
    report.bullets(lines.map { [Span($0)] })
  }

  // MARK: - JSON

  /// `rspmaint.status/1`
  package var json: some Encodable {
    JSON(
      sharing: Nullable(
        sharing.map { .init(branch: $0.branch, unshared: $0.unshared, ahead: $0.ahead) }),
      proposals: proposals.map {
        JSON.Item(
          number: $0.number, title: $0.title, status: $0.status.word, sentence: $0.sentence,
          ready: $0.isReady)
      },
      surveys: surveys.map { line in
        let round = line.entry.survey?.round
        return JSON.Survey(
          survey: line.entry.id.text, title: Nullable(line.entry.survey?.title),
          round: round?.number ?? 0, closes: Nullable(round?.closes.description), due: line.isDue,
          answered: round.map { line.entry.answered(in: $0.number).count } ?? 0,
          invited: Nullable(line.entry.survey?.invited), sentence: line.sentence)
      }, overrides: ledger.map(\.message), due: due.compactMap { $0.standard?.text },
      held: held.compactMap { $0.standard?.text },
      systematicReview: Nullable(review),
      unconfirmed: unconfirmed.map { line in
        JSON.Rating(
          standard: line.standard.text,
          factors: line.factors.map {
            .init(factor: $0.factor.rawValue, since: Nullable($0.since?.description))
          })
      })
  }

  private struct JSON: Encodable {
    struct Item: Encodable {
      let number: Int
      let title: String
      let status: String
      let sentence: String
      let ready: Bool
    }

    /// One that goes on; without a title and a date where it can't be read.
    struct Survey: Encodable {
      let survey: String
      let title: Nullable<String>
      let round: Int
      let closes: Nullable<String>
      let due: Bool
      let answered: Int
      let invited: Nullable<Int>
      let sentence: String
    }

    /// As of the last sync; null where nothing is shared.
    struct Sharing: Encodable {
      let branch: String
      let unshared: Int
      let ahead: Int
    }

    struct Rating: Encodable {
      struct Item: Encodable {
        let factor: String
        /// Null where the rating is as it was published.
        let since: Nullable<String>
      }

      let standard: String
      let factors: [Item]
    }

    let schema = "rspmaint.status/1"
    let sharing: Nullable<Sharing>
    let proposals: [Item]
    let surveys: [Survey]
    let overrides: [String]
    let due: [String]
    let held: [String]
    /// A sentence, from a year before it is due.
    let systematicReview: Nullable<String>
    let unconfirmed: [Rating]
  }
}
