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
  /// The comments of a ballot that the change answers, such as `de-3`.
  package var answers: [Comment.ID] = []
  /// Each by a whole name of it.
  package var standards: [String] = []
  /// The id of a standard that is to be added.
  package var adds: String?
  /// What a file says of the standard that is to be added.
  package var record: GivenRecord?
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
  package var renames: [Rename] = []
  package var delistings: [DelistRequest] = []
  package var because: String?
  /// Each by a whole name of it.
  package var replacedBy: [String] = []
  /// `[ID:]CRITERION[@LEVEL]`, the level one for all or `REGION=LEVEL,…`
  package var waives: [String] = []
  /// `STANDARD[@FROM]`
  package var explains: [String] = []
  package var holds: [HoldRequest] = []
  package var override = OverrideRequest()
  /// Further entries of the ledger.
  package var grants: [Grant] = []
  package var dropOverrides: [Identifier] = []
  package var confirmOverrides: [Identifier] = []
  /// `NAME=LEVEL`
  package var criteria: [String] = []
  package var writesTransitions = false
  /// When transitions are reviewed, where that is not the day of the override.
  package var transitionReview: String?
  package var exception: String?
  /// `first`, `last`, `before:STANDARD` or `after:STANDARD`
  package var place: String?
  /// `NEW:OLD`, each by a whole name
  package var continues: [String] = []
  package var opens = false

  package init() {}

  /// A standard, by a whole name, and the id that it gets.
  package struct Rename: Sendable, Hashable {
    package let standard: String
    package let id: String

    package init(_ standard: String, to id: String) {
      self.standard = standard
      self.id = id
    }
  }

  /// What one entry of the ledger decides, and what it says.
  package struct Grant: Sendable {
    package var waives: [String] = []
    package var explains: [String] = []
    package var holds: [HoldRequest] = []
    package var override = OverrideRequest()

    package var isEmpty: Bool { waives.isEmpty && explains.isEmpty && holds.isEmpty }
  }

  /// The entry that the request's own fields ask for.
  package var grant: Grant {
    get { Grant(waives: waives, explains: explains, holds: holds, override: override) }
    set {
      (waives, explains, holds) = (newValue.waives, newValue.explains, newValue.holds)
      override = newValue.override
    }
  }

  /// A standard that is to be delisted, why, and what takes its place, by whole names.
  package struct DelistRequest: Sendable, Hashable {
    package let standard: String
    package let because: String
    package let replacedBy: [String]

    package init(_ standard: String, because: String, replacedBy: [String]) {
      self.standard = standard
      self.because = because
      self.replacedBy = replacedBy
    }
  }

  /// A standard that is to be held, and from what.
  package struct HoldRequest: Sendable, Hashable {
    package let standard: String
    package let from: Override.Hold.Ground

    package init(_ standard: String, from ground: Override.Hold.Ground) {
      self.standard = standard
      from = ground
    }
  }

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
    !(adds == nil && renames.isEmpty && delistings.isEmpty && grants.isEmpty && sets.isEmpty
      && inserts.isEmpty && drops.isEmpty
      && confirms.isEmpty && delists.isEmpty
      && waives.isEmpty && explains.isEmpty && holds.isEmpty && dropOverrides.isEmpty
      && confirmOverrides.isEmpty && criteria.isEmpty
      && place == nil)
  }

  /// Whether it names a standard to add and says nothing of it.
  package var addsAlone: Bool {
    var rest = self
    rest.adds = nil
    return adds != nil && record == nil && !rest.hasChanges
  }

  package var hasWords: Bool {
    title != nil || rationale != nil || nature != nil || !evidence.isEmpty || !after.isEmpty
      || !answers.isEmpty
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
