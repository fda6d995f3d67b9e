import Foundation
import TestSupport
import Testing

@Suite("Commands that the tool tells to type")
struct AdviceTests {
  private static let propose =
    ["propose", "udi", "--confirm", "tooling", "--title", "Confirm", "--no-save"]
    + Transcript.words

  /// Runs the binary in a folder, as a user who stands there.
  func run(
    _ arguments: [String], in folder: String, _ sandbox: Sandbox, as actor: Sandbox.Actor = .editor,
    _ more: [String: String] = [:]
  ) throws -> Sandbox.Outcome {
    try sandbox.start(
      "/bin/sh", ["-c", "cd \"$0\" && exec '\(Sandbox.binary)' \"$@\"", folder] + arguments, actor,
      input: nil, more)
  }

  /// Runs a line of help in the same folder.
  func type(
    _ outcome: Sandbox.Outcome, _ line: Int, in folder: String, _ sandbox: Sandbox,
    _ fills: [String: String] = [:]
  ) throws {
    let command = try outcome.command(line, fills)
    let typed = try sandbox.start(
      "/bin/sh", ["-ec", "cd \"$0\"; \(command)", folder], .editor, input: nil)
    #expect(typed.code == 0, "\(command): \(typed.err)")
  }

  @Test(
    "Work where the user stands, whatever the folders are called", .slow,
    arguments: ["rsp's [a] *", "deep/er"], ["", "/Portfolio/standards"])
  func standing(folder: String, below: String) throws {
    let sandbox = try Sandbox(git: false)
    defer { sandbox.remove() }
    let quoted = "'" + folder.replacingOccurrences(of: "'", with: "'\\''") + "'"
    try sandbox.shell(
      """
      mkdir -p \(quoted) && mv Portfolio .gitattributes \(quoted)
      git init -q -b main && echo a > other && git add other && git commit -qm Other
      """)
    let place = folder + below
    func run(_ arguments: [String], as actor: Sandbox.Actor = .editor) throws -> Sandbox.Outcome {
      try self.run(arguments, in: place, sandbox, as: actor)
    }
    // The portfolio is not committed.
    let absent = try run(["diff"])
    #expect(absent.err.contains("there is no folder"), "\(absent.err)")
    try type(absent, 0, in: place, sandbox)
    #expect(try run(["diff"]).code == 0)
    // Neither is the proposal saved.
    #expect(try run(AdviceTests.propose + ["--open"]).code == 0)
    for arguments in [["commit", "1"], ["review", "1", "--approve"]] {
      let unsaved = try run(arguments)
      #expect(unsaved.code == 1)
      #expect(unsaved.err.contains("Proposals/0001-confirm/proposal.yml"), "\(unsaved.err)")
      #expect(unsaved.err.contains("rspmaint save 1\n"), "\(unsaved.err)")
    }
    #expect(try run(["save", "1"]).code == 0)
    let approved = try run(["review", "1", "--approve"], as: .reviewer)
    #expect(approved.code == 0, "\(approved.err)")
    // A record has changes of the user's own.
    try sandbox.write("\n", to: "\(folder)/Portfolio/CHANGELOG.md")
    let touched = try run(["commit", "1"])
    #expect(touched.err.contains("is modified"), "\(touched.err)")
    try type(touched, 1, in: place, sandbox)
    let committed = try run(["commit", "1"])
    #expect(committed.code == 0, "\(committed.err)")
  }

  @Test("Make a repository of a plain folder that has no proposals")
  func plain() throws {
    let sandbox = try Sandbox(git: false)
    defer { sandbox.remove() }
    let refused = try run(["diff"], in: "Portfolio", sandbox)
    #expect(refused.err.contains("in a plain folder"), "\(refused.err)")
    try type(refused, 0, in: "Portfolio", sandbox)
    #expect(try run(["diff"], in: "Portfolio", sandbox).code == 0)
  }

  @Test("Make the first commit of a repository")
  func unborn() throws {
    let sandbox = try Sandbox(git: false)
    defer { sandbox.remove() }
    try sandbox.git("init", "-q", "-b", "main")
    let refused = try sandbox.rspmaint(["diff"])
    #expect(refused.err.contains("has no commit yet"), "\(refused.err)")
    try type(refused, 0, in: ".", sandbox)
    #expect(try sandbox.rspmaint(["diff"]).code == 0)
    try sandbox.git("init", "-q", "--bare", "../bare.git")
    let bare = try sandbox.rspmaint(["list", "--repo", "../bare.git"])
    #expect(bare.err.contains("in the clone, and push"), "\(bare.err)")
  }

