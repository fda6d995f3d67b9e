import Diagnostics
import PortfolioModel

extension ProposalInterview {
  static let menu: [Hint] = [
    "  1  maturity", "  2  product adoption", "  3  site deployment", "  4  tooling",
    "  5  group", "  6  another field",
    "  7  waive a missed criterion, explain the move, or hold it where it is",
    "  8  another standard", "  9  that is all",
  ]

  /// The next question.
  var prompt: Prompt {
    let name = standard.map(base.name) ?? ""
    switch step {
    case .find: return Prompt([], "Which standard? Type part of its name")
    case .choose: return Prompt([], "Which one? Type its number")
    case .menu: return Prompt(["What about \(name)?"] + ProposalInterview.menu, "Number")
    case .level(let factor):
      let words = factor.levels.enumerated().map { "  \($0 + 1)  \($1.rawValue)" as Hint }
      return Prompt(
        words + ["'same' confirms it as reassessed."],
        "New \(factor.phrase)\(region.map { " in \($0)" } ?? "")")
    case .region(let factor):
      return Prompt(
        ["\(factor.phrase) is rated by region: \(regions(factor).listed)."], "Which region")
    case .group: return Prompt([], "New group: preferred, legacy or emerging")
    case .field: return Prompt([], "Which field, as \(run: .verb(.show)) and the record name it")
    case .fieldValue(let field): return Prompt([], "New value of \(field); empty removes it")
    case .overrideText:
      let known: [Hint]? = request.override.text.map {
        [
          "A proposal grants one override; its footnote so far: \($0.trimmed)",
          "What you write now takes its place and covers both.",
        ]
      }
      let asked = missed.map(\.criterion.fullName)
      let why: [Hint] =
        asked.isEmpty
        ? move.map { ["It goes from \($0.from.rawValue) to \($0.to.rawValue)."] } ?? []
        : ["Missed: \(asked.listed)."]
      return Prompt(
        why + (known ?? []),
        "The footnote that explains the \(asked.isEmpty ? "move" : "override"); 'back' goes back")
    case .overrideSource:
      return Prompt(
        [],
        "Where the footnote is from: empty for the committee, or 'PUBLICATION, PLACE'")
    case .overrideWording:
      return Prompt([], "Whether it is in the publication's own words: yes or no")
    case .overrideReason: return Prompt([], "Why the committee grants it")
    case .overrideReview:
      return Prompt([], "When it is reviewed: YYYY-MM-DD or \(Override.nextEdition)")
    case .holdReason(let ground):
      let known: [Hint]? = request.override.reason.map {
        [
          "A proposal grants one override; its reason so far: \($0.trimmed)",
          "What you write now takes its place and covers both.",
        ]
      }
      return Prompt(
        ["It would be held, as a standard \(ground.phrase)."] + (known ?? []),
        "Why the committee keeps it where it is; 'back' goes back")
    case .holdEnd: return Prompt([], "Until when: YYYY-MM-DD or \(Override.nextEdition)")
    case .title: return Prompt([], "Title of the proposal", isProse: false)
    case .rationale: return Prompt([], "Why, in whole sentences", isProse: true)
    case .evidenceTitle:
      return Prompt(
        [],
        request.evidence.isEmpty
          ? "Title of a piece of evidence"
          : "Title of another piece of evidence; empty if there is none")
    case .evidencePlace: return Prompt([], "Its web address, or its place in a publication")
    case .opening: return Prompt([], "Open it for review now? yes or no")
    case .summary: return Prompt(summary, "Write this proposal? yes or no")
    }
  }

  /// What a reader has to know of the standard before changing it.
  var portrait: [Hint] {
    guard let id = standard, let record = base.standards[id] else { return [] }
    let judge = Judge(base)
    return ["\(record.briefName) is \(record.group.rawValue): \(record.group.effect)."]
      + Factor.allCases.compactMap { factor in
        record.assessment[factor].map { "  \(factor.phrase): \($0.phrase)" }
      } + judge.verdicts(on: record, in: record.group).map { "  \(line($0))" }
      + judge.outlooks(for: record).filter { $0.target.group != nil }.map {
        Hint(judge.sentence(for: record, $0))
      }
  }

