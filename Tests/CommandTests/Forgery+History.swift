import Foundation
import TestSupport
import Testing

extension Transcript {
  /// The commit by which the verb would accept a proposal if nothing had been done before it: made
  /// on a history of two commits, the second of which gives the state as the chair's, and put on
  /// top of the real one.
  ///
  /// - Parameter twin: A file that has other words meanwhile, so that the verb takes the proposal.
  func graftAcceptance(_ number: Int = 1, twin: String? = nil) throws {
    func id(_ name: String) throws -> String {
      try sandbox.git("rev-parse", name).trimmingCharacters(in: .newlines)
    }
    let tip = try id("HEAD")
    let state =
      try sandbox.git("ls-files", "Proposals/000\(number)-*/state.yml")
      .trimmingCharacters(in: .newlines)
    try sandbox.git("switch", "-q", "--orphan", "squashed")
    try sandbox.git("checkout", "-q", tip, "--", ".")
    let settled = try sandbox.read(state)
    try sandbox.write("status: open\n", to: state)
    if let twin { try sandbox.edit(twin, "The reasons", "Reasons") }
    try commitAll("Squash", as: .stranger)
    try sandbox.write(settled, to: state)
    if settled != "status: open\n" { try commitAll("Settle", as: .chair) }
    let outcome = try run("commit", String(number))
    try #require(outcome.code == 0, "\(outcome.err)")
    if let twin {
      try sandbox.git("checkout", "-q", tip, "--", twin)
      try amend()
    }
    let message = try sandbox.git("log", "-1", "--format=%B").trimmingCharacters(in: .newlines)
    let commit = try sandbox.start(
      "/usr/bin/git", ["commit-tree", id("HEAD^{tree}"), "-p", tip], .editor, input: message + "\n")
    try sandbox.git("switch", "-q", "main")
    try sandbox.git("reset", "-q", "--hard", commit.out.trimmingCharacters(in: .newlines))
  }

  /// The id of the first commit.
  var root: String {
    get throws {
      try sandbox.git("rev-list", "--max-parents=0", "HEAD").trimmingCharacters(in: .newlines)
    }
  }

  func close(_ status: String, by actor: Sandbox.Actor) throws {
    let closing = "closed: {date: 2026-11-23, by: \(actor.rawValue), because: No.}\n"
    try sandbox.write("status: \(status)\n" + closing, to: Transcript.folder + "/state.yml")
  }

  static func review(of actor: Sandbox.Actor) -> String {
    let stem = actor.name.lowercased().replacingOccurrences(of: " ", with: "-")
    return "\(folder)/reviews/\(stem).yml"
  }
}

