import TestSupport
import Testing

@Suite("Flags that nothing uses")
struct UnusedFlagTests {
  private static let words = ["--title", "T"] + Transcript.words
  private static let change = ["loinc", "--set", "clause=9"]

  /// Each with what is said of it.
  private static let calls: [(arguments: [String], says: String)] = [
    (
      change + ["--review-by", "2028-01-31"],
      "--review-by goes with --waive, --hold, --explain-move, --transitions or --confirm-override"
    ),
    (
      change + ["--reason", "R"],
      "--reason goes with --waive, --hold, --explain-move or --transitions"
    ),
    (
      change + ["--override-id", "x"],
      "--override-id goes with --waive, --hold, --explain-move or --transitions"
    ),
    (change + ["--text", "T"], "--text goes with --waive, --hold or --explain-move"),
    (change + ["--cites", "tooling"], "--cites goes with --waive, --hold or --explain-move"),
    (
      change + ["--explain-move", "loinc", "--text", "T", "--reason", "R"],
      "LOINC does not move: it stays preferred"
    ),
    (
      change + [
        "--explain-move", "loinc@emerging", "--reason", "R", "--review-by", "next-edition",
      ], "a move is explained in a footnote, which needs a text"
    ),
    (change + ["--origin", "O"], "--origin goes with --text"),
    (change + ["--clause", "C"], "--clause goes with --text"),
    (change + ["--paraphrase"], "--paraphrase goes with --text"),
    (change + ["--from", "due"], "--from goes with --hold"),
    (["--hold", "loinc"], "--hold goes with --from due or --from faded"),
    (change + ["--because", "B"], "--because goes with --delist"),
    (change + ["--replaced-by", "ucum"], "--replaced-by goes with --delist"),
    (["loinc", "--insert", "sdo=X", "--drop-regions"], "--drop-regions goes with --set"),
    (change + ["--drop-regions"], "'--drop-regions' does nothing here"),
    (change + ["--exception", "E"], "'--exception' does nothing here"),
    (["--set", "loinc:clause=9", "--exception", "E"], "'--exception' does nothing here"),
    (change + ["--continues", "loinc:icd-9"], "no change adds 'loinc'"),
    (["--set", "loinc:clause=9", "--place", "first"], "--place goes with the standard's ID"),
    (
      change + ["--transitions", "--review-by", "2028-01-31"],
      "'--transitions' does nothing here"
    ),
    (["ucum", "--set", "loinc:clause=9"], "nothing would change 'ucum'"),
  ]

  @Test("Are errors that say what they go with", arguments: calls.indices)
  func refused(index: Int) throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let (arguments, says) = UnusedFlagTests.calls[index]
    let outcome = try sandbox.rspmaint(["propose"] + arguments + UnusedFlagTests.words)
    #expect(outcome.code == 64, "\(outcome.out)")
    #expect(outcome.err.contains(says), "\(outcome.err)")
    #expect(!sandbox.exists("Proposals"))
  }

  @Test(
    "Are errors for edits too",
    arguments: [
      (["--because", "B"], "'--because' does nothing here"),
      (["--replaced-by", "ucum"], "'--replaced-by' does nothing here"),
      (["--exception", "E"], "'--exception' does nothing here"),
      (["--place", "first"], "--place goes with the standard's ID"),
    ])
  func edits(flags: [String], says: String) throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.edit("Portfolio/standards/data/loinc.yml", "tooling: moderate", "tooling: high")
    let outcome = try sandbox.rspmaint(
      ["propose", "--from-worktree"] + flags + UnusedFlagTests.words)
    #expect(outcome.code == 64, "\(outcome.out)")
    #expect(outcome.err.contains(says), "\(outcome.err)")
    #expect(!sandbox.exists("Proposals"))
  }

  @Test("Are none where a move by an id or by an edit uses the exception")
  func exception() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.rspmaint(
      ["propose", "--set", "loinc:group=emerging", "--exception", "By id."]
        + UnusedFlagTests.words
    ).expectDone()
    #expect(try sandbox.read("Proposals/0001-t/proposal.yml").contains("exception: By id."))
    try sandbox.edit("Portfolio/standards/data/loinc.yml", "group: preferred", "group: emerging")
    try sandbox.rspmaint(
      ["propose", "--from-worktree", "--exception", "By edit."] + UnusedFlagTests.words
    ).expectDone()
    #expect(try sandbox.read("Proposals/0002-t/proposal.yml").contains("exception: By edit."))
  }

  @Test("Are errors of reviews too: a key that is not to sign")
  func key() throws {
    let sandbox = try Template.approved.sandbox(committee: true)
    defer { sandbox.remove() }
    let outcome = try sandbox.rspmaint(
      ["review", "1", "--approve", "--no-sign", "--key", "id_ed25519"], as: .reviewer)
    #expect(outcome.code == 64, "\(outcome.out)")
    #expect(outcome.err.contains("--key goes without --no-sign"), "\(outcome.err)")
    #expect(try sandbox.git("status", "--porcelain") == "")
  }
}
