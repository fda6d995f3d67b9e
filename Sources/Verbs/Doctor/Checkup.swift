package import Diagnostics

/// How all that this tool works with stands on this machine.
package struct Checkup: Sendable {
  package enum Subject: String, Sendable {
    case libgit2, libyaml, libzip, expat, xlsxwriter
    case git, portfolio, repository, identity, sharing, hooks
    case signing, reviews
  }

  package enum Standing: String, Sendable {
    case works
    /// Not there, and not needed by all.
    case absent
    /// Some verbs, or all, can't work.
    case fails
  }

  package struct Entry: Sendable {
    package let subject: Subject
    package let standing: Standing
    /// What was found, without a full stop.
    package let sentence: Hint
    /// What to type, a line each.
    package let help: [Hint]
  }

  package private(set) var entries: [Entry] = []

  /// Whether verbs can work: without a portfolio that can be found and read none does.
  package var isUsable: Bool {
    entries.contains { $0.subject == .portfolio && $0.standing == .works }
  }

  mutating func add(
    _ subject: Subject, _ standing: Standing, _ sentence: Hint, help: [Hint] = []
  ) {
    entries.append(Entry(subject: subject, standing: standing, sentence: sentence, help: help))
  }

  /// Adds what a refusal says.
  mutating func add(_ subject: Subject, _ standing: Standing, _ refusal: Refusal) {
    add(
      subject, standing, refusal.sentences.map(\.text).joined(separator: "; "),
      help: refusal.help)
  }
}
