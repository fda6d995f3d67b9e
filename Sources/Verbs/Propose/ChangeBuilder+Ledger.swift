import Diagnostics
import PortfolioModel

extension ChangeBuilder {
  /// Grants each override that the request asks for.
  mutating func addOverrides(_ request: ProposeRequest) {
    for grant in [request.grant] + request.grants {
      var one = request
      one.grant = grant
      addOverride(one)
    }
  }

  /// Grants an override for the criteria that the request waives, the standards that it holds and the
  /// moves that it explains.
  private mutating func addOverride(_ request: ProposeRequest) {
    guard !(request.waives.isEmpty && request.holds.isEmpty && request.explains.isEmpty) else {
      return
    }
    let after = result
    let (waivers, waived) = waivers(request, after)
    var first = waived
    let holds = heldStandards(request, after)
    first = first ?? holds.first.map { ($0.standard, "held") }
    let moves = explainedMoves(request, after)
    first = first ?? moves.first.map { ($0.standard, "to-\($0.to.rawValue)") }
    guard let first else { return }
    guard moves.isEmpty || request.override.text != nil else {
      refuse("a move is explained in a footnote, which needs a text", "add \(option: .text)")
      return
    }
    guard let reason = request.override.reason ?? request.override.text else {
      refuse("an override needs a reason", "add \(option: .reason)")
      return
    }
    guard let reviewBy = request.override.reviewBy else {
      refuse(
        "an override needs a date for its review",
        "add \(option: .reviewBy) or \(option: .reviewBy, Override.nextEdition)")
      return
    }
    let id = request.override.id ?? Identifier(slugOf: "\(first.0)-\(first.1)")
    guard let id else { return }
    var fields = request.override.fields
    if !waivers.isEmpty { fields["waives"] = .list(waivers) }
    if !holds.isEmpty { fields["holds"] = .list(holds.map { .fields($0.fields) }) }
    if !moves.isEmpty { fields["moves"] = .list(moves.map { .fields($0.fields) }) }
    fields["reason"] = .text(reason)
    fields["review-by"] = .text(reviewBy)
    grant(id, Schema.override.ordered(fields))
  }

  /// The waivers that the request asks for, with the first standard and the name of its criterion.
  private mutating func waivers(
    _ request: ProposeRequest, _ after: Portfolio
  ) -> (waivers: [FieldValue], first: (Identifier, String)?) {
    let judge = Judge(after)
    var waivers: [FieldValue] = []
    var first: (Identifier, String)?
    for text in request.waives {
      let (standards, rest) = subjectsAfter(text, request, after)
      let parts = rest.split(separator: "@", maxSplits: 1).map(String.init)
      let name = parts.first ?? ""
      guard let criterion = after.criteria.criterion(named: name) else {
        let names = after.criteria.criteria.map(\.fullName)
        refuse(
          "'\(name)' is not a criterion",
          Nearest.hint(for: name, in: names, "the criteria are"))
        continue
      }
      for standard in standards {
        var waiver = Fields([
          Fields.Entry("standard", .text(standard.id.text)),
          Fields.Entry("criterion", .text(criterion.fullName)),
        ])
        if !criterion.factors.isEmpty {
          waiver["at"] =
            parts.count > 1
            ? ChangeBuilder.level(parts[1]) : judge.grantedLevel(of: criterion, for: standard)
        }
        waiver.rest(on: judge.ground(for: standard, criterion))
        waivers.append(.fields(waiver))
        first = first ?? (standard.id, criterion.name)
      }
    }
    return (waivers, first)
  }

  /// A level as typed, `low` or by region `us=low,canada=pilot`, as an entry writes it.
  private static func level(_ text: String) -> FieldValue {
    let parts = text.split(separator: ",").map { $0.split(separator: "=", maxSplits: 1) }
    guard !parts.isEmpty, parts.allSatisfy({ $0.count == 2 }) else { return .text(text) }
    var levels = Fields()
    for part in parts { levels[String(part[0])] = .text(String(part[1])) }
    return .fields(levels)
  }

