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
    default: return steps.map(\.spaced).listed
    }
  }

  func region(_ id: String) -> String {
    (input.to.description.region(id) ?? input.from.description.region(id))?.label ?? id
  }

  /// A sentence of the rules with criteria by their labels.
  func inWords(_ sentence: String) -> String {
    let criteria = Group.allCases.flatMap {
      input.from.criteria.criteria(of: $0, nil) + input.to.criteria.criteria(of: $0, nil)
    }
    let labels = Dictionary(criteria.map { ($0.fullName, $0.label) }) { first, _ in first }
    let tokens = sentence.split(separator: " ", omittingEmptySubsequences: false)
    return tokens.map { token in
      let end = token.utf8.reversed().prefix { ",;:.".utf8.contains($0) }.count
      let name = String(decoding: token.utf8.dropLast(end), as: UTF8.self)
      return labels[name].map { $0 + String(decoding: token.utf8.suffix(end), as: UTF8.self) }
        ?? String(token)
    }.joined(separator: " ")
  }

  // MARK: - Values

  /// A value on one line, standards by their brief names.
  func words(_ value: FieldValue) -> String {
    switch value {
    case .text(let text):
      return Level(rawValue: text)?.phrase ?? Identifier(text).flatMap(knownName) ?? text.oneLine
    case .list(let items):
      let isLong = items.contains { $0.fields.map { $0.entries.count > 1 } ?? false }
      return items.map(words).joined(separator: isLong ? "; " : ", ")
    case .fields(let fields): return words(fields)
    }
  }

  private func knownName(_ id: Identifier) -> String? {
    (input.to.standards[id] ?? input.from.standards[id])?.briefName
  }

  private func words(_ fields: Fields) -> String {
    func word(_ name: String, _ lead: String = "") -> String {
      fields[name].map { lead + words($0) } ?? ""
    }
    if fields["regions"] != nil { return rating(fields) }
    if fields["level"] != nil { return word("level") + (word("trend", ", ")) }
    if fields["external"] != nil { return word("external") }
    if let relation = fields.text("relation") {
      return "\(RelationKind(rawValue: relation)?.phrase ?? relation) \(word("target"))"
        + word("note", ": ")
    }
    if fields["standard"] != nil, let criterion = fields.text("criterion") {
      return "waives \(Criterion.label(criterion))\(word("at", " down to ")) for "
        + word("standard") + word("while", " while ")
    }
    if fields["url"] != nil {
      return word("label") + (word("url", fields["label"] == nil ? "" : " "))
    }
    if fields["text"] != nil { return "“\(word("text"))”" + word("on", " on ") }
    return fields.entries.map { "\($0.name.spaced) \(words($0.value))" }.listed
  }

  /// "combined moderate, US high, elsewhere low", with its note.
  private func rating(_ fields: Fields) -> String {
    let combined = fields.text("combined").map { ["combined \($0)"] } ?? []
    let regions = fields.fields("regions")?.entries.map { entry in
      let level = entry.value.fields.map { words($0) } ?? words(entry.value)
      return "\(region(entry.name)) \(level)"
    }
    return (combined + (regions ?? [])).listed + (fields.text("note").map { " (“\($0)”)" } ?? "")
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
