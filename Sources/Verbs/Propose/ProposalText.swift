package import Diagnostics
package import PortfolioModel

/// Puts a proposal's content together from what a user typed and the changes it came to.
package struct ProposalText: Sendable {
  package private(set) var fields: Fields

  /// The content of a new proposal.
  package init(proposer: Person, created: CalendarDate) {
    fields = Fields([
      Fields.Entry("proposer", .text(proposer.description)),
      Fields.Entry("created", .text(created.description)),
    ])
  }

  /// The content of one that is there, to be added to.
  package init(updating fields: Fields) { self.fields = fields }

  package mutating func set(_ changes: [Change]) {
    fields["changes"] = changes.isEmpty ? nil : .list(changes.map { .fields($0.fields) })
  }

  /// Adds comments that the proposal answers, which it may name already.
  package mutating func answer(_ comments: [Fields]) {
    var answers = fields.list("answers")
    for comment in comments.map(FieldValue.fields) where !answers.contains(comment) {
      answers.append(comment)
    }
    if !answers.isEmpty { fields["answers"] = .list(answers) }
  }

  /// Applies a request and its changes; returns what is wrong with the result.
  package mutating func set(
    _ request: ProposeRequest, changes: [Change], answering comments: [Fields] = []
  ) -> [Refusal] {
    var problems = request.emptyWords
    answer(comments)
    if let title = request.title { fields["title"] = .text(title) }
    if let rationale = request.rationale { fields["rationale"] = .text(rationale + "\n") }
    if !request.after.isEmpty { fields["after"] = .lines(request.after.map(String.init)) }
    var evidence = fields.list("evidence")
    for text in request.evidence {
      do throws(Refusal) {
        let item = try EvidenceText.fields(text)
        if !evidence.contains(.fields(item)) { evidence.append(.fields(item)) }
      } catch {
        problems.append(error)
      }
    }
    if !evidence.isEmpty { fields["evidence"] = .list(evidence) }
    set(changes)
    let judged = ProposalText.nature(of: changes)
    var nature = request.nature ?? fields.text("nature").flatMap(Nature.init) ?? judged
    // What was editorial and is changed further may be so no longer.
    if request.nature == nil, nature == .editorial { nature = judged }
    fields["nature"] = .text(nature.rawValue)
    fields = Schema.proposal.ordered(fields)
    return problems
      + Schema.proposal.problems(in: fields).map {
        Refusal(.usage, "\($0.path): \($0.message)", help: $0.help)
      }
  }

  /// Editorial where nothing but words changes, else an assessment.
  private static func nature(of changes: [Change]) -> Nature {
    let isEditorial = !changes.isEmpty && changes.allSatisfy(\.beyondEditorial.isEmpty)
    return isEditorial ? .editorial : .assessment
  }

  /// The folder's name behind the number: from the title, else from the first subject.
  package var slug: Identifier? {
    fields.text("title").flatMap { Identifier(slugOf: $0, maximumLength: 48) }
      ?? fields.list("changes").first?.fields?.entries.first?.value.text.flatMap(Identifier.init)
  }
}

/// Reads a piece of evidence as typed: `[KIND: ]TITLE <URL or REFERENCE>`.
package enum EvidenceText {
  package static func fields(_ text: String) throws(Refusal) -> Fields {
    var rest = text
    var kind = EvidenceKind.publication
    for named in EvidenceKind.allCases where text.hasPrefix(named.rawValue + ": ") {
      kind = named
      rest = String(text.dropFirst(named.rawValue.count + 2))
    }
    guard let open = rest.lastIndex(of: "<"), rest.hasSuffix(">") else {
      throw placeless(text)
    }
    let place = String(rest[rest.index(after: open)...].dropLast())
    guard !place.isBlank else { throw placeless(text) }
    var title = String(rest[..<open])
    while title.hasSuffix(" ") { title.removeLast() }
    var fields = Fields([
      Fields.Entry("title", .text(title)), Fields.Entry("kind", .text(kind.rawValue)),
    ])
    // Text between angle brackets is an address.
    let isLink =
      place.contains("://") || FieldKind.link.problems(in: .text(place), at: .root).isEmpty
    fields[isLink ? "url" : "reference"] = .text(place)
    let ordered = Schema.evidence.ordered(fields)
    let problems = Schema.evidence.problems(in: ordered).map {
      Refusal(.usage, "the evidence '\(text)': \($0.message)", help: $0.help)
    }
    if let refusal = Refusal(all: problems) { throw refusal }
    return ordered
  }

  private static func placeless(_ text: String) -> Refusal {
    Refusal(
      .usage, "the evidence '\(text)' does not say where to find it",
      help: [
        "write 'TITLE <URL>' or 'TITLE <REFERENCE>'",
        "a kind may stand before it: \(Vocabulary.evidenceKind.words.listed)",
      ])
  }
}
