/// One finding: its rule and place, what is wrong, and what to do about it.
package struct Diagnostic: Hashable, Sendable {
  package let rule: RuleID
  package let severity: Severity
  package let location: SourceLocation
  /// The id of the standard that the finding is about, where there is one.
  package let standard: String?
  /// A phrase in lower case, without a full stop.
  package let message: String
  /// What the reader can do, a line each.
  package let help: [Hint]

  package init(
    _ rule: RuleID, severity: Severity? = nil, at location: SourceLocation,
    standard: String? = nil, _ message: String, help: [Hint] = []
  ) {
    self.rule = rule
    self.severity = severity ?? rule.severity
    self.location = location
    self.standard = standard
    self.message = message
    self.help = help
  }
}

extension Diagnostic {
  fileprivate var sortText: String {
    [message, severity.rawValue, standard ?? ""].joined(separator: "\0")
  }

  /// Tells findings apart that differ in nothing but their help; slow, and hardly ever needed.
  fileprivate var sortHelp: String { help.map { String(describing: $0.parts) }.joined() }
}

extension [Diagnostic] {
  /// The findings sorted by place, then by rule and message, without repetitions; the same input
  /// always gives the same order.
  package func inOrder() -> [Diagnostic] {
    Array(Set(self)).sorted { lhs, rhs in
      if lhs.location != rhs.location { return lhs.location < rhs.location }
      if lhs.rule != rhs.rule { return lhs.rule.rawValue < rhs.rule.rawValue }
      var (left, right) = (lhs.sortText, rhs.sortText)
      if left.utf8.elementsEqual(right.utf8) { (left, right) = (lhs.sortHelp, rhs.sortHelp) }
      return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
  }

  package func count(_ severity: Severity) -> Int { count { $0.severity == severity } }

  /// The findings that an earlier run did not have. Rule, file and message tell findings apart, and
  /// how often they occur; where in the file they stand does not.
  package func new(since earlier: [Diagnostic]) -> [Diagnostic] {
    func key(_ finding: Diagnostic) -> [UInt8] {
      [UInt8]("\(finding.rule.rawValue)\0\(finding.location.path)\0\(finding.message)".utf8)
    }
    var known: [[UInt8]: Int] = [:]
    for finding in earlier { known[key(finding), default: 0] += 1 }
    return filter { finding in
      guard let left = known[key(finding)], left > 0 else { return true }
      known[key(finding)] = left - 1
      return false
    }
  }
}
