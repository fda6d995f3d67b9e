import Diagnostics
import PortfolioModel

extension ProposalInterview {
  static let menu: [Hint] = [
    "  1  maturity", "  2  product adoption", "  3  site deployment", "  4  tooling",
    "  5  group", "  6  another field",
    "  7  waive a missed criterion, explain the move, or hold it where it is",
    "  8  another standard, a new one, or a criterion", "  9  that is all",
    "'delist' takes it off the portfolio, 'back' goes back a step.",
  ]

  /// What the base, or else the proposal, knows of a standard.
  func record(_ id: Identifier) -> Standard? { base.standards[id] ?? changed.standards[id] }

  func name(of id: Identifier) -> String { record(id)?.briefName ?? base.name(of: id) }

  private var findPrompt: Prompt {
    let done = request.hasChanges ? ", 'done' ends the changes" : ""
    return Prompt(
      ["'add' adds a standard, 'criterion' changes a threshold\(done)."],
      "Which standard? Type part of its name")
  }

  /// The next question.
  var prompt: Prompt {
    let name = standard.map(name) ?? ""
    switch step {
    case .find: return findPrompt
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
    case .newID: return Prompt([], "Id of the new standard, such as 'new-code-set'")
    case .newField(let field): return prompt(for: field)
    case .delistReason: return Prompt([], "Why \(name) is delisted")
    case .delistSuccessor:
      return Prompt([], "What replaces it: names, with commas between; empty for nothing")
    case .criterion: return criterionPrompt
    case .criterionLevel(let name): return prompt(forLevelOf: name)
    case .transitions:
      return Prompt(
        [], "Grant them transitions until YYYY-MM-DD or \(Override.nextEdition); empty for none")
    case .overrideText:
      let asked = missed.map(\.criterion.fullName)
      let why: [Hint] =
        asked.isEmpty
        ? move.map { ["It goes from \($0.from.rawValue) to \($0.to.rawValue)."] } ?? []
        : ["Missed: \(asked.listed)."]
      return Prompt(
        why, "The footnote that explains the \(asked.isEmpty ? "move" : "override")")
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
      return Prompt(
        ["It would be held, as a standard \(ground.phrase)."],
        "Why the committee keeps it where it is")
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
    let before = MoveOrigin(base.standards[id]?.group)
    if before.group != record.group,
      base.criteria.move(from: before, to: MoveTarget(record.group)) == nil
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
    guard let id = standard, case .regional(let rating)? = record(id)?.assessment[factor]
    else { return [] }
    return rating.regions.map(\.region)
  }

  /// Every change in a line, and the words around them.
  private var summary: [Hint] {
    let changes = builder.list.changes.flatMap { $0.lines(name) }.map { "  \($0)" as Hint }
    return ["\(request.title ?? "")"] + changes
      + ["Why: \(request.rationale ?? "")"]
      + request.evidence.map { "Evidence: \($0)" }
      + fate
  }
}
