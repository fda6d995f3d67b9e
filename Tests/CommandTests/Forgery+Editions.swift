import Foundation
import TestSupport
import Testing

/// What is done to editions, in the commit that makes one or to its tag.
extension Forgery {
  static let editions: [Forgery] = [
    forged("an edition with another stamp than its trailer", "audit-edition-forged") {
      try $0.edition.publish()
      try $0.session.reword("RSP-Edition: iso-21860-2027", "RSP-Edition: iso-21860-2028")
      try $0.retag()
    },
    forged(
      "an edition that skips what it follows", "audit-edition-forged", "audit-changelog-differs"
    ) {
      try $0.edition.publish()
      try $0.sandbox.edit(
        "Portfolio/portfolio.yml", "follows: ISO 21860:2020", "follows: ISO 21860:2019")
      try $0.remake()
    },
    forged("a changelog that is moved under another edition", "audit-changelog-differs") {
      try $0.edition.publish()
      try $0.sandbox.edit(
        Transcript.changelog, "## ISO 21860:2027 (since ISO 21860:2020)",
        "## ISO 21860:2027 (since ISO 21860:2019)")
      try $0.remake()
    },
    forged("a record that changes with an edition", "audit-change-smuggled") {
      try $0.edition.publish()
      try $0.sandbox.edit(Transcript.ucum, "tooling: moderate", "tooling: high")
      try $0.remake()
    },
    forged("a region that changes with an edition", "audit-edition-forged") {
      try $0.edition.publish()
      try $0.sandbox.edit("Portfolio/portfolio.yml", "label: Japan", "label: Nippon")
      try $0.remake()
    },
    forged("a draft that carries nothing", "audit-edition-forged") {
      try $0.sandbox.edit(
        "Portfolio/portfolio.yml",
        "    carried: [ihe-tce-as-published, snomed-rt-licence]\n", "")
      try $0.remake("fdis")
    },
    forged("an edition that names a proposal besides", "audit-edition-forged") {
      try $0.edition.publish()
      try $0.session.reword("RSP-Edition:", "RSP-Proposal: 1\nRSP-Edition:")
      try $0.retag()
    },
    forged("a moved tag", "audit-edition-forged") {
      try $0.edition.publish()
      try $0.sandbox.git("tag", "-f", "edition/iso-21860-2027", "HEAD~1")
    },
    forged("an edition that skips the history since the last one", "audit-edition-forged") {
      try $0.edition.publish()
      try $0.edition.cut("next", stage: "CD")
      let path = "Portfolio/portfolio.yml"
      let parent = try $0.sandbox.git("rev-parse", "HEAD~2").trimmingCharacters(in: .newlines)
      let text = try $0.sandbox.read(path)
      let forged = text.replacing(/base: [0-9a-f]{40}/, with: "base: \(parent)")
      try #require(forged != text, "\(text)")
      try $0.sandbox.write(forged, to: path)
      try $0.remake("next")
    },
    forged("an edition by its trailer alone", "audit-trailer-unfounded") {
      try $0.sandbox.git(
        "commit", "-q", "--allow-empty", "-m", "Publish\n\nRSP-Edition: iso-21860-2027")
    },
    forged("a stamp without a trailer", "audit-trailer-missing") {
      try $0.edition.publish()
      try $0.session.reword("\n\nRSP-Edition: iso-21860-2027", "")
      try $0.retag()
    },
    forged("an edition that is dated before its draft", "audit-edition-forged") {
      try $0.edition.publish()
      try $0.sandbox.edit(
        "Portfolio/portfolio.yml", "    date: 2026-11-23\n    draft:",
        "    date: 2026-11-22\n    draft:")
      try $0.remake()
    },
    forged("an edition cut by a plain member", "audit-edition-forged", committee: true) {
      try $0.ascribe(to: .reviewer)
      try $0.retag("fdis")
    },
    forged("an edition published by a plain member", "audit-edition-forged", committee: true) {
      try $0.edition.publish()
      try $0.ascribe(to: .reviewer)
      try $0.retag()
    },
    forged("an edition confirmed by an editor", "audit-edition-forged", committee: true) {
      try $0.edition.publish()
      try $0.edition.does("edition", "confirm")
      try $0.ascribe(to: .editor)
    },
    Forgery("a draft cut while a ballot is open", "audit-edition-forged", committee: true) {
      let ballot = BallotSession($0)
      try ballot.prepare()
      try $0.sandbox.git("checkout", "-q", "-b", "aside")
      try EditionSession(session: $0).cut()
      try $0.sandbox.git("checkout", "-q", "main")
      try ballot.open()
      try $0.sandbox.git("cherry-pick", "aside")
      try ForgedEdition(edition: EditionSession(session: $0)).retag("fdis")
    },
  ]

  /// A draft that was cut, and what a forger makes of it.
  private static func forged(
    _ name: String, _ rules: String..., committee: Bool = false,
    forge: @escaping @Sendable (ForgedEdition) throws -> Void
  ) -> Forgery {
    Forgery(name, rules: Set(rules), on: .accepted, committee: committee) {
      let edition = EditionSession(session: $0)
      try edition.cut()
      try forge(ForgedEdition(edition: edition))
    }
  }
}

/// An edition in the hands of a forger.
private struct ForgedEdition {
  let edition: EditionSession
  var session: Transcript { edition.session }
  var sandbox: Sandbox { edition.sandbox }

  /// Puts the worktree into the last commit, and the tag on it.
  func remake(_ name: String = "iso-21860-2027") throws {
    try session.amend()
    try retag(name)
  }

  /// Gives the last commit another author.
  func ascribe(to actor: Sandbox.Actor) throws { try session.ascribe(to: actor) }

  func retag(_ name: String = "iso-21860-2027") throws {
    try sandbox.git("tag", "-f", "-a", "-m", "An edition", "edition/\(name)", "HEAD")
  }
}
