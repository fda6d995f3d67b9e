import Diagnostics
import PortfolioModel

/// The reviewers' report, built around proposals: what they are and where they stand, then each with
/// what it changes, then what all of them do together.
package struct DiffReport {
  private(set) var input: DiffInput
  /// The proposals that cover each difference, found once.
  let covering: [Difference: [Int]]
  /// By standard, the proposals that change something of it.
  private let numbers: [Identifier: Set<Int>]
  /// Whether there is so much to tell that what stands behind it is folded.
  let isLong: Bool
  /// Whether it is shown as text only, so that what can only be drawn or unfolded is not made.
  let isPlain: Bool
  let wording: HintWording
  let before: Judge
  let after: Judge
  /// What a reader calls each criterion, by its full name.
  let criterionLabels: [String: String]

  /// The name and version of the JSON form.
  static let schema = "rspmaint.diff/2"

  package init(_ input: DiffInput, isPlain: Bool = false, wording: @escaping HintWording) {
    self.input = input
    self.isPlain = isPlain
    isLong = input.differences.count > 20
    self.wording = wording
    covering = input.proposalNumbers()
    numbers = covering.reduce(into: [:]) { numbers, change in
      guard change.key.subject.kind == .standard else { return }
      numbers[change.key.subject.id, default: []].formUnion(change.value)
    }
    before = Judge(input.from)
    after = Judge(input.to)
    let criteria = Group.allCases.flatMap {
      input.from.criteria.criteria(of: $0, nil) + input.to.criteria.criteria(of: $0, nil)
    }
    criterionLabels = Dictionary(criteria.map { ($0.fullName, $0.label) }) { first, _ in first }
  }

  /// The part of a report that tells some of its differences.
  init(_ whole: DiffReport, only differences: [Difference]) {
    input = whole.input.narrowed(to: differences)
    (covering, numbers, isLong) = (whole.covering, whole.numbers, whole.isLong)
    (wording, isPlain) = (whole.wording, whole.isPlain)
    (before, after, criterionLabels) = (whole.before, whole.after, whole.criterionLabels)
  }

  /// The same report in the words of voters, to whom it goes.
  package func asking(_ asked: AskedVote) -> DiffReport {
    var report = self
    report.input.asked = asked
    return report
  }

  package var report: Report {
    var report = Report()
    head(&report)
    since(&report)
    proposals(&report)
    together(&report)
    return report
  }

  /// What the changes do together: what follows, what is open, what prints otherwise.
  private func together(_ report: inout Report) {
    if !isEmpty, !input.isFromNothing { consequences(&report) }
    open(&report)
    guard input.since == nil else { return }
    if !isEmpty {
      tables(&report)
      pictures(&report)
    }
    if !input.isFromNothing { ledger(&report) }
  }

  var isEmpty: Bool { input.differences.isEmpty }

  // MARK: - Entries

  /// What the report's filters and ticks know of a change, or of several that are one entry.
  func entry(_ differences: [Difference]) -> ReportEntry {
    let standards = differences.filter { $0.subject.kind == .standard }.map(\.subject.id)
    let categories = Set(standards.compactMap(input.category)).map(\.rawValue)
    return ReportEntry(
      fingerprints: differences.compactMap { input.fingerprints[$0] },
      kind: differences.first.map(kind)?.rawValue ?? "", categories: categories.sorted(),
      proposals: Set(differences.flatMap { covering[$0] ?? [] }).sorted(),
      standards: standards.map(\.text).unique)
  }

  /// What the filters know of something that is told of standards and is no change.
  func entry(telling kind: String, of standards: [Identifier]) -> ReportEntry {
    ReportEntry(
      fingerprints: [], kind: kind,
      categories: Set(standards.compactMap(input.category)).map(\.rawValue).sorted(),
      proposals: standards.reduce(into: Set<Int>()) { $0.formUnion(numbers[$1] ?? []) }.sorted(),
      standards: standards.map(\.text).unique)
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
      let criterion: [Span]
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
