import Foundation
import TestSupport
import Testing

@Suite("Sync and the shared repository")
struct SyncRemoteTests {
  private func clone(_ work: (Clones) throws -> Void) throws {
    let clones = try Clones()
    defer { clones.remove() }
    try clones.propose(1, "udi", "UDI to high")
    try work(clones)
  }

  @Test(
    "Says in a sentence why nothing is shared, and changes nothing",
    arguments: [
      (
        script: "git remote remove origin", code: 1,
        words: "there is no shared repository: this one has no remote"
      ),
      (
        script: "git remote set-url origin /nowhere/at/all", code: 66,
        words: "there is no repository at the address of 'origin'"
      ),
      (
        script: "git remote set-url origin ssh://nobody@127.0.0.1:9/rsp.git", code: 75,
        words: "the shared repository 'origin' can't be reached"
      ),
      (
        script: "git remote set-url origin https://host.invalid/rsp.git", code: 75,
        words: "the shared repository 'origin' can't be reached"
      ),
      (script: "git checkout -q --detach", code: 1, words: "HEAD is detached"),
      (
        script: "git remote add second .; git switch -q -c work", code: 1,
        words: "there are several remotes: origin, second"
      ),
    ])
  func failures(script: String, code: Int32, words: String) throws {
    try clone { clones in
      try clones[1].shell(script)
      let before = try clones.everything(1)
      let outcome = try clones.sync(1, code: code)
      #expect(outcome.out == "")
      #expect(outcome.err.hasPrefix("rspmaint: ") && outcome.err.contains(words), "\(outcome.err)")
      #expect(outcome.err.contains("  help: "))
      #expect(try clones.everything(1) == before)
    }
  }

