import Diagnostics
package import PortfolioModel

/// What a user asks a proposal to say, as typed.
package struct ProposeRequest: Sendable {
  package var title: String?
  package var nature: Nature?
  package var rationale: String?
  /// `[KIND: ]TITLE <URL or REFERENCE>`
  package var evidence: [String] = []
  package var after: [Int] = []
  /// Each by a whole name of it.
  package var standards: [String] = []
  /// `[STANDARD:]FIELD=VALUE`; an empty value removes the field.
  package var sets: [String] = []
  /// Whether one level may take the place of levels by region.
  package var dropsRegions = false
  /// `[ID:]FIELD=ITEM`
  package var inserts: [String] = []
  /// `[ID:]FIELD=ITEM`
  package var drops: [String] = []
  /// `[ID:]FACTOR`
  package var confirms: [String] = []
  /// Each by a whole name of it.
  package var delists: [String] = []
  package var because: String?
  /// Each by a whole name of it.
  package var replacedBy: [String] = []
  /// `[ID:]CRITERION[@LEVEL]`, the level one for all or `REGION=LEVEL,…`
  package var waives: [String] = []
  /// `ID[@FROM]`
  package var explains: [String] = []
  package var holds: [Override.Hold] = []
  package var override = OverrideRequest()
  package var dropOverrides: [Identifier] = []
  package var confirmOverrides: [Identifier] = []
  /// `NAME=LEVEL`
  package var criteria: [String] = []
  package var writesTransitions = false
  package var exception: String?
  package var place: Place?
  /// `NEW:OLD`
  package var continues: [String] = []
  package var opens = false

  package init() {}

  /// What an override to be granted says.
  package struct OverrideRequest: Sendable {
    package var id: Identifier?
    package var text: String?
    package var reason: String?
    package var reviewBy: String?
    package var cites: [TableColumn] = []
    /// Whether the text says in other words what a publication prints.
    package var isParaphrase = false
    /// The publication that the text is from, and where in it.
    package var origin: String?
    package var clause: String?

    package init() {}
  }

  /// Whether the request asks for any change.
  package var hasChanges: Bool {
    !(sets.isEmpty && inserts.isEmpty && drops.isEmpty && confirms.isEmpty && delists.isEmpty
      && waives.isEmpty && explains.isEmpty && holds.isEmpty && dropOverrides.isEmpty
      && confirmOverrides.isEmpty && criteria.isEmpty
      && place == nil)
  }

  package var hasWords: Bool {
    title != nil || rationale != nil || nature != nil || !evidence.isEmpty || !after.isEmpty
  }
}

extension ProposeRequest {
  /// What was given and holds no word; what is not to be said is left out.
  var emptyWords: [Refusal] {
    let words: [(text: String?, what: String, option: AdvisedOption)] = [
      (title, "the title", .title), (rationale, "the rationale", .rationale),
      (because, "the reason why it is delisted", .because),
      (override.text, "the footnote's text", .text),
      (override.reason, "the reason", .reason),
      (override.reviewBy, "the date of the review", .reviewBy),
      (override.origin, "the publication", .origin),
      (override.clause, "the place in the publication", .clause),
      (exception, "the exception", .exception),
    ]
    return words.filter { $0.text?.isBlank == true }.map {
      Refusal.empty($0.what, $0.option)
    }
  }
}
