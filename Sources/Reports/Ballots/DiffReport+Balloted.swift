import Diagnostics
package import PortfolioModel

/// The changes of proposals as a ballot names them.
extension DiffReport {
  /// Each change under the first proposal that makes it, with what it does in a line.
  package var balloted: [(change: Ballot.Change, what: String)] {
    let numbers = tableNumbers
    return input.proposals.flatMap { covered in
      part(of: covered).input.differences.enumerated().map { index, difference in
        (
          Ballot.Change(
            "\(covered.proposal.number).\(index + 1)",
            place: place(of: difference.subject, numbers),
            fingerprint: input.fingerprints[difference] ?? ""), what(difference)
        )
      }
    }
  }

  /// Each difference, where it is printed and what it is.
  package var places: [(place: String, what: String)] {
    let numbers = tableNumbers
    return input.differences.map { (place(of: $0.subject, numbers), what($0)) }
  }

  /// What the portfolio is with all proposals, and their titles by number.
  package var portfolioAfter: Portfolio { input.to }
  package var proposalTitles: [Int: String] {
    Dictionary(input.proposals.map { ($0.proposal.number, $0.proposal.title) }) { first, _ in first
    }
  }

  /// What the tables are called, by category or use case.
  private var tableNumbers: [String: String] {
    let tables = PrintedTable.all(of: input.from) + PrintedTable.all(of: input.to)
    return Dictionary(
      tables.map { ($0.id, $0.number.map { "Table \($0)" } ?? $0.name) },
      uniquingKeysWith: { $1 })
  }

  private func place(of subject: SubjectID, _ numbers: [String: String]) -> String {
    let name = subjectName(subject).oneLine
    switch subject.kind {
    case .standard:
      let table = input.category(of: subject.id).flatMap { numbers[$0.rawValue] }
      return table.map { "\($0), \(name)" } ?? name
    case .useCase: return numbers[subject.id.text].map { "\($0), \(name)" } ?? name
    case .override:
      let entry = input.to.overrides[subject.id] ?? input.from.overrides[subject.id]
      return "Ledger, \(entry?.phrase(ofStandards: input.name)?.oneLine ?? name)"
    case .member, .body: return "Committee, \(name)"
    case .criteria: return "Criteria"
    case .portfolio: return "Portfolio"
    }
  }

  /// What an entry of the ledger decides: "waives tooling (emerging) for NAME"
  private func decided(_ id: Identifier, in portfolio: Portfolio) -> String {
    guard let entry = portfolio.overrides[id] else { return "" }
    return decisions(entry).map { $0.map(\.text).joined() }.joined(separator: "; ")
  }

  /// What happens to an entry of the ledger as a whole; nil where a field of it changes.
  private func ledgerWords(_ difference: Difference) -> String? {
    let id = difference.subject.id
    switch difference.kind {
    case .add: return "new: \(decided(id, in: input.to))"
    case .remove: return "dropped: no longer \(decided(id, in: input.from))"
    case .confirm:
      let date = difference.to?.text
      let next = date == Override.nextEdition ? "with the next edition" : date.map { "by \($0)" }
      return "confirmed" + (next.map { ", to be reviewed again \($0)" } ?? "")
    case .set, .delist: return nil
    }
  }

  private func what(_ difference: Difference) -> String {
    if difference.subject.kind == .override, let what = ledgerWords(difference) { return what }
    func short(_ value: FieldValue?) -> String {
      guard let value else { return "none" }
      let words = words(value)
      let isLong = words.unicodeScalars.count > 160
      return isLong ? String(words.unicodeScalars.prefix(160)) + "…" : words
    }
    let field = difference.field.map { label(of: $0, difference.subject.kind) } ?? "it"
    switch difference.kind {
    case .add:
      let group = difference.to?.fields?.text("group")
      return difference.subject.kind == .standard && group != nil ? "new, \(group ?? "")" : "new"
    case .delist: return "delisted"
    case .remove: return "removed"
    case .confirm: return "\(field) confirmed as \(short(difference.to))"
    case .set where kind(difference) == .rename:
      // Names and ids stand as they are: a new id is not what the standard is called.
      func name(_ value: FieldValue?) -> String { value.map { $0.text ?? short($0) } ?? "none" }
      let isID = difference.field == Difference.idField
      return "\(field): \(name(difference.from)) → \(name(difference.to))"
        + (isID ? "; the name stays" : "")
    case .set:
      return "\(field): \(short(difference.from)) → \(short(difference.to))"
    }
  }
}
