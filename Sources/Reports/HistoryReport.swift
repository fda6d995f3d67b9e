package import PortfolioModel

/// What happened to a standard, by proposal.
package struct HistoryReport {
  package struct Event: Sendable {
    package let number: Int
    package let title: String
    package let status: ProposalStatus?
    package let lines: [String]
    package let reviewers: [String]
    package let date: String?
    package let edition: String?
    /// The edition under which it was published, if it was.
    package let release: String?

    package init(
      number: Int, title: String, status: ProposalStatus?, lines: [String], reviewers: [String],
      date: String?, edition: String?, release: String?
    ) {
      self.number = number
      self.title = title
      self.status = status
      self.lines = lines
      self.reviewers = reviewers
      self.date = date
      self.edition = edition
      self.release = release
    }
  }

  private let id: String
  private let standing: String
  private let events: [Event]

  package init(_ id: String, standing: String, events: [Event]) {
    self.id = id
    self.standing = standing
    self.events = events
  }

  package var report: Report {
    var report = Report()
    report.heading(1, "History of \(id)")
    report.paragraph(Span(standing))
    if events.isEmpty { report.paragraph("No proposal has changed it.") }
    let isPublished = events.contains { $0.release != nil }
    var part: String?
    for event in events {
      if isPublished, part != event.part {
        report.heading(2, event.part)
        part = event.part
      }
      let date = event.date.map { ", \($0)" } ?? ""
      report.heading(
        3, "\(Proposal.label(event.number)) \(event.title) (\(event.status.word)\(date))")
      report.bullets(
        event.lines.map { [Span($0)] }
          + (event.reviewers.isEmpty
            ? [] : [[Span("reviewed by \(event.reviewers.conjunction)", .dim)]]))
    }
    return report
  }

  // MARK: - JSON

  /// `rspmaint.history/1`
  package var json: some Encodable {
    JSON(
      standard: id, standing: standing,
      events: events.map {
        JSON.Event(
          proposal: $0.number, title: $0.title, status: $0.status.word, changes: $0.lines,
          reviewers: $0.reviewers, date: Nullable($0.date), edition: Nullable($0.edition),
          publishedIn: Nullable($0.release))
      })
  }

  private struct JSON: Encodable {
    struct Event: Encodable {
      let proposal: Int
      let title: String
      let status: String
      let changes: [String]
      let reviewers: [String]
      let date: Nullable<String>
      let edition: Nullable<String>
      let publishedIn: Nullable<String>
    }

    let schema = "rspmaint.history/1"
    let standard: String
    let standing: String
    let events: [Event]
  }
}

extension HistoryReport.Event {
  /// The edition to which it belongs, in words.
  fileprivate var part: String {
    release ?? edition.map { "Since \($0)" } ?? "Not accepted"
  }
}
