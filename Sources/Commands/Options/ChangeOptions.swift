import ArgumentParser
import Diagnostics
import PortfolioModel
import Verbs

/// What a proposal changes.
struct ChangeOptions: ParsableArguments {
  @Argument(help: "The standards' ids; with --from-worktree, files or folders.")
  var standards: [String] = []

  @Option(help: "Set a field, as [ID:]FIELD=VALUE; an empty value removes it.")
  var set: [String] = []

  @Flag(help: "Let one level take the place of levels by region.")
  var dropRegions = false

  @Option(help: "Put an item into a list, as [ID:]FIELD=ITEM.")
  var insert: [String] = []

  @Option(help: "Take an item out of a list, as [ID:]FIELD=ITEM.")
  var drop: [String] = []

  @Option(help: "Confirm a rating as reassessed and unchanged, as [ID:]FACTOR.")
  var confirm: [String] = []

  @Option(help: "Delist a standard.")
  var delist: [Identifier] = []

  @Option(help: "Why it is delisted.")
  var because: String?

  @Option(help: "What replaces a delisted standard.")
  var replacedBy: [Identifier] = []

  @Option(help: "Waive a criterion, as [ID:]CRITERION[@LEVEL].")
  var waive: [String] = []

  @Option(help: "The footnote that the table prints for what is waived.")
  var text: String?

  @Option(help: "Why it is waived.")
  var reason: String?

  @Option(help: "When the override is reviewed: a date, or next-edition.")
  var reviewBy: String?

  @Option(help: "The factors that the footnote names.")
  var cites: [Factor] = []

  @Option(help: "The override's id; made up from standard and criterion without it.")
  var overrideID: Identifier?

  @Option(help: "Drop an override.")
  var dropOverride: [Identifier] = []

  @Option(help: "Change a threshold, as NAME=LEVEL.")
  var criteria: [String] = []

  @Flag(help: "Grant transitions to records that would miss changed criteria.")
  var transitions = false

  @Option(help: "Why a move is made that the criteria do not list.")
  var exception: String?

  @Option(help: "Where it stands in its group: first, last, before:ID or after:ID.")
  var place: PlaceArgument?

  @Option(help: "What an added standard continues, as NEW:OLD.")
  var continues: [String] = []

  /// Refuses what nothing in the call can use.
  func validate() throws {
    let grants = !waive.isEmpty || transitions
    let pairs: [(flag: String, isGiven: Bool, isUsed: Bool, partner: String)] = [
      ("--review-by", reviewBy != nil, grants, "--waive or --transitions"),
      ("--reason", reason != nil, grants, "--waive or --transitions"),
      ("--override-id", overrideID != nil, grants, "--waive or --transitions"),
      ("--text", text != nil, !waive.isEmpty, "--waive"),
      ("--cites", !cites.isEmpty, !waive.isEmpty, "--waive"),
      ("--drop-regions", dropRegions, !set.isEmpty, "--set"),
    ]
    for pair in pairs where pair.isGiven && !pair.isUsed {
      throw ValidationError("\(pair.flag) goes with \(pair.partner).")
    }
  }

  /// As ``validate()``, of what edits of the worktree use or leave.
  func validate(fromWorktree: Bool) throws {
    if place != nil, fromWorktree || standards.isEmpty {
      throw ValidationError("--place goes with the standard's ID, without --from-worktree.")
    }
    guard delist.isEmpty, !fromWorktree else { return }
    if because != nil { throw ValidationError("--because goes with --delist.") }
    if !replacedBy.isEmpty { throw ValidationError("--replaced-by goes with --delist.") }
  }

  func request(standards takesStandards: Bool) throws -> ProposeRequest {
    var request = ProposeRequest()
    if takesStandards {
      let wrong = standards.filter { Identifier($0) == nil }.map { text in
        Refusal(.usage, "'\(text)' is not an id", help: ["'rspmaint list' shows the ids"])
      }
      if let refusal = Refusal(all: wrong) { throw refusal }
      request.standards = standards.compactMap { Identifier($0) }
    }
    request.sets = set
    request.dropsRegions = dropRegions
    request.inserts = insert
    request.drops = drop
    request.confirms = confirm
    request.delists = delist
    request.because = because
    request.replacedBy = replacedBy
    request.waives = waive
    request.override.text = text.map { $0 + "\n" }
    request.override.reason = reason.map { $0 + "\n" }
    request.override.reviewBy = reviewBy
    request.override.cites = cites
    request.override.id = overrideID
    request.dropOverrides = dropOverride
    request.criteria = criteria
    request.writesTransitions = transitions
    request.exception = exception
    request.place = place?.place
    request.continues = continues
    return request
  }
}

/// A place as typed: `first`, `last`, `before:ID`, `after:ID`.
struct PlaceArgument: ExpressibleByArgument {
  let place: Place

  init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count > 1 ? Identifier(parts[1]) : nil) {
    case ("first", nil) where parts.count == 1: place = .first
    case ("last", nil) where parts.count == 1: place = .last
    case ("before", let id?): place = .before(id)
    case ("after", let id?): place = .after(id)
    default: return nil
    }
  }
}

/// What a proposal says.
struct WordOptions: ParsableArguments {
  @Option(help: "The proposal's title, on one line.")
  var title: String?

  @Option(help: "Why, in whole sentences.")
  var rationale: String?

  @Option(help: "A piece of evidence, as '[KIND: ]TITLE <URL or REFERENCE>'.")
  var evidence: [String] = []

  @Option(help: "assessment, correction or editorial; told from the changes without it.")
  var nature: Nature?

  @Option(help: "A proposal that has to be accepted first.")
  var after: [Int] = []

  func fill(_ request: inout ProposeRequest) {
    request.title = title
    request.rationale = rationale
    request.evidence = evidence
    request.nature = nature
    request.after = after
  }
}
