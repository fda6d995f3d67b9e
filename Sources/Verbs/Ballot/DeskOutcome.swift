package import Diagnostics
package import Store

/// What a step of a ballot or a survey did.
package struct DeskOutcome: Sendable {
  /// What happened, a sentence each.
  package let sentences: [Hint]
  /// What is wrong in forms that came in, a sentence each, with the place.
  package let findings: [String]
  /// Nil where nothing had to be written.
  package let written: Written?

  package init(_ sentences: [Hint], findings: [String] = [], written: Written?) {
    (self.sentences, self.findings, self.written) = (sentences, findings, written)
  }
}
