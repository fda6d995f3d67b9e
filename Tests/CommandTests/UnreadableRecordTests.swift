import TestSupport
import Testing

@Suite("Advice where something can't be read or typed")
struct UnreadableRecordTests {
  private static let words = ["--title", "T"] + Transcript.words
  private static let loinc = "Portfolio/standards/data/loinc.yml"

  @Test(
    "Says that a record can't be read, never that it is not there",
    arguments: [
      ["show", "loinc"], ["explain", "loinc"], ["history", "loinc"],
      ["propose", "loinc", "--set", "clause=9"], ["propose", "--set", "loinc:clause=9"],
      ["propose", "--delist", "loinc", "--because", "B"],
    ])
  func unread(arguments: [String]) throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.write("brief-name: [LOINC\n", to: UnreadableRecordTests.loinc)
    let isProposal = arguments[0] == "propose"
    let outcome = try sandbox.rspmaint(arguments + (isProposal ? UnreadableRecordTests.words : []))
    #expect(outcome.code == 65, "\(outcome.out)")
    #expect(outcome.err.contains("the record of 'loinc' can't be read"), "\(outcome.err)")
    #expect(outcome.err.contains("\(UnreadableRecordTests.loinc): "), "\(outcome.err)")
    #expect(!outcome.err.contains("not in the portfolio"), "\(outcome.err)")
  }

  @Test(
    "Restores what can't be read in the worktree when a commit asks for it",
    arguments: [("state.yml", "status: opened\n"), ("proposal.yml", "title: [a\n")])
  func worktree(file: String, text: String) throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    let path = Transcript.folder + "/" + file
    try sandbox.write(text, to: path)
    let outcome = try sandbox.rspmaint(["commit", "1"])
    #expect(outcome.code == 65, "\(outcome.err)")
    #expect(
      outcome.err.contains("files of proposal 0001 can't be read in the worktree: \(path)"),
      "\(outcome.err)")
    #expect(!outcome.err.contains("git add"), "\(outcome.err)")
    try sandbox.shell(outcome.command(1))
    #expect(try sandbox.git("status", "--porcelain") == "")
    try sandbox.rspmaint(["commit", "1"]).expectDone()
  }

  @Test(
    "A report names the few records that it leaves out, and counts many",
    arguments: [
      (1, "loinc can't be read, so the report leaves it out"),
      (2, "loinc and ucum can't be read, so the report leaves them out"),
      (6, "6 records can't be read, so the report leaves them out"),
    ])
  func leftOut(count: Int, words: String) throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let names = ["loinc", "ucum", "icd-9", "icd-10", "icd-11", "udi"]
    for name in names.prefix(count) {
      try sandbox.write("brief-name: [X\n", to: "Portfolio/standards/data/\(name).yml")
    }
    let outcome = try sandbox.rspmaint(["diff", "--format", "json"])
    #expect(outcome.out.contains(words), "\(outcome.out)")
  }

  @Test("Says what a merge has left in a record")
  func conflict() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.edit(
      UnreadableRecordTests.loinc, "group: preferred\n",
      "<<<<<<< HEAD\ngroup: preferred\n=======\ngroup: legacy\n>>>>>>> other\n")
    let outcome = try sandbox.rspmaint(["validate"])
    #expect(outcome.code == 1)
    #expect(outcome.out.contains("[conflict-markers]"), "\(outcome.out)")
    #expect(outcome.out.contains("take out the lines '<<<<<<<'"), "\(outcome.out)")
    #expect(!outcome.out.contains("[yaml-syntax]"), "\(outcome.out)")
  }

  /// Each with what is said of it, and what is not.
  private static let calls: [(arguments: [String], says: String, never: String)] = [
    (
      ["loinc", "--set", "sdo=[a'"], "its brackets, braces or quotes do not fit together",
      "while parsing"
    ),
    (
      ["icd-10", "--set", "assessment.site-deployment.regions.us=high"],
      "assessment.site-deployment.regions.us of ICD-10 is high already", "--confirm assessment"
    ),
    (
      ["loinc", "--set", "assessment.maturity.note=x"],
      "--set 'maturity={regions: {REGION: LEVEL, elsewhere: LEVEL}}'",
      "'--set maturity"
    ),
    (
      ["icd-10", "--set", "conforms-to=ICD 9"],
      "this one in place of all: --set 'conforms-to.any-of=[ICD 9]'", "'--set conforms-to"
    ),
    (
      ["--set", "scope=two words"], "rspmaint propose ID --set 'scope=two words'",
      "--set scope"
    ),
  ]

  @Test("Says what to type as the shell takes it", arguments: calls.indices)
  func typed(index: Int) throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let (arguments, says, never) = UnreadableRecordTests.calls[index]
    let outcome = try sandbox.rspmaint(["propose"] + arguments + UnreadableRecordTests.words)
    #expect(outcome.code != 0)
    #expect(outcome.err.contains(says), "\(outcome.err)")
    #expect(!outcome.err.contains(never), "\(outcome.err)")
  }

  @Test("Cuts a title that is longer than a reader needs")
  func title() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    let day = ["--as-of", "2026-11-23"]
    let title = String(repeating: "long ", count: 12_000) + "end"
    let written = try sandbox.rspmaint(["propose", "--update", "1", "--title", title] + day)
    written.expectDone()
    let reviewed = try sandbox.rspmaint(["review", "1", "--approve"] + day, as: .reviewer)
    reviewed.expectDone()
    try sandbox.rspmaint(["review", "1", "--approve"] + day, as: .second).expectDone()
    let committed = try sandbox.rspmaint(["commit", "1"] + day)
    committed.expectDone()
    for outcome in [written, reviewed, committed] {
      #expect(outcome.out.utf8.count < 3_000, "\(outcome.out.prefix(300))")
    }
  }
}