  @Test("Asks for no password where nobody can answer")
  func password() throws {
    try clone { clones in
      // A program that stands for a host: it asks for a name, as git over https does.
      try clones[1].write(
        """
        #!/bin/sh
        test "$GIT_TERMINAL_PROMPT" = 0 || { echo "fatal: it asked" >&2; exit 128; }
        echo "fatal: could not read Username for 'https://host': terminal prompts disabled" >&2
        exit 128

        """, to: "../git-remote-asking")
      try clones[1].shell("chmod +x ../git-remote-asking")
      try clones[1].git("remote", "set-url", "origin", "asking::x")
      let before = try clones.everything(1)
      let path = URL(fileURLWithPath: clones[1].root).deletingLastPathComponent().path
      let outcome = try clones[1].start(
        Sandbox.binary, ["sync", "--as-of", Clones.day], .editor, input: nil,
        ["PATH": "\(path):/usr/bin:/bin"])
      #expect(outcome.code == 1)
      #expect(
        outcome.err.contains("asks who you are, and nobody could answer it"), "\(outcome.err)")
      #expect(outcome.err.contains("in a terminal"))
      #expect(try clones.everything(1) == before)
    }
  }

  @Test(
    "Stops where the shared branch was rewritten, again and again",
    arguments: ["unnoticed", "fetched by force"])
  func rewritten(state: String) throws {
    try clone { clones in
      _ = try clones.sync(1)
      let shared = try clones[1].id("HEAD")
      try clones[1].write("x\n", to: "notes.txt")
      try clones[1].commitAll("Notes")
      try clones[0].git("--git-dir", clones.server.path, "update-ref", "refs/heads/main", "main~1")
      if state != "unnoticed" { try clones[1].git("fetch", "-q") }
      let before = try clones.references(1)
      for more in ["--dry-run", "--no-gpg-sign"] {
        let outcome = try clones.sync(1, as: .editor, more, code: 1)
        #expect(
          outcome.err == """
            rspmaint: the branch 'main' of 'origin' was rewritten: commits that were shared are gone \
            from it, and nothing was changed here
              help: ask whoever did it to put them back; they are here: \(shared.prefix(10))
              help: if it has to stay so, make a new clone, and propose there what is missing

            """)
        #expect(try clones.references(1) == before)
      }
    }
  }

  @Test("Says that another branch to share on is somebody else's")
  func asideTaken() throws {
    try clone { clones in
      try clones.propose(0, "loinc", "LOINC to high")
      _ = try clones.sync(0, as: .editor, "--branch", "work")
      let before = try clones.standing(1)
      let outcome = try clones.sync(1, as: .editor, "--branch", "work", code: 1)
      #expect(
        outcome.err == """
          rspmaint: the branch 'work' of 'origin' holds commits that are not here
            help: share on another one: 'rspmaint sync --branch work-2'

          """, "\(outcome.err)")
      #expect(try clones.standing(1) == before)
    }
  }

  @Test("Follows the upstream of a branch, whatever both are called")
  func upstream() throws {
    try clone { clones in
      try clones[1].git("remote", "add", "Second", clones.server.path)
      try clones[1].git("branch", "-q", "-m", "My/Work")
      try clones[1].git("config", "branch.My/Work.remote", "Second")
      try clones[1].git("config", "branch.My/Work.merge", "refs/heads/main")
      let outcome = try clones.sync(1)
      #expect(outcome.out == "Shared 1 saved change on Second/main.\n", "\(outcome.out)")
    }
  }

  @Test("Makes the branch where the shared repository has none yet")
  func empty() throws {
    try clone { clones in
      try clones[1].git("init", "-q", "--bare", "-b", "main", "../new.git")
      try clones[1].git("remote", "set-url", "origin", "../new.git")
      try clones[1].git("update-ref", "-d", "refs/remotes/origin/main")
      #expect(try clones.sync(1).out == "Shared 2 saved changes on origin/main.\n")
    }
  }

  @Test("Shares on another branch, and says how to ask for a merge")
  func aside() throws {
    try clone { clones in
      let main = try clones[0].git("--git-dir", clones.server.path, "rev-parse", "main")
      let outcome = try clones.sync(1, "--branch", "mine")
      #expect(
        outcome.out == "Shared 1 saved change on origin/mine. Ask there for a merge of mine into "
          + "main (a merge or pull request), merged and not squashed; then 'rspmaint sync'.\n")
      let server = ["--git-dir", clones.server.path, "rev-parse"]
      #expect(try clones[0].git(server[0], server[1], server[2], "main") == main)
      let shared = try clones[0].git(server[0], server[1], server[2], "mine")
      #expect(try clones[1].git("rev-parse", "HEAD") == shared)
      // What others share meanwhile is brought in, and nothing that was shared is rewritten.
      try clones.propose(0, "loinc", "LOINC to high")
      _ = try clones.sync(0)
      try clones.run(1, "withdraw", "1", "--because", "Mistaken.")
      _ = try clones.sync(1, "--branch", "mine")
      #expect(
        try clones[1].git("merge-base", "HEAD", shared.trimmingCharacters(in: .newlines)) == shared)
      #expect(try clones.folders(1) == ["0001-loinc-to-high", "0002-udi-to-high"])
    }
  }

  @Test("Prints the sentences of a guard that refuses, and keeps what is here")
  func refused() throws {
    try clone { clones in
      try clones[1].shell("echo '# x' >> Portfolio/CHANGELOG.md; git commit -qam 'By hand'")
      let head = try clones[1].id("HEAD")
      let outcome = try clones.sync(1, code: 1)
      #expect(
        outcome.err.hasPrefix("rspmaint: the shared repository 'origin' refused what you share:\n"),
        "\(outcome.err)")
      #expect(outcome.err.contains("  | rspmaint guard: Commit \(head.prefix(10)) “By hand”"))
      #expect(try clones[1].id("HEAD") == head)
    }
  }

  /// Another clone shares at this very moment, once.
  private func faster(_ clones: Clones) -> String {
    """
    #!/bin/sh
    if ! test -e .git/raced; then
      touch .git/raced
      (unset GIT_DIR; cd '\(clones[0].root)' && /usr/bin/git push -q origin main)
    fi

    """
  }

  @Test("Begins again where others were faster", arguments: ["before the push", "during it"])
  func race(moment: String) throws {
    try clone { clones in
      try clones.propose(0, "loinc", "LOINC to high")
      let path: String
      if moment == "during it" {
        path = ".git/hooks/pre-push"
        try clones[1].write(faster(clones), to: path)
      } else {
        path = "../bin/git"
        try clones[1].write(
          faster(clones).replacingOccurrences(of: "if ", with: "if test $1 = push && ")
            + "exec /usr/bin/git \"$@\"\n", to: path)
      }
      try clones[1].shell("chmod +x \(path)")
      let bin = URL(fileURLWithPath: clones[1].root).deletingLastPathComponent().path + "/bin"
      let outcome = try clones[1].start(
        Sandbox.binary, ["sync", "--as-of", Clones.day], .editor, input: nil,
        ["PATH": "\(bin):/usr/bin:/bin"])
      #expect(outcome.code == 0, "\(outcome.err)")
      #expect(clones[1].exists(".git/raced"))
      #expect(outcome.out.contains("Proposal 0001 is now 0002"), "\(outcome.out)")
      #expect(try clones.folders(1) == ["0001-loinc-to-high", "0002-udi-to-high"])
      _ = try clones.sync(0)
      try clones.expectTogether()
    }
  }

  @Test("Brings and shares edition tags, and stops where one was moved")
  func editions() throws {
    try clone { clones in
      _ = try clones.sync(1)
      try EditionSession(session: Transcript(clones[1])).cut("one", stage: "CD")
      let outcome = try clones.sync(1)
      #expect(outcome.code == 0)
      _ = try clones.sync(0)
      #expect(try clones[0].id("edition/one") == clones[1].id("edition/one"))
      try clones[0].git("tag", "-f", "-a", "-m", "Two", "edition/one", "HEAD~1")
      let before = try clones.standing(0)
      let refused = try clones.sync(0, code: 1)
      #expect(refused.err.contains("the edition's tag 'edition/one' of 'origin'"), "\(refused.err)")
      #expect(try clones.standing(0) == before)
    }
  }
}