  /// Changes a threshold: `preferred.site-deployment=moderate`.
  mutating func setCriterion(_ text: String) {
    let halves = text.split(separator: "=", maxSplits: 1).map(String.init)
    let names = basis.criteria.criteria.map(\.fullName)
    guard halves.count == 2, let criterion = basis.criteria.criterion(named: halves[0]),
      case .atLeast(let threshold) = criterion.test
    else {
      refuse(
        "'\(text)' is not a threshold and its level",
        "write 'NAME=LEVEL', NAME one of \(names.listed)")
      return
    }
    guard let level = Level(rawValue: halves[1]), threshold.factor.scale.contains(level) else {
      refuse(
        "'\(halves[1])' is not on the scale of \(threshold.factor.phrase)",
        "allowed: \(threshold.factor.scale.map(\.rawValue).listed)")
      return
    }
    let path = criterion.path.appending("at-least")
    let criteria = SubjectID(.criteria, basis.description.id)
    guard agrees(criteria, path, .text(level.rawValue), called: { _ in criterion.fullName }) else {
      return
    }
    guard level != threshold.level else {
      refuse("\(criterion.fullName) is \(level.rawValue) already")
      return
    }
    let change = FieldChange(
      path.description, from: .text(threshold.level.rawValue), to: .text(level.rawValue))
    setFields([change], of: criteria)
  }

  /// A `transition` entry for each record that would miss a required criterion by new thresholds.
  mutating func addTransitions(_ request: ProposeRequest, today: CalendarDate) {
    guard let reviewBy = request.transitionReview ?? request.override.reviewBy else {
      refuse(
        "transitions need a date for their review",
        "add \(option: .reviewBy) or \(option: .reviewBy, Override.nextEdition)")
      return
    }
    let after = result
    let judge = Judge(after)
    var waivers: [FieldValue] = []
    for standard in after.inTableOrder {
      for verdict in judge.blocking(standard, in: standard.group) {
        let before = Judge(basis)
        let isNew =
          basis.standards[standard.id].map { old in
            !before.blocking(old, in: old.group).contains {
              $0.criterion.fullName == verdict.criterion.fullName
            }
          } ?? true
        guard isNew else { continue }
        var waiver = Fields([
          Fields.Entry("standard", .text(standard.id.text)),
          Fields.Entry("criterion", .text(verdict.criterion.fullName)),
        ])
        waiver["at"] = judge.grantedLevel(of: verdict.criterion, for: standard)
        waiver.rest(on: judge.ground(for: standard, verdict.criterion))
        waivers.append(.fields(waiver))
      }
    }
    guard !waivers.isEmpty else {
      refuseUnused(
        .transitions, "no record would miss a criterion that it meets now")
      return
    }
    let changed = request.criteria.first.map { $0.prefix { $0 != "=" } } ?? "criteria"
    let given = request.transitionReview == nil ? request.override : .init()
    guard let id = given.id ?? Identifier(slugOf: "transition-\(changed)-\(today)") else { return }
    var fields = Fields([
      Fields.Entry("kind", .text(OverrideKind.transition.rawValue)),
      Fields.Entry("waives", .list(waivers)),
    ])
    fields["reason"] = .text(
      given.reason ?? "Met the criteria before \(changed) was changed.")
    fields["review-by"] = .text(reviewBy)
    grant(id, Schema.override.ordered(fields))
  }
}

extension ProposeRequest.OverrideRequest {
  /// The kind of the entry, what it prints and whose words that is.
  fileprivate var fields: Fields {
    var fields = Fields()
    let kind = text == nil ? OverrideKind.transition : .footnote
    fields["kind"] = .text(kind.rawValue)
    fields["text"] = text.map { .text($0) }
    fields["paraphrase"] = isParaphrase ? .text("true") : nil
    if !cites.isEmpty { fields["cites"] = .lines(cites.map(\.rawValue)) }
    fields["origin"] = origin.map { .text($0) }
    fields["clause"] = clause.map { .text($0) }
    return fields
  }
}

extension Fields {
  /// Says what a waiver rests on, where that is anything.
  fileprivate mutating func rest(on ground: [Identifier]) {
    guard !ground.isEmpty else { return }
    self["while"] = .fields(
      Fields([Fields.Entry(RelationKind.supersededBy.rawValue, .lines(ground.map(\.text)))]))
  }
}
