/// The edition's systematic review, as `portfolio.yml` holds it.
package struct SystematicReview: Hashable, Sendable {
  /// By when the committee has to look at the whole edition again.
  package let due: CalendarDate
  /// What the last one ended with, in words.
  package let outcome: String?

  package init(due: CalendarDate, outcome: String? = nil) {
    (self.due, self.outcome) = (due, outcome)
  }

  init?(_ fields: Fields) {
    guard let due = fields.text("due").flatMap({ CalendarDate($0) }) else { return nil }
    self.init(due: due, outcome: fields.text("outcome"))
  }

  var fields: Fields {
    var fields = Fields([Fields.Entry("due", .text(due.description))])
    fields["outcome"] = outcome.map { .text($0) }
    return fields
  }
}

extension PortfolioDescription {
  /// The fields that the verbs of editions alone change.
  package static let stamps = ["edition", "editions", "systematic-review"]

  package var systematicReview: SystematicReview? {
    fields.fields("systematic-review").flatMap(SystematicReview.init)
  }

  package func edition(_ id: Identifier) -> Edition? { editions.first { $0.id == id } }

  /// The last edition that was published through this tool.
  package var lastPublished: Edition? { editions.last { $0.publication != nil } }

  /// The names of the editions under which proposals were published, by that of the edition before.
  package var releases: [String: String] {
    editions.reduce(into: [:]) { names, edition in
      if let publication = edition.publication { names[publication.follows] = publication.name }
    }
  }

  /// What `portfolio.yml` becomes by an edition.
  ///
  /// - Parameter due: When a new revision is to be reviewed as a whole; other editions leave that.
  package func stamped(with edition: Edition, reviewDue due: CalendarDate?) -> Fields {
    var fields = fields
    if let publication = edition.publication {
      fields["edition"] = .text(publication.name)
      if publication.kind == .revision, let due {
        fields["systematic-review"] = .fields(SystematicReview(due: due).fields)
      }
    }
    fields["editions"] = .list(fields.list("editions") + [.fields(edition.fields)])
    return Schema.portfolio.ordered(fields)
  }

  /// What `portfolio.yml` becomes by a systematic review without a new edition.
  package func reviewed(_ review: SystematicReview) -> Fields {
    var fields = fields
    fields["systematic-review"] = .fields(review.fields)
    return Schema.portfolio.ordered(fields)
  }
}
