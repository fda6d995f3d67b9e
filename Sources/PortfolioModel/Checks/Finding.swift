package import Diagnostics

/// The file of the portfolio, of a proposal, a ballot or a survey that a finding is about.
package enum Subject: Hashable, Sendable {
  case portfolio, criteria, committee
  case standard(Identifier)
  case delisted(Identifier)
  case override(Identifier)
  case useCase(Identifier)
  case proposal(Int)
  case state(Int)
  case review(Int, file: String)
  case ballot(Identifier)
  case ballotResult(Identifier)
  /// What came from a body, or is answered to it.
  case receipts(Identifier, body: Identifier)
  case replies(Identifier, body: Identifier)
  case dispositions(Identifier, body: Identifier)
  case survey(Identifier)
  /// What came from an expert in a round, by pseudonym.
  case response(Identifier, round: Int, expert: Identifier)
}

/// A finding before its place in a file is known: it has a subject and a path in it.
///
/// The help is computed when it is read, and is not compared.
package struct Finding: Sendable {
  package let rule: RuleID
  package let severity: Severity
  package let subject: Subject
  package let path: FieldPath
  /// Whether the finding's place is the key, not the value.
  package let isAboutKey: Bool
  package let standard: Identifier?
  package let message: String
  private let advice: @Sendable () -> [Hint]

  package init(
    _ rule: RuleID, severity: Severity? = nil, _ subject: Subject, _ path: FieldPath = .root,
    key: Bool = false, standard: Identifier? = nil, _ message: String,
    help: @autoclosure @escaping @Sendable () -> [Hint] = []
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
    advice = help
  }

  package init(_ problem: SchemaProblem, in subject: Subject) {
    self.init(
      problem.rule, subject, problem.path, key: problem.isAboutKey, problem.message,
      help: problem.help)
  }

  package var help: [Hint] { advice() }

  /// The same finding with another severity.
  package func with(severity: Severity) -> Finding {
    Finding(
      rule, severity: severity, subject, path, key: isAboutKey, standard: standard, message,
      help: help)
  }
}

extension Finding: Hashable {
  package static func == (lhs: Finding, rhs: Finding) -> Bool {
    lhs.rule == rhs.rule && lhs.severity == rhs.severity && lhs.subject == rhs.subject
      && lhs.path == rhs.path && lhs.isAboutKey == rhs.isAboutKey && lhs.standard == rhs.standard
      && lhs.message.hasSameBytes(as: rhs.message)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(rule)
    hasher.combine(severity)
    hasher.combine(subject)
    hasher.combine(path)
    hasher.combine(isAboutKey)
    hasher.combine(message)
  }
}
