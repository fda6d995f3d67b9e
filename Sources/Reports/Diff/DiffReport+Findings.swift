import Diagnostics
import PortfolioModel

/// Findings in a reader's words: names instead of ids, labels instead of paths, values as reports
/// tell them.
extension DiffReport {
  /// A finding in a reader's words; where it stands in a file is what 'validate' says.
  func finding(_ diagnostic: Diagnostic) -> Report.Item {
    let role: Role =
      switch diagnostic.severity {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    let number = number(of: diagnostic)
    let standard = diagnostic.standard.flatMap { Identifier($0) }
    let about =
      number.map(Proposal.label) ?? standard.map(input.name)
      ?? subject(at: diagnostic.location.path) ?? diagnostic.location.text
    return Report.Item(
      entry: ReportEntry(
        fingerprints: [], kind: "finding",
        categories: standard.flatMap(input.category).map { [$0.rawValue] } ?? [],
        proposals: number.map { [$0] } ?? [], standards: diagnostic.standard.map { [$0] } ?? []),
      spans: [
        Span(diagnostic.severity.rawValue.capitalisedFirst, role), Span(", \(about): "),
        Span(message(diagnostic, number)), Span(" [\(diagnostic.rule.rawValue)]", .dim),
      ]
        + (input.asked == nil ? diagnostic.help : []).flatMap {
          [Span("\n"), Span("help: ", .dim), Span(wording($0))]
        })
  }

  /// The proposal that a finding is about.
  func number(of finding: Diagnostic) -> Int? {
    let steps = finding.location.path.split(separator: "/").map(String.init)
    guard let folder = steps.firstIndex(of: "Proposals"), steps.indices.contains(folder + 1) else {
      return nil
    }
    return Proposal.number(ofFolder: steps[folder + 1])
  }

  /// What a reader calls the subject of a file.
  private func subject(at path: String) -> String? {
    let steps = path.split(separator: "/").map(String.init)
    guard let file = steps.last, file.hasSuffix(".yml"),
      let portfolio = steps.firstIndex(of: "Portfolio")
    else { return nil }
    let stem = String(file.dropLast(".yml".count))
    switch (steps.count - portfolio, steps[portfolio + 1], Identifier(stem)) {
    case (2, "criteria.yml", _): return "the criteria"
    case (2, "committee.yml", _): return "the committee"
    case (2, _, _): return "the portfolio's description"
    case (_, "standards", let id?): return input.name(of: id)
    case (_, "use-cases", let id?): return subjectName(SubjectID(.useCase, id))
    case (_, "overrides", _): return "override \(stem)"
    default: return nil
    }
  }

  /// The sentence of a finding; what it quotes of a proposal's changes is told as the report tells it.
  private func message(_ finding: Diagnostic, _ number: Int?) -> String {
    let covered = input.proposals.first { $0.proposal.number == number }
    var sentence = finding.message
    for quotation in covered.map(quotations) ?? [] {
      sentence = sentence.replacing(quotation.quoted, with: quotation.words)
    }
    return inWords(sentence)
  }

  /// What a finding may quote of a proposal's changes, longest first, and the words for it.
  private func quotations(_ covered: DiffInput.Covered) -> [(quoted: String, words: String)] {
    let pairs = covered.proposal.changes.flatMap { change -> [(quoted: String, words: String)] in
      guard case .set(let fields) = change.action else { return [] }
      return fields.flatMap { field in
        let path = FieldAddress(change.subject.kind).reach(of: field.field)
        let current = [input.from, input.to].compactMap {
          $0.fields(of: change.subject)?.value(at: path)
        }
        let values = current + [field.from, field.to].compactMap { $0 } + field.insert + field.drop
        return [(quoted: "'\(field.field)'", words: label(of: field.field, change.subject.kind))]
          + values.filter { $0.text == nil }.map { (quoted: $0.inline, words: words($0)) }
      }
    }
    return pairs.sorted { $0.quoted.utf8.count > $1.quoted.utf8.count }
  }

  /// A sentence of the rules with criteria by their labels and standards by their brief names.
  func inWords(_ sentence: String) -> String {
    let marks = Set(",;:.'".utf8)
    var isOverride = false
    return sentence.split(separator: " ", omittingEmptySubsequences: false).map { token in
      let isOwnName = isOverride
      isOverride = token == "override"
      let isQuoted = token.hasPrefix("'")
      let text = isQuoted ? token.dropFirst() : token
      let end = text.utf8.reversed().prefix { marks.contains($0) }.count
      let name = String(decoding: text.utf8.dropLast(end), as: UTF8.self)
      guard !isOwnName, let word = criterionLabels[name] ?? Identifier(name).flatMap(knownName)
      else {
        return String(token)
      }
      return word
        + String(decoding: text.utf8.suffix(end).drop { isQuoted && $0 == 0x27 }, as: UTF8.self)
    }.joined(separator: " ")
  }
}
