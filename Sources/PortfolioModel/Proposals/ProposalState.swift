/// The status of a proposal.
package enum ProposalStatus: String, CaseIterable, Sendable {
  case draft, open, accepted, rejected, withdrawn

  package var isClosed: Bool { self == .accepted || self == .rejected || self == .withdrawn }
}

extension ProposalStatus? {
  /// The status in words, also for a proposal whose state can't be read.
  package var word: String { self?.rawValue ?? "unreadable" }
}

/// `state.yml`: written by verbs only.
package struct ProposalState: Hashable, Sendable {
  package struct Acceptance: Hashable, Sendable {
    package let date: CalendarDate
    package let reviewers: [String]
    package let edition: String

    package init(date: CalendarDate, reviewers: [String], edition: String) {
      self.date = date
      self.reviewers = reviewers
      self.edition = edition
    }

    /// The value of `accepted`.
    var fields: Fields {
      Fields([
        Fields.Entry("date", .text(date.description)),
        Fields.Entry("reviewers", .lines(reviewers)),
        Fields.Entry("edition", .text(edition)),
      ])
    }
  }

  /// The rejection or withdrawal of a proposal.
  package struct Closing: Hashable, Sendable {
    package let date: CalendarDate
    package let by: Person
    package let because: String

    package init(date: CalendarDate, by: Person, because: String) {
      self.date = date
      self.by = by
      self.because = because
    }

    /// The value of `closed`.
    var fields: Fields {
      Fields([
        Fields.Entry("date", .text(date.description)),
        Fields.Entry("by", .text(by.description)),
        Fields.Entry("because", .text(because)),
      ])
    }
  }

  package let fields: Fields
  package let status: ProposalStatus

  /// Returns nil where the fields do not meet ``Schema/state``.
  ///
  /// - Parameter isChecked: Whether the fields are known to meet the schema.
  package init?(fields: Fields, isChecked: Bool = false) {
    guard isChecked || Schema.state.problems(in: fields).isEmpty,
      let status = fields.text("status").flatMap(ProposalStatus.init)
    else { return nil }
    self.fields = fields
    self.status = status
  }

  /// A state that only holds the status.
  package init(_ status: ProposalStatus) {
    self.init(Fields([Fields.Entry("status", .text(status.rawValue))]), status)
  }

  /// Makes a state of fields that are known to meet the schema.
  init(_ fields: Fields, _ status: ProposalStatus) {
    self.fields = fields
    self.status = status
  }

  package var accepted: Acceptance? {
    guard let values = fields.fields("accepted"),
      let date = values.text("date").flatMap({ CalendarDate($0) })
    else { return nil }
    return Acceptance(
      date: date, reviewers: values.lines("reviewers"), edition: values.text("edition") ?? "")
  }

  package var closed: Closing? {
    guard let values = fields.fields("closed"),
      let date = values.text("date").flatMap({ CalendarDate($0) }),
      let by = values.text("by").flatMap({ Person($0) })
    else { return nil }
    return Closing(date: date, by: by, because: values.text("because") ?? "")
  }

  package var errata: [String] { fields.lines("errata") }

  package var resolutions: [Resolution] {
    fields.list("resolved").compactMap { item in
      guard let values = item.fields, let reviewer = values.text("reviewer"),
        let date = values.text("date").flatMap({ CalendarDate($0) })
      else { return nil }
      return Resolution(
        reviewer: reviewer, by: values.text("by") ?? "", date: date,
        because: values.text("because") ?? "", signature: values.text("signature"))
    }
  }
}
