import Foundation
import TestSupport
import Testing

@Suite("Hooks and signatures of commits")
struct HookTests {
  private func hook(_ name: String, _ script: String, _ sandbox: Sandbox) throws {
    let path = ".git/hooks/" + name
    try sandbox.write("#!/bin/sh\n" + script + "\n", to: path)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: sandbox.root + "/" + path)
  }

  private func reviewed(_ session: Transcript) throws {
    try session.propose("LOINC to high", ["loinc", "--set", "tooling=high"])
    try session.propose("UCUM to high", ["ucum", "--set", "tooling=high"])
    for number in [1, 2] { try session.approve(number, by: .reviewer) }
  }

  @Test("Shows hooks what git would show them, all before the branch moves")
  func hooks() throws {
    _ = try session { session in
      let sandbox = session.sandbox
      try reviewed(session)
      let log = sandbox.root + "/.git/log"
      try hook(
        "pre-commit",
        "echo \"pre $(git diff --cached --name-only HEAD | tr '\\n' ' ')$(git rev-parse HEAD)\" "
          + ">> '\(log)'; test \"$PWD\" = '\(sandbox.root)'", sandbox)
      try hook(
        "prepare-commit-msg", "echo \"prepare $2 $(head -1 \"$1\")\" >> '\(log)'", sandbox)
      try hook(
        "commit-msg", "printf 'Change-Id: I1\\n' >> \"$1\"; echo msg >> '\(log)'", sandbox)
      try hook("post-commit", "echo post $(git rev-parse HEAD) >> '\(log)'; exit 3", sandbox)
      let tip = try sandbox.git("rev-parse", "HEAD").trimmingCharacters(in: .newlines)
      let outcome = try sandbox.rspmaint(["commit", "1", "2"])
      #expect(outcome.code == 0, "\(outcome.err)")
      #expect(outcome.err.contains("the hook 'post-commit' refused"))
      let new = try sandbox.git("rev-parse", "HEAD").trimmingCharacters(in: .newlines)
      let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
        .map(String.init)
      #expect(lines.count == 8)
      #expect(
        lines.prefix(3) == [
          "pre Portfolio/CHANGELOG.md Portfolio/standards/data/loinc.yml "
            + "Proposals/0001-loinc-to-high/state.yml \(tip)",
          "prepare message LOINC to high", "msg",
        ])
      #expect(lines[3].hasPrefix("pre ") && lines[3].hasSuffix(tip))
      #expect(lines.suffix(2) == ["post \(new)", "post \(new)"])
      let message = try sandbox.git("log", "-1", "--format=%B")
      #expect(
        message.contains(
          "RSP-Proposal: 2\nReviewed-by: Rune Reviewer <rune@north.example>\nChange-Id: I1\n"))
      try session.expectSound()
    }
  }

  @Test(
    "Changes nothing where a hook fails, changes the tree or drops a trailer",
    arguments: [
      (name: "pre-commit", script: "echo 'not on a Friday' >&2; exit 7", words: "not on a Friday"),
      (
        name: "pre-commit",
        script: "echo x > extra && git add extra && rm extra", words: "changed what is to be"
      ),
      (
        name: "commit-msg", script: "sed -i '/^RSP-Proposal/d' \"$1\"",
        words: "changed the trailers"
      ),
      (
        name: "prepare-commit-msg", script: "printf 'Reviewed-by: Me <me@x.example>\\n' >> \"$1\"",
        words: "changed the trailers"
      ),
      (
        name: "commit-msg", script: "printf 'rsp-proposal: 9\\n' >> \"$1\"",
        words: "changed the trailers"
      ),
      (
        name: "commit-msg", script: "sed -i '2a RSP-Proposal: 9' \"$1\"",
        words: "changed the trailers"
      ),
      (
        name: "commit-msg", script: "printf '\\nA last word.\\n' >> \"$1\"",
        words: "changed the trailers"
      ),
    ].orSome(3))
  func refusals(name: String, script: String, words: String) throws {
    _ = try session { session in
      let sandbox = session.sandbox
      try reviewed(session)
      // Only the second commit is refused; the first must not land alone.
      let tip = try sandbox.git("rev-parse", "HEAD")
      try hook(
        name, "if [ -n \"$1\" ] && ! grep -q UCUM \"$1\"; then exit 0; fi\n" + script, sandbox)
      let outcome = try sandbox.rspmaint(["commit", "1", "2"])
      #expect(outcome.code == 1)
      #expect(outcome.err.contains(words), "\(outcome.err)")
      #expect(try sandbox.git("rev-parse", "HEAD") == tip)
      #expect(try sandbox.git("status", "--porcelain") == "")
      if name != "prepare-commit-msg" {
        #expect(try sandbox.rspmaint(["commit", "1", "2", "--no-verify"]).code == 0)
        try session.expectSound()
      }
    }
  }

  @Test("Finds hooks in core.hooksPath, and leaves alone what may not be run")
  func hooksPath() throws {
    _ = try session { session in
      let sandbox = session.sandbox
      try reviewed(session)
      try sandbox.write("#!/bin/sh\nexit 1\n", to: ".git/hooks/pre-commit")
      #expect(try sandbox.rspmaint(["commit", "1"]).code == 0)
      try sandbox.git("config", "core.hooksPath", ".git/others")
      try sandbox.write("#!/bin/sh\nexit 1\n", to: ".git/others/commit-msg")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: sandbox.root + "/.git/others/commit-msg")
      #expect(try sandbox.rspmaint(["commit", "2"]).err.contains("the hook 'commit-msg' refused"))
      let own = try sandbox.rspmaint(
        ["propose", "udi", "--confirm", "tooling", "--title", "Confirm"])
      #expect(own.code == 1 && own.err.contains("the hook 'commit-msg' refused"))
    }
  }

  @Test(
    "Commits nothing that git's attributes would change",
    arguments: [
      "*.yml filter=lfs", "Portfolio/** ident", "* working-tree-encoding=UTF-16", "* merge=union",
      #""*.yml" filter=lfs"#, #""Portfolio\057**" ident"#,
    ].orSome(2))
  func attributes(line: String) throws {
    _ = try session { session in
      let sandbox = session.sandbox
      try reviewed(session)
      let tip = try sandbox.git("rev-parse", "HEAD")
      for place in [".git/info/attributes", ".gitattributes"] {
        let before = sandbox.exists(place) ? try sandbox.read(place) : nil
        try sandbox.write((before ?? "") + line + "\n", to: place)
        let name = line.split(separator: " ")[1].split(separator: "=")[0]
        for arguments in [
          ["commit", "1"],
          ["propose", "udi", "--confirm", "tooling", "--title", "Confirm"],
        ] {
          let refused = try sandbox.rspmaint(arguments)
          #expect(refused.code == 1)
          #expect(refused.err.contains("git's attributes set '\(name)' on P"), "\(refused.err)")
        }
        #expect(try sandbox.git("rev-parse", "HEAD") == tip)
        try sandbox.write((before ?? "") + "notes/** filter=lfs\n", to: place)
      }
      #expect(try sandbox.rspmaint(["commit", "1"]).code == 0)
    }
  }

  @Test("Commits nothing of its own while git is in the middle of a merge")
  func merging() throws {
    _ = try session { session in
      let sandbox = session.sandbox
      try sandbox.git("branch", "side")
      try sandbox.write("One.\n", to: "notes.txt")
      try session.commitAll("One")
      try sandbox.git("checkout", "-q", "side")
      try sandbox.write("Two.\n", to: "notes.txt")
      try session.commitAll("Two")
      #expect(
        try sandbox.start("/usr/bin/git", ["merge", "-q", "main"], .editor, input: nil).code == 1)
      let tip = try sandbox.git("rev-parse", "HEAD")
      let refused = try sandbox.rspmaint(
        ["propose", "udi", "--confirm", "tooling", "--title", "Confirm"])
      #expect(refused.code == 1)
      #expect(refused.err.contains("a merge is under way"), "\(refused.err)")
      #expect(try sandbox.git("rev-parse", "HEAD") == tip)
      #expect(!sandbox.exists("Proposals"))
      #expect(sandbox.exists(".git/MERGE_HEAD"))
    }
  }

  @Test("Signs with ssh as git is set to, and git accepts the signature")
  func ssh() throws {
    _ = try session { session in
      let sandbox = session.sandbox
      try reviewed(session)
      let key = sandbox.root + "/.git/key"
      let made = try sandbox.start(
        "/usr/bin/ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key], .editor, input: nil)
      try #require(made.code == 0, "\(made.err)")
      let pub = try String(contentsOfFile: key + ".pub", encoding: .utf8)
      try sandbox.write("ada@editors.example " + pub, to: ".git/allowed")
      for (name, value) in [
        ("commit.gpgsign", "2"), ("gpg.format", "ssh"), ("user.signingkey", key),
        ("gpg.ssh.allowedSignersFile", sandbox.root + "/.git/allowed"),
      ] {
        try sandbox.git("config", name, value)
      }
      #expect(try sandbox.rspmaint(["commit", "1"]).code == 0)
      try sandbox.git("verify-commit", "HEAD")
      try session.expectSound()
      try sandbox.git("config", "user.signingkey", "/no/such/key")
      let tip = try sandbox.git("rev-parse", "HEAD")
      let failed = try sandbox.rspmaint(["commit", "2"])
      #expect(failed.code == 1 && failed.err.contains("did not sign, so nothing was committed"))
      #expect(try sandbox.git("rev-parse", "HEAD") == tip)
      try sandbox.git("config", "--unset", "user.signingkey")
      #expect(try sandbox.rspmaint(["commit", "2"]).err.contains("names no key"))
      #expect(try sandbox.rspmaint(["commit", "2", "--no-gpg-sign"]).code == 0)
      try session.expectSound()
    }
  }

  @Test("Signs with OpenPGP as git is set to, and git accepts the signature")
  func openpgp() throws {
    _ = try session { session in
      let sandbox = session.sandbox
      try reviewed(session)
      let made = try sandbox.start(
        "/usr/bin/gpg",
        [
          "--batch", "--passphrase", "", "--quick-gen-key", "Ada Editor <ada@editors.example>",
          "ed25519", "sign", "never",
        ], .editor, input: nil)
      try #require(made.code == 0, "\(made.err)")
      try sandbox.git("config", "commit.gpgsign", "true")
      #expect(try sandbox.rspmaint(["commit", "1", "2"]).code == 0)
      try sandbox.git("verify-commit", "HEAD")
      try sandbox.git("verify-commit", "HEAD~1")
      try session.expectSound()
      _ = try sandbox.start(
        "/usr/bin/gpgconf", ["--kill", "gpg-agent"], .editor, input: nil)
    }
  }
}
