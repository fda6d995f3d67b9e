import PortfolioModel

/// Fields, values, criteria and people in a reader's words.
extension DiffReport {
  // MARK: - People

  func person(_ review: Review) -> String {
    switch review.reviewer {
    case .member(let id): name(ofMember: id)
    case .person(let person): person.name
    }
  }

  /// A reviewer as an acceptance names one: a member's id, or a name and an address.
  func person(_ text: String) -> String {
    Person(text)?.name ?? Identifier(text).map(name(ofMember:)) ?? text
  }

  private func name(ofMember id: Identifier) -> String {
    (input.from.committee?.member(id) ?? input.to.committee?.member(id))?.person.name ?? id.text
  }

  // MARK: - Places

  /// What a reader calls the subject of a change.
  func subjectName(_ subject: SubjectID) -> String {
    switch subject.kind {
    case .standard: input.name(of: subject.id)
    case .useCase:
      (input.to.useCases[subject.id] ?? input.from.useCases[subject.id])?.title ?? subject.id.text
    case .member: name(ofMember: subject.id)
    case .body:
      (input.to.committee?.body(subject.id) ?? input.from.committee?.body(subject.id))?.name
        ?? subject.id.text
    case .criteria: "the criteria"
    case .portfolio: "the portfolio"
    case .override: subject.id.text
    }
  }

  /// A field as a reader calls it: "site deployment, US", "superseded by", "tooling (preferred)".
  func label(of field: String, _ kind: SubjectKind) -> String {
    let steps = FieldAddress(kind).reach(of: field).steps
    switch (kind, steps.first) {
    case (.standard, "assessment"):
      let rest = steps.dropFirst(2).filter { $0 != "regions" }.map(region)
      return ([steps.dropFirst().first.map(Criterion.label) ?? "ratings"] + rest).listed
    case (.criteria, "groups"):
      guard steps.count > 3 else { return steps.dropFirst().map(\.spaced).listed }
      return ([Criterion.label("\(steps[1]).\(steps[3])")] + steps.dropFirst(4).map(\.spaced))
        .listed
    case (.useCase, "rows"): return "row " + steps.dropFirst().map(\.spaced).listed
    case (.standard, let relation?) where RelationKind(rawValue: relation) != nil:
      return RelationKind(rawValue: relation)?.phrase ?? relation
    case (.standard, "sdo"): return "developers"
    case (.standard, "facets"), (.useCase, "facets"):
      return steps.count > 1 ? steps.dropFirst().map(facet).listed : "facets"
    default: return steps.map(\.spaced).listed
    }
  }

  private func facet(_ id: String) -> String {
    (input.to.description.facet(id) ?? input.from.description.facet(id))?.label ?? id
  }

  func region(_ id: String) -> String {
    (input.to.description.region(id) ?? input.from.description.region(id))?.label ?? id
  }
}

extension Criterion {
  /// What a reader calls a criterion: `preferred.site-deployment` is "site deployment (preferred)".
  static func label(_ name: String) -> String {
    let steps = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard steps.count == 2 else { return name.spaced }
    return "\(steps[1].spaced) (\(steps[0]))"
  }

  /// The criterion with its group.
  var label: String { Criterion.label(fullName) }
}

extension String {
  /// A word in kebab-case as running text.
  var spaced: String {
    String(decoding: utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }
}
