package import Diagnostics

/// One fault of one commit of a history.
package struct AuditFinding: Hashable, Sendable {
  package let rule: RuleID
  /// 40 hexadecimal digits.
  package let commit: String
  /// The first line of the commit's message.
  package let title: String
  /// The path from the repository's root; nil where the commit as a whole is meant.
  package let path: String?
  /// A phrase in lower case, without a full stop.
  package let message: String
  /// What the reader can do, a line each.
  package let help: [Hint]
}
