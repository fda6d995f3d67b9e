/// The findings on one file: the first hundred in full, and the number of the others for each rule.
///
/// A file may have more faults than anyone reads, or than fit into memory. One finding counts those
/// that are left out; its severity is the highest of theirs.
package struct FindingList: Sendable {
  /// The most findings on one file that are shown in full.
  package static let limit = 100

  private var shown: [Diagnostic] = []
  private var more: [RuleID: Int] = [:]
  private var worst = Severity.note
  private var place: SourceLocation?

  package init() {}

  package var isEmpty: Bool { shown.isEmpty }

  package var first: Diagnostic? { shown.first }

  /// Every rule that was broken, whether shown or not.
  package var rules: Set<RuleID> { Set(shown.map(\.rule)).union(more.keys) }

  /// Adds a finding; its texts are only computed where it is shown.
  package mutating func report(
    _ rule: RuleID, severity: Severity? = nil, at location: @autoclosure () -> SourceLocation,
    standard: String? = nil, _ message: @autoclosure () -> String,
    help: @autoclosure () -> [Hint] = []
  ) {
    if shown.count < FindingList.limit {
      shown.append(
        Diagnostic(
          rule, severity: severity, at: location(), standard: standard, message(), help: help()))
    } else {
      if place == nil { place = location() }
      leaveOut(rule, severity ?? rule.severity, 1)
    }
  }

  /// Adds the findings of another list on the same file.
  package mutating func append(_ other: FindingList) {
    for finding in other.shown { append(finding) }
    for (rule, count) in other.more { leaveOut(rule, other.worst, count) }
    place = place ?? other.place
  }

  package mutating func append(_ finding: Diagnostic) {
    report(
      finding.rule, severity: finding.severity, at: finding.location, standard: finding.standard,
      finding.message, help: finding.help)
  }

  private mutating func leaveOut(_ rule: RuleID, _ severity: Severity, _ count: Int) {
    more[rule, default: 0] += count
    worst = max(worst, severity)
  }

  /// The findings that are shown and, where there are more, one finding that counts those by rule.
  package var diagnostics: [Diagnostic] {
    guard let place else { return shown }
    let counts = more.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
    let total = counts.reduce(0) { $0 + $1.value }
    return shown + [
      Diagnostic(
        .moreFindings, severity: worst, at: place,
        "\(total.counted("more finding")) in this file: "
          + counts.map { "\($0.value) \($0.key.rawValue)" }.joined(separator: ", "),
        help: ["mend what is shown, and run it again"])
    ]
  }
}
