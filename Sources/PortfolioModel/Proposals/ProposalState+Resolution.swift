extension ProposalState {
  /// The settlement of an objection by a chair.
  package struct Resolution: Hashable, Sendable {
    /// The file stem of the review.
    package let reviewer: String
    package let by: String
    package let date: CalendarDate
    package let because: String
    /// The armoured signature over ``SettlementText``, or nil where the settlement is not signed.
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

    /// The same settlement with a signature.
    package func signed(_ signature: String?) -> Resolution {
      Resolution(
        reviewer: reviewer, by: by, date: date, because: because, signature: signature)
    }

    /// The entry in `state.yml`.
    var fields: Fields {
      var fields = Fields()
      fields["reviewer"] = .text(reviewer)
      fields["by"] = .text(by)
      fields["date"] = .text(date.description)
      fields["because"] = .text(because)
      if let signature { fields["signature"] = .text(signature) }
      return fields
    }

    /// Whether it settles this objection, and is not earlier than it.
    package func settles(_ objection: Review) -> Bool {
      objection.verdict == .object && reviewer.hasSameBytes(as: objection.file)
        && date >= objection.date
    }
  }
}
