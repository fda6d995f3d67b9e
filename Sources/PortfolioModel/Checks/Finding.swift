package import Diagnostics

/// What a finding is about; a file of the portfolio or of a proposal.
package enum Subject: Hashable, Sendable {
  case portfolio, criteria, committee
  case standard(Identifier)
  case delisted(Identifier)
  case override(Identifier)
  case useCase(Identifier)
  case proposal(Int)
  case state(Int)
  case review(Int, file: String)
}

/// A finding before its place in a file is known: a subject, and a path in it.
package struct Finding: Hashable, Sendable {
  package let rule: RuleID
  package let severity: Severity
  package let subject: Subject
  package let path: FieldPath
  /// Whether the key, not the value, is the place.
  package let isAboutKey: Bool
  package let standard: Identifier?
  package let message: String
  package let help: [String]

  package init(
    _ rule: RuleID, severity: Severity? = nil, _ subject: Subject, _ path: FieldPath = .root,
    key: Bool = false, standard: Identifier? = nil, _ message: String, help: [String] = []
  ) {
    self.rule = rule
    self.severity = severity ?? rule.severity
    self.subject = subject
    self.path = path
    self.isAboutKey = key
    if case .standard(let id) = subject, standard == nil {
      self.standard = id
    } else {
      self.standard = standard
    }
    self.message = message
    self.help = help
  }

  package init(_ problem: SchemaProblem, in subject: Subject) {
    self.init(
      problem.rule, subject, problem.path, key: problem.isAboutKey, problem.message,
      help: problem.help)
  }

  /// The same finding with another severity.
  package func with(severity: Severity) -> Finding {
    Finding(
      rule, severity: severity, subject, path, key: isAboutKey, standard: standard, message,
      help: help)
  }
}