  /// What the criteria say of the standard with the changes so far.
  var consequence: [Hint] {
    let after = changed
    guard let id = standard, let record = after.standards[id] else { return [] }
    let judge = Judge(after)
    let blocking = judge.blocking(record, in: record.group)
    var lines: [Hint] = [
      blocking.isEmpty
        ? "\(record.briefName) then meets what \(record.group.rawValue) requires."
        : "\(record.briefName) then misses as \(record.group.rawValue):"
    ]
    lines += blocking.map { "  \(line($0))" }
    if !blocking.isEmpty {
      lines.append("Re-rate it, choose another group, or waive what is missed (7).")
    }
    let holds = Holds(after, on: today)
    if let group = judge.due(record) {
      let held = holds.entry(id, from: .due).map { ", \($0.heldUntil)" } ?? ""
      lines.append("It is due for \(group.rawValue)\(held).")
    }
    if judge.grounds(for: record).contains(.faded) {
      let held = holds.entry(id, from: .faded).map { ", \($0.heldUntil)" } ?? ""
      lines.append("It is below what \(record.group.rawValue) is expected to meet\(held).")
    }
    let before = base.standards[id]?.group
    if let before, before != record.group,
      base.criteria.move(from: MoveOrigin(before), to: MoveTarget(record.group)) == nil
    {
      lines.append(
        "The criteria list no move from \(before.rawValue) to \(record.group.rawValue): "
          + (request.exception.map { "by exception: \($0)" }
            ?? "it needs an exception, which \(option: .exception) gives."))
    }
    return lines
  }

  private func line(_ verdict: Verdict) -> String {
    let outcome =
      verdict.isMet ? "met" : verdict.waivedBy.map { "waived by \($0)" } ?? "missed"
    return "\(verdict.criterion.fullName): asks \(verdict.criterion.requirement), "
      + "is \(verdict.actual), \(outcome)"
  }

  /// The changes with the request so far.
  var builder: ChangeBuilder {
    var builder = ChangeBuilder(base)
    builder.add(completed, today: today)
    return builder
  }

  var changed: Portfolio { builder.result }

  /// What the standard misses in its group with the changes so far.
  var missed: [Verdict] {
    let after = changed
    guard let id = standard, let record = after.standards[id] else { return [] }
    return Judge(after).blocking(record, in: record.group)
  }

  /// The move that the standard makes with the changes so far.
  var move: (from: MoveOrigin, to: Group)? {
    guard let id = standard, let from = base.standards[id]?.group,
      let to = changed.standards[id]?.group, from != to
    else { return nil }
    return (MoveOrigin(from), to)
  }

  func regions(_ factor: Factor) -> [String] {
    guard let id = standard, case .regional(let rating)? = base.standards[id]?.assessment[factor]
    else { return [] }
    return rating.regions.map(\.region)
  }

  /// Every change in a line, and the words around them.
  private var summary: [Hint] {
    let changes = builder.list.changes.flatMap { change -> [Hint] in
      let name = base.name(of: change.subject.id)
      switch change.action {
      case .set(let fields):
        return fields.map { field in
          field.changesList
            ? "  \(name) \(field.field): without \(FieldValue.list(field.drop).inline), "
              + "with \(FieldValue.list(field.insert).inline)"
            : "  \(name) \(field.field): \(field.from?.inlineBare ?? "absent") → "
              + "\(field.to?.inlineBare ?? "absent")"
        }
      case .confirm(let factors):
        return ["  \(name): \(factors.map(\.phrase).conjunction) confirmed"]
      case .confirmOverride: return ["  override \(change.subject.id) confirmed"]
      case .add: return ["  override \(change.subject.id) granted"]
      case .remove: return ["  override \(change.subject.id) dropped"]
      case .delist: return ["  \(name) delisted"]
      }
    }
    return ["\(request.title ?? "")"] + changes
      + ["Why: \(request.rationale ?? "")"]
      + request.evidence.map { "Evidence: \($0)" }
      + [request.opens ? "It will be open for review." : "It stays a draft."]
  }
}
