import Foundation
import TestSupport
import Testing

@Suite("Repositories as people have them")
struct RepositoryKindTests {
  /// A proposal that is open and approved, in a repository that was made by `script`, which runs at
  /// the repository's root.
  func approved(_ script: String) throws -> Sandbox {
    let sandbox = try Template.approved.sandbox(committee: false)
    try sandbox.shell(script)
    return sandbox
  }

  /// Commits proposal 1 and holds that it landed on HEAD with nothing else changed.
  private func expectLanding(
    _ sandbox: Sandbox, in folder: String = ".",
    record: String = "Portfolio/standards/data/loinc.yml"
  ) throws {
    let before = try sandbox.git("-C", folder, "status", "--porcelain", "-uall")
    let tip = try sandbox.git("-C", folder, "rev-parse", "HEAD")
    let outcome = try sandbox.rspmaint(["commit", "1", "--repo", folder])
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(try sandbox.git("-C", folder, "rev-parse", "HEAD~1") == tip)
    #expect(
      try sandbox.git("-C", folder, "show", "HEAD:./" + record).contains("tooling: high\n"))
    #expect(try sandbox.read(folder + "/" + record).contains("tooling: high"))
    #expect(try sandbox.git("-C", folder, "status", "--porcelain", "-uall") == before)
    #expect(try sandbox.git("-C", folder, "fsck", "--strict", "--no-dangling") == "")
    let clean = try sandbox.rspmaint(["changelog", "--check", "--repo", folder])
    #expect(clean.code == 0, "\(clean.out)\(clean.err)")
  }

  @Test("Commits in a linked worktree, and leaves the main one alone")
  func worktree() throws {
    let sandbox = try approved("git worktree add -q -b side ../side")
    defer { sandbox.remove() }
    let tip = try sandbox.git("rev-parse", "main")
    try expectLanding(sandbox, in: "../side")
    #expect(try sandbox.git("rev-parse", "main") == tip)
    #expect(try sandbox.git("status", "--porcelain") == "")
  }

  @Test("Numbers what is proposed in two worktrees apart, committed or not")
  func numbers() throws {
    let sandbox = try approved(
      "git worktree add -q -b side ../side; git worktree add -q -b gone ../gone; rm -r ../gone")
    defer { sandbox.remove() }
    for (folder, number) in [("../side", "0002"), (".", "0003"), ("../side", "0004")] {
      let outcome = try sandbox.rspmaint(
        ["propose", "ucum", "--set", "tooling=high", "--title", "UCUM", "--repo", folder]
          + Transcript.words)
      #expect(outcome.out.contains("Wrote proposal \(number)"), "\(outcome.out)\(outcome.err)")
    }
  }

  @Test("Commits where the object format is named, and is the usual one")
  func namedFormat() throws {
    let sandbox = try approved(
      "git config core.repositoryformatversion 1 && git config extensions.objectFormat sha1")
    defer { sandbox.remove() }
    try expectLanding(sandbox)
  }

  @Test("Commits in a portfolio that stands in a folder of a larger repository")
  func subfolder() throws {
    let sandbox = try Sandbox(git: false)
    defer { sandbox.remove() }
    try sandbox.shell(
      """
      mkdir -p work/imaging other
      mv Portfolio .gitattributes work/imaging/
      echo other > other/file.txt
      git init -q -b main && git add -A && git commit -qm Import
      echo changed > other/file.txt && echo staged > other/staged.txt && git add other/staged.txt
      """)
    let words =
      ["loinc", "--set", "tooling=high", "--title", "LOINC to high", "--open"]
      + Transcript.words
    for arguments in [["propose"] + words, ["review", "1", "--approve"]] {
      let actor: Sandbox.Actor = arguments[0] == "review" ? .reviewer : .editor
      let outcome = try sandbox.rspmaint(
        arguments + ["--repo", "work/imaging/Portfolio/standards"], as: actor)
      #expect(outcome.code == 0, "\(outcome.err)")
    }
    try expectLanding(sandbox, in: "work/imaging")
    #expect(
      try sandbox.git("show", "--format=", "--name-only", "HEAD").split(separator: "\n")
        .allSatisfy { $0.hasPrefix("work/imaging/") })
  }

  @Test("Reads a bare repository, and says that writing needs a worktree")
  func bare() throws {
    let sandbox = try approved("git clone -q --bare . ../bare.git")
    defer { sandbox.remove() }
    for arguments in [["list"], ["show", "loinc"], ["validate"], ["diff"], ["status"]] {
      let outcome = try sandbox.rspmaint(arguments + ["--repo", "../bare.git"])
      #expect(outcome.code == 0, "\(arguments): \(outcome.err)")
    }
    let refused = try sandbox.rspmaint(["commit", "1", "--repo", "../bare.git"])
    #expect(refused.code == 1)
    #expect(refused.err.contains("the repository is bare"), "\(refused.err)")
    #expect(refused.err.contains("clone it and work in the clone"))
  }

  @Test(
    "Refuses to commit where HEAD is no branch, and says what to type",
    arguments: [
      ("git checkout -q --detach", "HEAD is detached", "git switch BRANCH"),
      ("git checkout -q --orphan new", "the repository has no commit yet", "git commit -m"),
    ])
  func noBranch(script: String, words: String, command: String) throws {
    let sandbox = try approved(script)
    defer { sandbox.remove() }
    let before = try sandbox.git("status", "--porcelain", "-uall")
    let outcome = try sandbox.rspmaint(["commit", "1"])
    #expect(outcome.code == 1)
    #expect(outcome.err.contains(words), "\(outcome.err)")
    #expect(outcome.err.contains(command), "\(outcome.err)")
    #expect(try sandbox.git("status", "--porcelain", "-uall") == before)
    #expect(try sandbox.rspmaint(["list"]).code == 0)
    #expect(try sandbox.rspmaint(["validate"]).code == 0)
  }

  @Test("Tells that a shallow clone's history is cut off")
  func shallow() throws {
    let sandbox = try approved("git clone -q --depth 1 file://$PWD ../shallow")
    defer { sandbox.remove() }
    #expect(try sandbox.rspmaint(["list", "--repo", "../shallow"]).code == 0)
    for (arguments, code) in [(["commit", "1"], Int32(1)), (["audit", "--since", "HEAD"], 75)] {
      let outcome = try sandbox.rspmaint(arguments + ["--repo", "../shallow"])
      #expect(outcome.code == code, "\(arguments): \(outcome.out)")
      #expect(outcome.err.contains("shallow"), "\(arguments): \(outcome.err)")
      #expect(outcome.err.contains("git fetch --unshallow"), "\(arguments): \(outcome.err)")
    }
    try sandbox.git("-C", "../shallow", "fetch", "-q", "--unshallow")
    try expectLanding(sandbox, in: "../shallow")
  }

  @Test("Commits in a submodule, and beside one")
  func submodules() throws {
    let sandbox = try approved(
      """
      git init -q -b main ../part && git -C ../part commit -q --allow-empty -m Part
      git -c protocol.file.allow=always submodule --quiet add ../part vendor/part
      git commit -qm 'Add a submodule'
      git init -q -b main ../whole
      git -C ../whole -c protocol.file.allow=always submodule --quiet add "$PWD" rsp
      git -C ../whole commit -qm 'Add the portfolio'
      git -C ../whole/rsp switch -q main
      """)
    defer { sandbox.remove() }
    try expectLanding(sandbox)
    #expect(try sandbox.git("ls-tree", "HEAD", "vendor/part").hasPrefix("160000 commit"))
    let outcome = try sandbox.rspmaint(["commit", "1", "--repo", "../whole/rsp"])
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(try sandbox.git("-C", "../whole/rsp", "status", "--porcelain") == "")
    #expect(try sandbox.git("-C", "../whole", "status", "--porcelain") == " M rsp\n")
  }

  @Test(
    "Commits under git's rules for line ends, and stores lines as git does",
    arguments: [
      "git config core.autocrlf true; rm .gitattributes",
      "git config core.autocrlf input; rm .gitattributes",
      "echo '* text eol=crlf' > .gitattributes",
      "echo '*.yml text=auto eol=crlf' > .gitattributes",
    ])
  func lineEnds(script: String) throws {
    let sandbox = try approved(
      """
      \(script)
      git add -A && git commit -qm 'Line ends'
      git rm -rq --cached . && git reset -q --hard
      """)
    defer { sandbox.remove() }
    let record = "Portfolio/standards/data/loinc.yml"
    let hasReturns = try sandbox.read(record).contains("\r\n")
    #expect(hasReturns != script.contains("input"))
    try expectLanding(sandbox)
    #expect(try sandbox.read(record).contains("\r\n") == hasReturns)
    #expect(try !sandbox.git("show", "HEAD:" + record).contains("\r"))
    let again = try sandbox.rspmaint(["validate"])
    #expect(again.code == 0, "\(again.out)\(again.err)")
  }

  @Test("Commits where names ignore case, and below a folder whose name is not ASCII")
  func names() throws {
    let sandbox = try approved(
      """
      git config core.ignorecase true
      git config core.precomposeunicode true
      mkdir 'bjørk 標準' && echo a > 'bjørk 標準/å.txt' && git add -A && git commit -qm Names
      echo b > 'bjørk 標準/å.txt'
      git worktree add -q -b side '../Ünïcode mappe'
      """)
    defer { sandbox.remove() }
    try expectLanding(sandbox)
    try expectLanding(sandbox, in: "../Ünïcode mappe")
  }

  @Test(
    "Refuses to commit in the midst of what git has not finished",
    arguments: [
      ("git merge -q side", "a merge"), ("git rebase -q side", "a rebase"),
      ("git cherry-pick side", "a cherry-pick"), ("git revert --no-edit HEAD~1", "a revert"),
      (
        "git cherry-pick side main~1; git checkout --theirs notes.txt; git commit -qam Picked",
        "a series of cherry-picks"
      ),
      (
        "git revert --no-edit HEAD~1 HEAD; git checkout --theirs notes.txt; git commit -qam Back",
        "a series of reverts"
      ),
      ("git format-patch -1 --stdout side | git am", "applying patches ('git am')"),
    ])
  func unfinished(command: String, name: String) throws {
    let sandbox = try approved(
      """
      echo 1 > notes.txt && git add notes.txt && git commit -qm One
      git switch -q -c side && echo 2 > notes.txt && git commit -qam Two && git switch -q main
      echo 3 > notes.txt && git commit -qam Three && echo 4 > notes.txt && git commit -qam Four
      ( \(command) ) >/dev/null 2>&1 || true
      """)
    defer { sandbox.remove() }
    let before = try sandbox.git("status", "--porcelain", "-uall")
    let outcome = try sandbox.rspmaint(["commit", "1"])
    #expect(outcome.code == 1)
    #expect(outcome.err.contains(name), "\(outcome.err)")
    #expect(outcome.err.contains("git "), "\(outcome.err)")
    #expect(try sandbox.git("status", "--porcelain", "-uall") == before)
    #expect(try sandbox.rspmaint(["list"]).code == 0)
  }
}
