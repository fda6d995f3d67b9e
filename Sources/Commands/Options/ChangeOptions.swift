import ArgumentParser
import Diagnostics
import PortfolioModel
import Verbs

/// What a proposal changes.
struct ChangeOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The standards, each by id or name; with --from-worktree, files or folders.",
      valueName: "STANDARD"), completion: Candidates.standards)
  var standards: [String] = []

  @Option(
    help: ArgumentHelp(
      "Set a field; an empty value removes it.", valueName: "[STANDARD:]FIELD=VALUE"),
    completion: Candidates.fields)
  var set: [String] = []

  @Flag(help: "Let one level replace the levels by region.")
  var dropRegions = false

  @Option(
    help: ArgumentHelp("Put an item into a list.", valueName: "[STANDARD:]FIELD=ITEM"),
    completion: Candidates.fields)
  var insert: [String] = []

  @Option(
    help: ArgumentHelp("Take an item out of a list.", valueName: "[STANDARD:]FIELD=ITEM"),
    completion: Candidates.fields)
  var drop: [String] = []

  @Option(
    help: ArgumentHelp(
      "Confirm that a rating was reassessed and stays.", valueName: "[STANDARD:]FACTOR"),
    completion: Candidates.factors)
  var confirm: [String] = []

  @Option(
    help: ArgumentHelp("Delist a standard.", valueName: "STANDARD"),
    completion: Candidates.standards)
  var delist: [String] = []

  @Option(help: ArgumentHelp("Why the standard is delisted.", valueName: "REASON"))
  var because: String?

  @Option(
    help: ArgumentHelp("A standard that replaces the delisted one.", valueName: "STANDARD"),
    completion: Candidates.standards)
  var replacedBy: [String] = []

  @Option(
    help: ArgumentHelp(
      "Waive a criterion down to a level, or '@us=pilot,japan=low' by region (default: as rated).",
      discussion: "What a waived condition rests on is written as the record says it.",
      valueName: "[STANDARD:]CRITERION[@LEVEL]"), completion: Candidates.standards)
  var waive: [String] = []

  @Option(
    help: ArgumentHelp(
      "Explain a move in a footnote; an earlier one, with the group where it began.",
      valueName: "STANDARD[@FROM]"), completion: Candidates.standards)
  var explainMove: [String] = []

  @Option(
    help: ArgumentHelp(
      "Hold a standard where it is, though it is due for a move or its use has faded.",
      valueName: "STANDARD"), completion: Candidates.standards)
  var hold: [String] = []

  @Option(
    help: ArgumentHelp("What the standards are held from: due, or faded.", valueName: "GROUND"))
  var from: Override.Hold.Ground?

  @Option(
    help: ArgumentHelp(
      "The footnote that the table prints for the override.", valueName: "TEXT"))
  var text: String?

  @Option(
    help: ArgumentHelp(
      "Why the criterion is waived, the standard held, or the move made.", valueName: "REASON"))
  var reason: String?

  @Option(
    help: ArgumentHelp(
      "When the override is reviewed: a date, or next-edition.", valueName: "DATE|next-edition"))
  var reviewBy: String?

  @Option(
    help: ArgumentHelp(
      "A factor that the footnote names; 'name' puts its letter on the name.",
      valueName: "FACTOR|name"))
  var cites: [TableColumn] = []

  @Option(
    help: ArgumentHelp("The publication that the footnote is from.", valueName: "PUBLICATION"))
  var origin: String?

  @Option(help: ArgumentHelp("Where in that publication it stands.", valueName: "PLACE"))
  var clause: String?

  @Flag(help: "Say that the footnote is in other words than the publication's.")
  var paraphrase = false

  @Option(
    help: ArgumentHelp(
      "The override's id (default: made from the standard and what is decided).", valueName: "ID"))
  var overrideID: Identifier?

  @Option(
    help: ArgumentHelp("Drop an override.", valueName: "ID"), completion: Candidates.overrides)
  var dropOverride: [Identifier] = []

  @Option(
    help: ArgumentHelp(
      "Keep an override that was reviewed; --review-by says when it is reviewed next.",
      valueName: "ID"), completion: Candidates.overrides)
  var confirmOverride: [Identifier] = []

  @Option(help: ArgumentHelp("Change a threshold of the criteria.", valueName: "NAME=LEVEL"))
  var criteria: [String] = []

  @Flag(help: "Grant transitions to records that would miss changed criteria.")
  var transitions = false

  @Option(
    help: ArgumentHelp(
      "Why the proposal makes a move that the criteria do not list.", valueName: "REASON"))
  var exception: String?

  @Option(
    help: ArgumentHelp(
      "Where the standard stands in its group.",
      valueName: "first|last|before:STANDARD|after:STANDARD"))
  var place: String?

  @Option(
    help: ArgumentHelp(
      "Which former standard an added one continues.", valueName: "NEW:OLD"))
  var continues: [String] = []

  /// Refuses options that nothing in the call can use.
  func validate() throws {
    let prints = !waive.isEmpty || !hold.isEmpty || !explainMove.isEmpty
    let grants = prints || transitions
    let pairs: [(flag: String, isGiven: Bool, isUsed: Bool, partner: String)] = [
      (
        "--review-by", reviewBy != nil, grants || !confirmOverride.isEmpty,
        "--waive, --hold, --explain-move, --transitions or --confirm-override"
      ),
      ("--reason", reason != nil, grants, "--waive, --hold, --explain-move or --transitions"),
      (
        "--override-id", overrideID != nil, grants,
        "--waive, --hold, --explain-move or --transitions"
      ),
      ("--text", text != nil, prints, "--waive, --hold or --explain-move"),
      ("--cites", !cites.isEmpty, prints, "--waive, --hold or --explain-move"),
      ("--origin", origin != nil, text != nil, "--text"),
      ("--clause", clause != nil, text != nil, "--text"),
      ("--paraphrase", paraphrase, text != nil, "--text"),
      ("--from", from != nil, !hold.isEmpty, "--hold"),
      ("--hold", !hold.isEmpty, from != nil, "--from due or --from faded"),
      ("--drop-regions", dropRegions, !set.isEmpty, "--set"),
    ]
    for pair in pairs where pair.isGiven && !pair.isUsed {
      throw ValidationError("\(pair.flag) goes with \(pair.partner).")
    }
  }

  /// As ``validate()``, for options that edits of the worktree use.
  func validate(fromWorktree: Bool, adds: Bool) throws {
    if place != nil, fromWorktree || standards.isEmpty && !adds {
      throw ValidationError("--place goes with the standard's ID, without --from-worktree.")
    }
    guard delist.isEmpty, !fromWorktree else { return }
    if because != nil { throw ValidationError("--because goes with --delist.") }
    if !replacedBy.isEmpty { throw ValidationError("--replaced-by goes with --delist.") }
  }

  func request(standards takesStandards: Bool) -> ProposeRequest {
    var request = ProposeRequest()
    if takesStandards { request.standards = standards }
    request.sets = set
    request.dropsRegions = dropRegions
    request.inserts = insert
    request.drops = drop
    request.confirms = confirm
    request.delists = delist
    request.because = because
    request.replacedBy = replacedBy
    request.waives = waive
    request.explains = explainMove
    request.holds = from.map { ground in hold.map { .init($0, from: ground) } } ?? []
    request.override.text = text.map { $0 + "\n" }
    request.override.reason = reason.map { $0 + "\n" }
    request.override.reviewBy = reviewBy
    request.override.cites = cites
    request.override.isParaphrase = paraphrase
    request.override.origin = origin
    request.override.clause = clause
    request.override.id = overrideID
    request.dropOverrides = dropOverride
    request.confirmOverrides = confirmOverride
    request.criteria = criteria
    request.writesTransitions = transitions
    request.exception = exception
    request.place = place
    request.continues = continues
    return request
  }
}
