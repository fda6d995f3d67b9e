import Foundation
import TestSupport
import Testing

@Suite("Git's configuration, from wherever git reads it")
struct ConfigurationTests {
  /// Ways to set a key that a program which reads `.git/config` alone does not see: a script and
  /// variables, with KEY and VALUE for what is set.
  static let ways: [(script: String, variables: [String: String])] = [
    (
      "git config extensions.worktreeConfig true && git config --worktree 'KEY' 'VALUE'", [:]
    ),
    (
      "true",
      ["GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "KEY", "GIT_CONFIG_VALUE_0": "VALUE"]
    ),
    ("true", ["GIT_CONFIG_PARAMETERS": "'KEY'='VALUE'"]),
    (
      "git config --file ../other 'KEY' 'VALUE'",
      ["GIT_CONFIG_GLOBAL": "../other"]
    ),
    (
      "git config --file ../other 'KEY' 'VALUE'",
      ["GIT_CONFIG_SYSTEM": "../other", "GIT_CONFIG_NOSYSTEM": "0"]
    ),
    (
      """
      git config --file ../other 'KEY' 'VALUE'
      git remote add origin https://git.example/rsp
      git config 'includeIf.hasconfig:remote.*.url:https://git.example/**.path' "$PWD/../other"
      """, [:]
    ),
  ]

  /// Runs the binary in a repository with an approved proposal where one key is set in one way.
  private func outcome(
    _ way: Int, _ key: String, _ value: String, _ more: [String: String] = [:],
    prepare: (Sandbox) throws -> Void = { _ in }
  ) throws -> Sandbox.Outcome {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try prepare(sandbox)
    func filled(_ text: String) -> String {
      text.replacingOccurrences(of: "KEY", with: key)
        .replacingOccurrences(of: "VALUE", with: value)
    }
    try sandbox.shell(filled(ConfigurationTests.ways[way].script))
    var variables: [String: String] = [:]
    for (name, text) in ConfigurationTests.ways[way].variables {
      variables[name] =
        text == "../other"
        ? sandbox.root + "/../other"
        : name.hasSuffix("_KEY_0")
          || name.hasSuffix("_VALUE_0") || name.hasSuffix("PARAMETERS") ? filled(text) : text
    }
    return try sandbox.start(
      Sandbox.binary, ["commit", "1"], .editor, input: nil, variables.merging(more) { $1 })
  }

  @Test(
    "Signs where git would sign, however it is told to", arguments: Array(ways.indices).orSome(2))
  func signing(way: Int) throws {
    let outcome = try outcome(way, "commit.gpgsign", "true") { sandbox in
      try sandbox.git("config", "gpg.format", "ssh")
    }
    #expect(outcome.code == 1)
    #expect(outcome.err.contains("names no key"), "\(outcome.err)")
  }

  @Test(
    "Runs the hooks that git would run, however it is told to",
    arguments: Array(ways.indices).orSome(2))
  func hooks(way: Int) throws {
    let outcome = try outcome(way, "core.hooksPath", "others") { sandbox in
      try sandbox.shell(
        "mkdir others && printf '#!/bin/sh\\nexit 1\\n' > others/pre-commit && chmod +x others/*")
    }
    #expect(outcome.code == 1)
    #expect(outcome.err.contains("the hook 'pre-commit' refused"), "\(outcome.err)")
  }

  @Test("Takes ~ and ~USER in core.hooksPath as git does")
  func homes() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell(
      """
      mkdir ~/hooks && printf '#!/bin/sh\\nexit 1\\n' > ~/hooks/pre-commit && chmod +x ~/hooks/*
      git config core.hooksPath '~/hooks'
      """)
    let refused = try sandbox.rspmaint(["commit", "1"])
    #expect(refused.err.contains("the hook 'pre-commit' refused"), "\(refused.err)")
    try sandbox.git("config", "core.hooksPath", "~no-such-user-here/hooks")
    let unknown = try sandbox.rspmaint(["commit", "1"])
    #expect(unknown.code == 1)
    #expect(unknown.err.contains("~no-such-user-here/hooks"), "\(unknown.err)")
    try sandbox.git("config", "core.hooksPath", "~root/no-such-folder-of-hooks")
    #expect(try sandbox.rspmaint(["commit", "1"]).code == 0)
  }

