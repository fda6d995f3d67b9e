import Foundation
import TestSupport
import Testing

@Suite("What others do while hooks and signers take their time")
struct DuringHooksTests {
  /// A repository with proposals 1 and 2 approved and a branch `other`, and a hook that does something
  /// once, as another program would.
  private func during(_ script: String, _ work: (Transcript) throws -> Void) throws {
    _ = try session { session in
      let sandbox = session.sandbox
      try session.propose("LOINC to high", ["loinc", "--set", "tooling=high"])
      try session.propose("UCUM to high", ["ucum", "--set", "tooling=high"])
      for number in [1, 2] { try session.approve(number, by: .reviewer) }
      try sandbox.shell("git branch other $(git commit-tree -p HEAD -m Other HEAD^{tree})")
      try executable(
        ".git/hooks/pre-commit",
        "test -e .git/once && exit 0; touch .git/once; unset GIT_INDEX_FILE\n" + script, sandbox)
      try work(session)
    }
  }

  private func executable(_ path: String, _ script: String, _ sandbox: Sandbox) throws {
    try sandbox.write("#!/bin/sh\n" + script + "\n", to: path)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: sandbox.root + "/" + path)
  }

  private func subject(_ sandbox: Sandbox, _ branch: String = "HEAD") throws -> String {
    try sandbox.git("log", "-1", "--format=%s", branch).trimmingCharacters(in: .newlines)
  }

  private let confirm = [
    "propose", "udi", "--confirm", "tooling", "--title", "Confirm",
  ]

  @Test("Stores again what a prune has cleared away, beside a hook")
  func prunedByHook() throws {
    try during("git prune --expire=now") { session in
      let sandbox = session.sandbox
      #expect(try sandbox.rspmaint(["commit", "1", "2"]).code == 0)
      try session.expectSound()
      try FileManager.default.removeItem(atPath: sandbox.root + "/.git/once")
      #expect(try sandbox.rspmaint(confirm).code == 0)
      try session.expectSound()
    }
  }

  @Test("Stores again what a prune has cleared away, beside a signer")
  func prunedBySigner() throws {
    try during("true") { session in
      let sandbox = session.sandbox
      try session.propose("ICD-10 to high", ["icd-10", "--set", "tooling=high"])
      try session.propose("DICOM echo to high", ["dicom-echo-sr", "--set", "tooling=high"])
      for number in [3, 4] { try session.approve(number, by: .reviewer) }
      let key = sandbox.root + "/.git/key"
      try sandbox.shell("ssh-keygen -q -t ed25519 -N '' -f '\(key)'")
      try executable(
        ".git/signer", "git prune --expire=now && exec ssh-keygen \"$@\"", sandbox)
      for (name, value) in [
        ("commit.gpgsign", "true"), ("gpg.format", "ssh"), ("user.signingkey", key),
        ("gpg.ssh.program", sandbox.root + "/.git/signer"),
      ] {
        try sandbox.git("config", name, value)
      }
      for arguments in [["commit", "1", "2", "3", "4"], confirm] {
        let outcome = try sandbox.rspmaint(arguments)
        #expect(outcome.code == 0, "\(outcome.err)")
        try session.expectSound()
      }
      #expect(try sandbox.git("cat-file", "commit", "HEAD").contains("\ngpgsig "))
    }
  }

  @Test("Judges anew on the branch that HEAD is on by now, and leaves the other alone")
  func switched() throws {
    try during("git switch -q other") { session in
      let sandbox = session.sandbox
      let main = try sandbox.git("rev-parse", "main")
      let outcome = try sandbox.rspmaint(["commit", "1"])
      #expect(outcome.code == 0, "\(outcome.err)")
      #expect(outcome.out.contains("committed on other as "), "\(outcome.out)")
      #expect(try sandbox.git("rev-parse", "main") == main)
      #expect(try sandbox.git("branch", "--show-current") == "other\n")
      #expect(try subject(sandbox) == "LOINC to high")
      try session.expectSound()
    }
  }

  @Test("Saves on the branch that HEAD is on by now")
  func switchedBeforeFiles() throws {
    try during("git switch -q other") { session in
      let sandbox = session.sandbox
      let main = try sandbox.git("rev-parse", "main")
      let outcome = try sandbox.rspmaint(confirm)
      #expect(outcome.code == 0, "\(outcome.err)")
      #expect(try sandbox.git("rev-parse", "main") == main)
      #expect(try subject(sandbox, "other") == "Propose 0003: Confirm")
      try session.expectSound()
    }
  }

  @Test(
    "Moves no branch where HEAD is on none by now, or a merge has begun",
    arguments: [
      ("git switch -q --detach", "HEAD is detached"),
      ("git merge -q --no-ff --no-commit other", "a merge is under way"),
    ])
  func refused(script: String, words: String) throws {
    for arguments in [["commit", "1"], confirm] {
      try during(script) { session in
        let sandbox = session.sandbox
        let main = try sandbox.git("rev-parse", "main")
        let outcome = try sandbox.rspmaint(arguments)
        #expect(outcome.code == 1)
        #expect(outcome.err.contains(words), "\(outcome.err)")
        #expect(try sandbox.git("rev-parse", "main") == main)
        #expect(!sandbox.exists(".git/rspmaint/journal") && !sandbox.exists(".git/index.lock"))
        #expect(try sandbox.git("status", "--porcelain") == "")
      }
    }
  }

  @Test("Keeps what was edited, and shows what was staged")
  func edited() throws {
    let (record, changelog) = ("Portfolio/standards/data/loinc.yml", "Portfolio/CHANGELOG.md")
    let script = """
      echo '# Mine' >> \(record)
      cp \(changelog) .git/before; echo Staged > \(changelog); git add \(changelog)
      cp .git/before \(changelog)
      """
    try during(script) { session in
      let sandbox = session.sandbox
      let outcome = try sandbox.rspmaint(["commit", "1"])
      #expect(outcome.code == 0, "\(outcome.err)")
      #expect(outcome.out.contains("Kept your change of \(record).\n"), "\(outcome.out)")
      #expect(try sandbox.read(record).hasSuffix("# Mine\n"))
      let words = "your staged change of \(changelog) is kept: 'git show "
      let blob = try #require(
        outcome.err.components(separatedBy: words).dropFirst().first?.prefix(40), "\(outcome.err)")
      #expect(try sandbox.git("show", String(blob)) == "Staged\n")
      #expect(try sandbox.git("status", "--porcelain") == " M \(record)\n")
    }
  }
}