  @Test("Let .git lead to the repository that GIT_DIR names, and make no second one")
  func elsewhere() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell("mv .git ../store.git")
    let refused = try run(
      ["commit", "1"], in: ".", sandbox,
      ["GIT_DIR": sandbox.root + "/../store.git", "GIT_WORK_TREE": sandbox.root])
    #expect(refused.code == 1)
    #expect(!refused.err.contains("git init"), "\(refused.err)")
    try type(refused, 0, in: ".", sandbox)
    #expect(try sandbox.rspmaint(["commit", "1"]).code == 0)
  }

  @Test("Save the text of a proposal before its state")
  func textFirst() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    #expect(try sandbox.rspmaint(AdviceTests.propose).code == 0)
    let state = try sandbox.read("Proposals/0001-confirm/state.yml")
    let refused = try sandbox.rspmaint(["open", "1"])
    #expect(refused.code == 1)
    #expect(refused.err.contains("Proposals/0001-confirm/proposal.yml"), "\(refused.err)")
    #expect(try sandbox.read("Proposals/0001-confirm/state.yml") == state)
    try sandbox.shell("git add Proposals/*/state.yml && git commit -qm State")
    let half = try sandbox.rspmaint(["commit", "1"])
    #expect(half.err.contains("is not saved yet"), "\(half.err)")
    #expect(half.err.contains("help: rspmaint save 1\n"), "\(half.err)")
    #expect(try sandbox.rspmaint(["save", "1"]).code == 0)
    #expect(try sandbox.rspmaint(["open", "1"]).code == 0)
  }

  @Test("Name the revision whose files can't be read")
  func brokenRevision() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell(
      """
      echo broken > Portfolio/portfolio.yml && git commit -qam Break
      git show HEAD~1:Portfolio/portfolio.yml > Portfolio/portfolio.yml
      """)
    for arguments in [["list", "--rev", "HEAD"], ["diff"], ["commit", "1"]] {
      let outcome = try sandbox.rspmaint(arguments)
      #expect(outcome.code == 65, "\(outcome.err)")
      #expect(
        outcome.err.contains(
          "  Portfolio/portfolio.yml: the file holds no fields [wrong-type]\n"), "\(outcome.err)")
    }
  }

  @Test("Say that a portfolio which is a submodule is none of this repository's")
  func submodule() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell(
      """
      mv Portfolio ../P && cd ../P && git init -q && git add -A && git commit -qm P && cd ../rsp
      git rm -rq --cached Portfolio
      git -c protocol.file.allow=always submodule --quiet add ../P Portfolio && git commit -qm S
      """)
    for arguments in [["validate"], ["list"], ["list", "--rev", "HEAD"], ["commit", "1"]] {
      let outcome = try sandbox.rspmaint(arguments)
      #expect(outcome.code == 1)
      #expect(outcome.err.contains("a submodule"), "\(arguments): \(outcome.err)")
    }
  }

  @Test("Fetch what a sparse checkout leaves out, as a whole and in part")
  func sparse() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.git("sparse-checkout", "set", "--no-cone", "/*", "!/Portfolio/standards/data/")
    let verbs = [
      ["validate"], ["diff"], ["status"], ["list"], ["format", "--check"],
      ["propose", "--from-worktree", "--title", "T"], AdviceTests.propose, ["commit", "1"],
    ]
    for arguments in verbs {
      let outcome = try sandbox.rspmaint(arguments)
      #expect(outcome.code == 1, "\(arguments): \(outcome.out)")
      #expect(outcome.err.contains("the checkout is sparse"), "\(outcome.err)")
    }
    #expect(try sandbox.rspmaint(["list", "--rev", "HEAD"]).code == 0)
    try type(try sandbox.rspmaint(["validate"]), 0, in: ".", sandbox)
    #expect(try sandbox.rspmaint(["validate"]).code == 0)
    try sandbox.git("sparse-checkout", "set", "--cone", "Proposals")
    let absent = try sandbox.rspmaint(["validate"])
    #expect(absent.code == 66, "\(absent.err)")
    try type(absent, 1, in: ".", sandbox)
    #expect(try sandbox.rspmaint(["commit", "1"]).code == 0)
  }

  @Test("Say in a shallow clone that not all who wrote a proposal are known")
  func shallow() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let session = Transcript(sandbox)
    try session.propose("LOINC to high", ["loinc", "--set", "tooling=high"])
    try session.run(
      arguments: ["propose", "--update", "1", "--rationale", "Better."], as: .reviewer)
    try sandbox.shell(
      "git commit -q --allow-empty -m Later && git clone -q --depth 1 file://$PWD ../s")
    let there = ["--repo", "../s"]
    for arguments in [["status"], ["review", "1", "--approve"]] {
      let outcome = try sandbox.rspmaint(arguments + there, as: .reviewer)
      #expect(outcome.err.contains("the clone is shallow"), "\(arguments): \(outcome.err)")
      #expect(outcome.err.contains("git fetch --unshallow"), "\(outcome.err)")
    }
    try sandbox.git("-C", "../s", "fetch", "-q", "--unshallow")
    let whole = try sandbox.rspmaint(["review", "1", "--approve"] + there, as: .reviewer)
    #expect(whole.err.contains("nobody approves their own"), "\(whole.err)")
    #expect(try sandbox.rspmaint(["status"] + there).err == "")
  }

  @Test("Look at permissions where the lock can't be made, and wait for nobody")
  func lockFolder() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell("rm -rf .git/rspmaint && echo > .git/rspmaint")
    let outcome = try sandbox.rspmaint(["commit", "1"])
    #expect(outcome.code == 73, "\(outcome.err)")
    #expect(outcome.err.contains("check the permissions of '"), "\(outcome.err)")
  }
}