  @Test("Puts the guard where core.hooksPath leads")
  func guardHome() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell(
      """
      git clone -q --bare . ../server.git
      git --git-dir=../server.git config core.hooksPath '~/hooks'
      """)
    let outcome = try sandbox.rspmaint(["guard", "install", "--repo", "../server.git"])
    #expect(outcome.code == 0, "\(outcome.err)")
    try sandbox.shell("test -x ~/hooks/pre-receive")
  }

  @Test("Commits without git by what the files say")
  func withoutGit() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell("git config user.name 'Cora Config' && git config user.email c@x.example")
    let outcome = try sandbox.start(
      "/bin/sh",
      [
        "-c",
        "unset GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL; "
          + "PATH=/nonexistent exec '\(Sandbox.binary)' commit 1",
      ], .editor, input: nil)
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(
      try sandbox.git("log", "-1", "--format=%an <%ae> %cn")
        == "Cora Config <c@x.example> Cora Config\n")
  }

  @Test(
    "Says what is wrong in git's configuration in words of its own",
    arguments: [
      ("git config commit.gpgsign maybe", "sets commit.gpgsign to 'maybe'", "git config commit.g"),
      ("echo '[core' >> .git/config", "can't be read", "git config --list --show-origin"),
    ])
  func mistakes(script: String, words: String, help: String) throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell(script)
    let outcome = try sandbox.rspmaint(["commit", "1"])
    #expect(outcome.code == 1)
    #expect(outcome.err.contains(words), "\(outcome.err)")
    #expect(outcome.err.contains(help), "\(outcome.err)")
    #expect(!outcome.err.contains("git_"), "\(outcome.err)")
  }

  @Test(
    "Reads names and dates in git's variables as git does",
    arguments: [
      ["GIT_AUTHOR_NAME": " <Ada> Editor, "], ["GIT_AUTHOR_EMAIL": "<ada@editors.example>"],
      ["GIT_AUTHOR_DATE": "Wed, 25 Nov 2026 12:00:00 +0130"],
      ["GIT_AUTHOR_DATE": "2026-11-25T12:00:00", "TZ": "Asia/Tokyo"],
      ["GIT_AUTHOR_DATE": "2026-11-25 12:00:00 -0500"], ["GIT_AUTHOR_DATE": "1795435200 -0130"],
      ["GIT_COMMITTER_DATE": "Wed, 25 Nov 2026 12:00:00 -0700"],
    ])
  func variables(_ variables: [String: String]) throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    let format = ["log", "-1", "--format=%an <%ae> %ad %cn <%ce> %cd", "--date=raw"]
    let day = "2026-11-24"
    let variables = ["GIT_COMMITTER_DATE": Sandbox.noon(day)].merging(variables) { $1 }
    let ours = try sandbox.start(
      Sandbox.binary, ["commit", "1", "--as-of", day], .editor, input: nil, variables)
    #expect(ours.code == 0, "\(ours.err)")
    let commit = try sandbox.start("/usr/bin/git", format, .editor, input: nil).out
    let git = try sandbox.start(
      "/usr/bin/git", ["commit", "-q", "--allow-empty", "-m", "By git"], .editor, input: nil,
      variables)
    #expect(git.code == 0, "\(git.err)")
    #expect(try sandbox.start("/usr/bin/git", format, .editor, input: nil).out == commit)
  }

  @Test("Refuses a date that git refuses, and says which forms it takes")
  func wrongDate() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    let outcome = try sandbox.start(
      Sandbox.binary, ["commit", "1"], .editor, input: nil, ["GIT_AUTHOR_DATE": "soon-ish!"])
    #expect(outcome.code == 64)
    #expect(outcome.err.contains("GIT_AUTHOR_DATE is not a date"), "\(outcome.err)")
  }

  @Test("Asks the command that git asks for a key", arguments: [true, false])
  func defaultKey(isLoaded: Bool) throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell(
      """
      ssh-keygen -q -t ed25519 -N '' -f ../key
      git config commit.gpgsign true && git config gpg.format ssh
      echo "ada@editors.example $(cat ../key.pub)" > ../allowed
      git config gpg.ssh.allowedSignersFile "$PWD/../allowed"
      git config gpg.ssh.defaultKeyCommand '\(isLoaded ? "cat ../key.pub" : "true")'
      """)
    // The key itself stands for the agent that holds it.
    try sandbox.shell(
      """
      printf '#!/bin/sh\\nshift 5; shift; exec ssh-keygen -Y sign -n git -f %s "$@"\\n' \
      "$PWD/../key" > ../signer && chmod +x ../signer
      git config gpg.ssh.program "$PWD/../signer"
      """)
    let outcome = try sandbox.rspmaint(["commit", "1"])
    guard isLoaded else {
      #expect(outcome.code == 1)
      #expect(outcome.err.contains("gave no key (gpg.ssh.defaultKeyCommand)"), "\(outcome.err)")
      return
    }
    #expect(outcome.code == 0, "\(outcome.err)")
    try sandbox.git("config", "--unset", "gpg.ssh.program")
    try sandbox.git("verify-commit", "HEAD")
  }
}