/// Acceptances that look right by their first parent, and are wrong by the history before it.
extension Forgery {
  static let histories: [Forgery] = [
    Forgery("a start that an edition's tag would move past a forgery", "audit-trailer-missing") {
      let start = try $0.sandbox.id("HEAD")
      try $0.sandbox.edit(Transcript.ucum, "tooling: moderate", "tooling: high")
      try $0.commitAll("Tidy up")
      try $0.sandbox.git("tag", "edition/" + start)
    },
    Forgery(
      "an approval restored over an objection of the same day", "review-restored",
      "audit-not-reviewed", on: .approved, committee: true
    ) {
      let older = try $0.sandbox.read(Transcript.review(of: .reviewer))
      try $0.run("review", "1", "--object", "--comment", "No.", as: .reviewer)
      try $0.sandbox.write(older, to: Transcript.review(of: .reviewer))
      try $0.commitAll("Restore", as: .stranger)
      try $0.graftAcceptance()
    },
    Forgery(
      "an objection lost where two sides were merged", "review-deleted", "audit-not-reviewed",
      on: .approved, committee: true
    ) { session in
      try session.branch("side") {
        try session.run("review", "1", "--object", "--comment", "No.", as: .chair)
      }
      try session.sandbox.git("merge", "-q", "-s", "ours", "--no-ff", "-m", "Merge side", "side")
      try session.graftAcceptance()
    },
    Forgery(
      "an objection settled in the chair's name", "resolution-not-allowed", "audit-not-reviewed",
      on: .approved, committee: true
    ) {
      try $0.run("review", "1", "--object", "--comment", "No.", as: .chair)
      try $0.append(
        "resolved:\n  - {reviewer: cleo-chair, by: cleo-chair, date: 2026-11-23, because: Heard.}\n",
        to: Transcript.folder + "/state.yml")
      try $0.commitAll("Settle", as: .stranger)
      try $0.graftAcceptance()
    },
    Forgery(
      "a forged settlement that the chair later passes by", "resolution-not-allowed",
      "audit-not-reviewed", on: .approved, committee: true
    ) {
      try $0.run("review", "1", "--object", "--comment", "No.", as: .reviewer)
      try $0.append(
        "resolved:\n  - {reviewer: rune-reviewer, by: cleo-chair, date: 2026-11-23, because: B.}\n",
        to: Transcript.folder + "/state.yml")
      try $0.commitAll("Settle", as: .stranger)
      try $0.approve(1, by: .chair)
      try $0.graftAcceptance()
    },
    Forgery(
      "a rejection in the chair's name", "closing-not-allowed", on: .approved, committee: true
    ) {
      try $0.close("rejected", by: .chair)
      try $0.commitAll("Reject", as: .stranger)
    },
    Forgery("a withdrawal after a change of the proposer", "closing-not-allowed", on: .approved) {
      try $0.sandbox.edit(
        Transcript.folder + "/proposal.yml", Sandbox.Actor.editor.rawValue,
        Sandbox.Actor.stranger.rawValue)
      try $0.commitAll("Take over", as: .stranger)
      try $0.close("withdrawn", by: .stranger)
      try $0.commitAll("Withdraw", as: .stranger)
    },
    Forgery(
      "reviews replayed by a copy of the proposal", "audit-not-reviewed", on: .accepted,
      committee: true
    ) {
      try $0.propose("Take it back", ["loinc", "--set", "tooling=moderate"])
      try $0.approve(2, by: .reviewer, .second)
      try $0.run("commit", "2")
      let copy = "Proposals/0003-loinc-to-high"
      try $0.sandbox.copy(Transcript.folder, to: copy)
      try $0.sandbox.write("status: open\n", to: copy + "/state.yml")
      try $0.commitAll("Propose it again", as: .stranger)
      try $0.graftAcceptance(3, twin: Transcript.folder + "/proposal.yml")
    },
    Forgery("a proposer's approval under another number", "audit-not-reviewed") {
      try $0.propose("LOINC to high", ["loinc", "--set", "tooling=high"], as: .reviewer)
      let folder = "Proposals/0002-loinc-to-high"
      try $0.sandbox.git("mv", Transcript.folder, folder)
      try $0.sandbox.edit(
        folder + "/proposal.yml", Sandbox.Actor.reviewer.rawValue, Sandbox.Actor.editor.rawValue)
      try $0.commitAll("Renumber")
      let content = try $0.sandbox.git("hash-object", folder + "/proposal.yml")
      try $0.sandbox.write(
        "reviewer: \(Sandbox.Actor.reviewer.rawValue)\ndate: 2026-11-23\nverdict: approve\n"
          + "content: \(content)", to: folder + "/reviews/rune-north-example-8d86ab40.yml")
      try $0.commitAll("Approve")
      try $0.graftAcceptance(2)
    },
    Forgery(
      "a rejection on a branch from before the first proposal", "closing-not-allowed",
      on: .approved,
      committee: true
    ) { session in
      try session.sandbox.git("switch", "-q", "-c", "side", try session.root)
      try session.sandbox.git("checkout", "-q", "main", "--", "Proposals")
      try session.close("rejected", by: .chair)
      try session.commitAll("Reject", as: .stranger)
      try session.sandbox.git("switch", "-q", "main")
      try session.sandbox.git("merge", "-q", "-X", "theirs", "-m", "Merge side", "side")
    },
    Forgery(
      "a rejection from a history of its own", "closing-not-allowed", on: .approved,
      committee: true
    ) { session in
      try session.sandbox.git("switch", "-q", "--orphan", "side")
      try session.sandbox.git("checkout", "-q", "main", "--", "Proposals")
      try session.close("rejected", by: .chair)
      try session.commitAll("Reject", as: .stranger)
      try session.sandbox.git("switch", "-q", "main")
      try session.sandbox.git(
        "merge", "-q", "--allow-unrelated-histories", "-X", "theirs", "-m", "Merge side", "side")
    },
    Forgery(
      "an acceptance merged over an objection", "closing-not-allowed", on: .approved,
      committee: true
    ) { session in
      try session.branch("side") { try session.run("commit", "1") }
      try session.run("review", "1", "--object", "--comment", "No.", as: .chair)
      try session.sandbox.git("merge", "-q", "--no-ff", "-m", "Merge side", "side")
    },
    Forgery(
      "an acceptance merged under a rejection", "closing-not-allowed", on: .approved,
      committee: true
    ) { session in
      try session.branch("side") { try session.run("commit", "1") }
      try session.run("reject", "1", "--because", "No.", as: .chair)
      try session.sandbox.git("merge", "-q", "--no-ff", "-X", "ours", "-m", "Merge side", "side")
    },
  ]
}
