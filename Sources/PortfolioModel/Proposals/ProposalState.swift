/// Where a proposal is in its life.
package enum ProposalStatus: String, CaseIterable, Sendable {
  case draft, open, accepted, rejected, withdrawn

  package var isClosed: Bool { self == .accepted || self == .rejected || self == .withdrawn }
}

extension ProposalStatus? {
  /// The word for where a proposal is; where its state can't be read, it is in no place that is known.
  package var word: String { self?.rawValue ?? "unreadable" }
}

/// `state.yml`: written by verbs only.
package struct ProposalState: Hashable, Sendable {
  package struct Acceptance: Hashable, Sendable {
    package let date: CalendarDate
    package let reviewers: [String]
    package let edition: String
  }

  /// An objection that a chair settled.
  package struct Resolution: Hashable, Sendable {
    /// The file stem of the review.
    package let reviewer: String
    package let by: String
    package let date: CalendarDate
    package let because: String
    /// The armoured signature over ``SettlementText``, or nil where it is not signed.
    package let signature: String?

    package init(
      reviewer: String, by: String, date: CalendarDate, because: String, signature: String?
    ) {
      self.reviewer = reviewer
      self.by = by
      self.date = date
      self.because = because
      self.signature = signature
    }

    /// The same settlement, signed.
    package func signed(_ signature: String?) -> Resolution {
      Resolution(
        reviewer: reviewer, by: by, date: date, because: because, signature: signature)
    }

    /// The entry in `state.yml`.
    package var fields: Fields {
      var fields = Fields()
      fields["reviewer"] = .text(reviewer)
      fields["by"] = .text(by)
      fields["date"] = .text(date.description)
      fields["because"] = .text(because)
      if let signature { fields["signature"] = .text(signature) }
      return fields
    }

    /// Whether it is of this objection, and no earlier.
    package func settles(_ objection: Review) -> Bool {
      objection.verdict == .object && reviewer.hasSameBytes(as: objection.file)
        && date >= objection.date
    }
  }

  package let fields: Fields
  package let status: ProposalStatus

  /// Returns nil where the fields do not meet ``Schema/state``.
  package init?(fields: Fields) {
    guard Schema.state.problems(in: fields).isEmpty,
      let status = fields.text("status").flatMap(ProposalStatus.init)
    else { return nil }
    self.fields = fields
    self.status = status
  }

  package static let draft = Fields([Fields.Entry("status", .text("draft"))])

  package var accepted: Acceptance? {
    guard let values = fields.fields("accepted"),
      let date = values.text("date").flatMap({ CalendarDate($0) })
    else { return nil }
    return Acceptance(
      date: date, reviewers: values.lines("reviewers"), edition: values.text("edition") ?? "")
  }

  package var closedBecause: String? { fields.fields("closed")?.text("because") }

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

  /// Whether this is another state with errata behind those it had.
  package func onlyAddsErrata(to old: ProposalState) -> Bool {
    let (before, after) = (old.fields.lines("errata"), fields.lines("errata"))
    return after.count > before.count && zip(before, after).allSatisfy { $0.hasSameBytes(as: $1) }
      && setting("errata", nil) == old.setting("errata", nil)
  }

  /// The fields with one value set and the order kept.
  package func setting(_ name: String, _ value: FieldValue?) -> Fields {
    var fields = fields
    fields[name] = value
    return Schema.state.ordered(fields)
  }
}
