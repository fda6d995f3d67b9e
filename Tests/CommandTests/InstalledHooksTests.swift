import Foundation
import TestSupport
import Testing

/// The hooks and the driver that `rspmaint hooks` installs, run by the real git.
@Suite("Installed hooks")
struct InstalledHooksTests {
  private static let record = "Portfolio/standards/data/loinc.yml"

  private func installed(
    _ template: Template = .bare, _ parts: String..., work: (Sandbox) throws -> Void
  ) throws {
    let sandbox = try template.sandbox(committee: false)
    defer { sandbox.remove() }
    let outcome = try sandbox.rspmaint(["hooks", "install"] + parts)
    #expect(outcome.code == 0 && outcome.err == "", "\(outcome.err)")
    try work(sandbox)
  }

  private func git(_ sandbox: Sandbox, _ arguments: String...) throws -> Outcome {
    try sandbox.start("/usr/bin/git", arguments, .editor, input: nil)
  }

  private func head(_ sandbox: Sandbox) throws -> String { try sandbox.id("HEAD") }

  // MARK: - pre-commit

  @Test("Judges what is staged, not what stands in the worktree")
  func staged() throws {
    try installed { sandbox in
      let before = try head(sandbox)
      let good = try sandbox.read(InstalledHooksTests.record)
      try sandbox.edit(InstalledHooksTests.record, "group: preferred", "group: preferd")
      try sandbox.git("add", "-A")
      try sandbox.write(good, to: InstalledHooksTests.record)
      let refused = try git(sandbox, "commit", "-qm", "Wrong in the index")
      #expect(refused.code == 1)
      #expect(
        refused.err.contains("\(InstalledHooksTests.record):")
          && refused.err.contains("'preferd' is not a group [unknown-word]"), "\(refused.err)")
      #expect(refused.err.contains("nothing was committed, as these errors would be new"))
      #expect(try head(sandbox) == before)
      // And the other way round: what is staged is right, the worktree wrong.
      try sandbox.git("reset", "-q", "--hard")
      try sandbox.write("A note.\n", to: "notes.txt")
      try sandbox.git("add", "notes.txt")
      try sandbox.edit(InstalledHooksTests.record, "group: preferred", "group: preferd")
      let taken = try git(sandbox, "commit", "-qm", "Right in the index")
      #expect(taken.code == 0 && taken.err == "", "\(taken.err)")
    }
  }

  @Test("Judges the index that git makes for a commit of some files")
  func partial() throws {
    try installed { sandbox in
      try sandbox.edit(InstalledHooksTests.record, "group: preferred", "group: preferd")
      try sandbox.write("A note.\n", to: "notes.txt")
      try sandbox.git("add", "-N", "notes.txt")
      #expect(try git(sandbox, "commit", "-qm", "One file", "--only", "notes.txt").code == 0)
      // What is only meant to be added is not committed.
      try sandbox.write("a: [\n", to: "Portfolio/standards/data/new.yml")
      try sandbox.git("add", "-N", "Portfolio/standards/data/new.yml")
      let meant = try git(sandbox, "commit", "-qm", "Nothing of it", "--allow-empty")
      #expect(meant.code == 0, "\(meant.err)")
      let refused = try git(
        sandbox, "commit", "-qm", "The other", "--only", InstalledHooksTests.record)
      #expect(refused.code == 1 && refused.err.contains("[unknown-word]"), "\(refused.err)")
    }
  }

  @Test("Lets errors pass that are committed already, and refuses a new one beside them")
  func known() throws {
    try installed { sandbox in
      try sandbox.edit(InstalledHooksTests.record, "group: preferred", "group: preferd")
      try sandbox.git("commit", "-qam", "Unjudged", "--no-verify")
      try sandbox.edit(InstalledHooksTests.record, "brief-name: LOINC", "brief-name: LOINC codes")
      #expect(try git(sandbox, "commit", "-qam", "Not worse").code == 0)
      try sandbox.edit(InstalledHooksTests.record, "position: 10", "position: ten")
      let refused = try git(sandbox, "commit", "-qam", "Worse")
      #expect(refused.code == 1, "\(refused.err)")
      #expect(refused.err.contains("invalid-number") && !refused.err.contains("unknown-word"))
    }
  }

  @Test("Says that the audit would object to a change of the portfolio by hand")
  func byHand() throws {
    try installed { sandbox in
      try sandbox.edit(InstalledHooksTests.record, "brief-name: LOINC", "brief-name: LOINC codes")
      let taken = try git(sandbox, "commit", "-qam", "By hand")
      #expect(taken.code == 0)
      #expect(
        taken.err.contains(
          "rspmaint: note: the audit would object to a change by hand of "
            + "\(InstalledHooksTests.record): before it is committed, 'rspmaint propose "
            + "--from-worktree' makes a proposal of it"
        ), "\(taken.err)")
    }
  }

  @Test("Lets a first commit, a branch without portfolio and its removal pass")
  func elsewhere() throws {
    let sandbox = try Sandbox(git: false)
    defer { sandbox.remove() }
    try sandbox.git("init", "-q", "-b", "main")
    #expect(try sandbox.rspmaint(["hooks", "install"]).code == 0)
    try sandbox.git("add", "-A")
    let first = try git(sandbox, "commit", "-qm", "First")
    #expect(first.code == 0 && first.err == "", "\(first.err)")
    try sandbox.git("rm", "-rqf", "Portfolio")
    #expect(try git(sandbox, "commit", "-qm", "Remove it").code == 0)
    try sandbox.git("switch", "-q", "--orphan", "pages")
    try sandbox.write("A page.\n", to: "index.html")
    try sandbox.git("add", "-A")
    #expect(try git(sandbox, "commit", "-qm", "A page").code == 0)
  }

  @Test("Works in a linked worktree, and in a portfolio below the top")
  func worktrees() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell(
      "mkdir -p \"a 'b'\" && git mv Portfolio .gitattributes \"a 'b'\" && git commit -qm Move")
    #expect(try sandbox.rspmaint(["hooks", "install", "--repo", "a 'b'"]).code == 0)
    try sandbox.shell("git worktree add -q -b side ../side")
    for top in [".", "../side"] {
      try sandbox.edit("\(top)/a 'b'/\(InstalledHooksTests.record)", "group: preferred", "group: x")
      let refused = try git(sandbox, "-C", top, "commit", "-qam", "Wrong")
      #expect(refused.code == 1 && refused.err.contains("[unknown-word]"), "\(refused.err)")
    }
    let status = try sandbox.rspmaint(["hooks", "status", "--repo", "../side/a 'b'"])
    #expect(status.out.contains("pre-commit: installed, in "), "\(status.out)")
  }

  @Test("Refuses what can't be judged, and says why")
  func unjudged() throws {
    try installed { sandbox in
      try sandbox.shell(
        "sed -i \"s|^program=.*|program='/nowhere/rspmaint'|\" .git/hooks/pre-commit")
      try sandbox.write("A note.\n", to: "notes.txt")
      try sandbox.git("add", "notes.txt")
      let refused = try git(sandbox, "commit", "-qm", "Unjudged")
      #expect(refused.code == 1)
      #expect(refused.err.hasPrefix("rspmaint: /nowhere/rspmaint is gone, so nothing is judged"))
      let status = try sandbox.rspmaint(["hooks", "status"])
      #expect(status.out.contains("pre-commit: installed by another rspmaint"), "\(status.out)")
      #expect(try sandbox.rspmaint(["hooks", "install"]).code == 0)
      #expect(try git(sandbox, "commit", "-qm", "Judged").code == 0)
    }
  }

  // MARK: - The tool's own commits

  @Test("Is no obstacle to what rspmaint commits itself")
  func ownCommits() throws {
    try installed(.approved) { sandbox in
      // It makes proposal 2 stale, which is an error, and no fault of the commit.
      let other = try sandbox.rspmaint([
        "propose", "loinc", "--set", "tooling=low", "--title", "LOINC to low",
      ])
      #expect(other.code == 0, "\(other.err)")
      let committed = try sandbox.rspmaint(["commit", "1"])
      #expect(committed.code == 0, "\(committed.err)")
      let message = try sandbox.git("log", "-1", "--format=%B")
      #expect(message.contains("\nRSP-Proposal: 1\n"), "\(message)")
    }
  }

  // MARK: - commit-msg

  @Test(
    "Keeps lines out of messages that only the tool writes",
    arguments: [
      "RSP-Proposal: 1", "rsp-edition: 2030", "RSP-Correction: 1", "Rsp-Ballot : a",
    ])
  func forged(line: String) throws {
    try installed(.bare, "commit-msg") { sandbox in
      let refused = try git(sandbox, "commit", "--allow-empty", "-qm", "A\n\n\(line)")
      #expect(refused.code == 1)
      #expect(refused.err.contains("lines that rspmaint alone writes"), "\(refused.err)")
      #expect(refused.err.contains("| \(line)\n"))
      let taken = try git(
        sandbox, "commit", "--allow-empty", "-qm", "Propose 0003: a subject\n\nReviewed-by: A <a@b>"
      )
      #expect(taken.code == 0, "\(taken.err)")
    }
  }

  // MARK: - git diff

  @Test("Shows in words what 'git diff', 'git log -p' and 'git show' show")
  func words() throws {
    try installed(.bare, "diff") { sandbox in
      try sandbox.edit(InstalledHooksTests.record, "  tooling: moderate", "  tooling: high")
      let diff = try sandbox.git("diff")
      #expect(diff.contains("\n-Tooling: moderate\n+Tooling: high\n"), "\(diff)")
      try sandbox.git("commit", "-qam", "High")
      #expect(try sandbox.git("log", "-p", "-1").contains("\n+Tooling: high\n"))
      #expect(try sandbox.git("show").contains("\n-Tooling: moderate\n"))
      // What is for programs stays as it is.
      #expect(try sandbox.git("format-patch", "--stdout", "-1").contains("\n+  tooling: high\n"))
    }
  }

  @Test("Shows a proposal's changes in words, and what is no record as it is")
  func proposalInWords() throws {
    try installed(.approved, "diff") { sandbox in
      let shown = try sandbox.git("show", "HEAD~1", "--", "Proposals")
      #expect(
        shown.contains("\n+Changes loinc, set tooling: from moderate to high\n")
          || shown.contains("\n+Changes loinc, set assessment.tooling: from moderate to high\n"),
        "\(shown)")
      try sandbox.write("a: [\n", to: InstalledHooksTests.record)
      #expect(try sandbox.git("diff").contains("\n+a: [\n"))
    }
  }

  // MARK: - Install and remove

  @Test("Takes away what it wrote, and leaves what was there")
  func removed() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.write("*.md diff=markdown\n", to: ".git/info/attributes")
    let before = try sandbox.read(".git/info/attributes")
    let configuration = try sandbox.git("config", "--local", "--list")
    let installed = try sandbox.rspmaint(["hooks", "install"])
    #expect(installed.out.split(separator: "\n").count == 3, "\(installed.out)")
    #expect(try sandbox.read(".git/info/attributes").hasPrefix(before))
    let again = try sandbox.rspmaint(["hooks", "install"])
    #expect(again.code == 0 && again.out == installed.out)
    let outcome = try sandbox.rspmaint(["hooks", "remove"])
    #expect(outcome.out == "pre-commit: removed\ncommit-msg: removed\ndiff: removed\n")
    #expect(try sandbox.read(".git/info/attributes") == before)
    #expect(try sandbox.git("config", "--local", "--list") == configuration)
    #expect(!sandbox.exists(".git/hooks/pre-commit") && !sandbox.exists(".git/hooks/commit-msg"))
    let twice = try sandbox.rspmaint(["hooks", "remove"])
    #expect(twice.code == 0 && twice.out.hasPrefix("pre-commit: not installed\n"))
  }

  @Test("Never overwrites a hook of the user's, changes nothing then, and can be called by it")
  func foreign() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let own = "#!/bin/sh\necho mine\n"
    try sandbox.write(own, to: ".git/hooks/pre-commit")
    try sandbox.shell("chmod +x .git/hooks/pre-commit")
    let refused = try sandbox.rspmaint(["hooks", "install"])
    #expect(refused.code == 1)
    #expect(
      refused.err.contains("there is another hook at '") && refused.err.contains(" || exit 1\n"),
      "\(refused.err)")
    #expect(try sandbox.read(".git/hooks/pre-commit") == own)
    #expect(!sandbox.exists(".git/hooks/commit-msg"))
    #expect(try sandbox.git("config", "--local", "--list").contains("diff.rspmaint") == false)
    // What it says to add works.
    let line = try #require(
      refused.err.split(separator: "\n").first { $0.hasSuffix("|| exit 1") }?
        .components(separatedBy: "before its end: ").last)
    try sandbox.write(own + line + "\n", to: ".git/hooks/pre-commit")
    let taken = try sandbox.rspmaint(["hooks", "install"])
    #expect(taken.code == 0, "\(taken.err)")
    #expect(taken.out.contains("pre-commit: called by your own hook, "), "\(taken.out)")
    try sandbox.edit(InstalledHooksTests.record, "group: preferred", "group: preferd")
    #expect(try git(sandbox, "commit", "-qam", "Wrong").code == 1)
    let removed = try sandbox.rspmaint(["hooks", "remove", "pre-commit"])
    #expect(removed.out.hasPrefix("pre-commit: called by your own hook"))
    #expect(try sandbox.read(".git/hooks/pre-commit") == own + line + "\n")
  }

  @Test("Writes nothing into a folder of hooks that others may share")
  func sharedFolder() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell("mkdir ../hooks && git config core.hooksPath ../hooks")
    let refused = try sandbox.rspmaint(["hooks", "install"])
    #expect(refused.code == 1)
    #expect(refused.err.contains("(core.hooksPath), which others may share"), "\(refused.err)")
    try sandbox.shell("test -z \"$(ls ../hooks)\"")
    // The driver needs no hook.
    #expect(try sandbox.rspmaint(["hooks", "install", "diff"]).code == 0)
  }

  @Test("Says in JSON what is installed")
  func json() throws {
    try installed(.bare, "diff") { sandbox in
      let outcome = try sandbox.rspmaint(["hooks", "status", "--format", "json"])
      #expect(outcome.code == 0 && outcome.out.contains("\"schema\" : \"rspmaint.hooks/1\""))
      #expect(outcome.out.contains("\"state\" : \"installed\""))
      #expect(outcome.out.contains("\"state\" : \"missing\""))
    }
  }

  // MARK: - The pre-commit framework

  @Test("Runs from the pre-commit framework", .enabled(if: Python.isThere, Python.missing))
  func framework() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell(
      """
      git init -q ../hooks && cp '\(Checkout.root)/.pre-commit-hooks.yaml' ../hooks
      git -C ../hooks add -A && git -C ../hooks commit -qm Hooks && git -C ../hooks tag v1
      """)
    try sandbox.write(
      """
      repos:
        - repo: ../hooks
          rev: v1
          hooks: [{id: rspmaint-commit}, {id: rspmaint-message}, {id: rspmaint-validate}]

      """, to: ".pre-commit-config.yaml")
    try sandbox.git("add", "-A")
    let install = try Python.run(
      "pre-commit", ["install", "-t", "pre-commit", "-t", "commit-msg"], in: sandbox)
    #expect(install.code == 0, "\(install.out)\(install.err)")
    func commit(_ message: String) throws -> Outcome {
      try sandbox.start(
        "/usr/bin/git", ["commit", "-qam", message], .editor, input: nil, try Python.variables)
    }
    let first = try commit("Take the hooks")
    #expect(first.code == 0, "\(first.out)\(first.err)")
    try sandbox.edit(InstalledHooksTests.record, "group: preferred", "group: preferd")
    let wrong = try commit("Wrong")
    #expect(wrong.code == 1 && wrong.err.contains("[unknown-word]"), "\(wrong.out)\(wrong.err)")
    try sandbox.git("reset", "-q", "--hard")
    try sandbox.write("A note.\n", to: "notes.txt")
    try sandbox.git("add", "-A")
    let forged = try commit("A\n\nRSP-Proposal: 1")
    #expect(forged.code == 1 && forged.err.contains("rspmaint alone writes"), "\(forged.err)")
    #expect(try commit("A note").code == 0)
  }
}
