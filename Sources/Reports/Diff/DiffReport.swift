import Diagnostics
import PortfolioModel

/// The reviewers' report: what changes, why, by which rule, with what consequences, and what is
/// still open.
package struct DiffReport {
  let input: DiffInput
  /// The proposals that cover each difference, found once.
  let covering: [Difference: [Int]]
  let wording: HintWording

  /// The name and version of the JSON form.
  static let schema = "rspmaint.diff/1"

  package init(_ input: DiffInput, wording: @escaping HintWording) {
    self.input = input
    self.wording = wording
    covering = input.proposalNumbers()
  }

  package var report: Report {
    var report = Report()
    head(&report)
    since(&report)
    guard !isEmpty else {
      open(&report)
      ledger(&report)
      return report
    }
    moves(&report)
    successions(&report)
    ratings(&report)
    listings(&report)
    fields(&report)
    overrides(&report)
    rest(&report)
    consequences(&report)
    open(&report)
    guard input.since == nil else { return report }
    pictures(&report)
    tables(&report)
    ledger(&report)
    return report
  }

  var isEmpty: Bool { input.differences.isEmpty }

  // MARK: - Entries

  /// What the report's filters and ticks know of a change, or of several that are one entry.
  func entry(_ kind: String, _ differences: [Difference]) -> ReportEntry {
    let standards = differences.filter { $0.subject.kind == .standard }.map(\.subject.id)
    let categories = Set(standards.compactMap(input.category)).map(\.rawValue)
    return ReportEntry(
      fingerprints: differences.compactMap { input.fingerprints[$0] }, kind: kind,
      categories: categories.sorted(),
      proposals: Set(differences.flatMap { covering[$0] ?? [] }).sorted(),
      standards: standards.reduce(into: []) { names, id in
        if !names.contains(id.text) { names.append(id.text) }
      })
  }

  /// Changes that do the same to several standards.
  struct Grouped {
    let first: Difference
    let all: [Difference]
    let names: String
  }

  func grouped(_ differences: [Difference]) -> [Grouped] {
    struct Likeness: Hashable {
      let field: String?
      let from: FieldValue?
      let to: FieldValue?
      let criterion: Span
    }
    var groups: [[Difference]] = []
    var places: [Likeness: Int] = [:]
    for difference in differences {
      let likeness = Likeness(
        field: difference.field, from: difference.from, to: difference.to,
        criterion: criterion(difference))
      if let place = places[likeness] {
        groups[place].append(difference)
      } else {
        places[likeness] = groups.count
        groups.append([difference])
      }
    }
    return groups.compactMap { group in
      group.first.map { first in
        Grouped(
          first: first, all: group,
          names: group.map { input.name(of: $0.subject.id) }.conjunction)
      }
    }
  }
}
