import Foundation
import TestSupport
import Testing

extension AdviceTests {
  @Test("Say in which folder of a bare repository the portfolio stands, before anything is proved")
  func bareFolder() throws {
    let sandbox = try Template.accepted.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell(
      """
      mkdir im && git mv Portfolio Proposals .gitattributes im && git commit -qm Move
      git clone -q --bare . ../bare.git
      """)
    let verbs = [
      ["list"], ["validate"], ["status"], ["format", "--check"], ["diff"],
      ["changelog", "--check"],
      ["audit", "--since", "HEAD"],
    ]
    for arguments in verbs {
      let outcome = try run(arguments, in: "../bare.git", sandbox)
      #expect(outcome.code == 66, "\(arguments): \(outcome.out)")
      #expect(outcome.err.contains("there is no folder Portfolio/ at "), "\(outcome.err)")
      if arguments == verbs.last {
        try type(outcome, 0, in: "../bare.git", sandbox, ["FOLDER": "im"])
      }
    }
    for arguments in verbs {
      let outcome = try run(arguments, in: "../bare.git", sandbox)
      #expect(outcome.code == 0, "\(arguments): \(outcome.err)")
    }
  }

  @Test("Keep a bare repository bare when its configuration for each worktree goes")
  func bareWorktrees() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell(
      """
      git clone -q --bare . ../bare.git && cd ../bare.git
      git config core.repositoryformatversion 1 && git config extensions.worktreeConfig true
      git config --worktree core.bare true && git config --unset core.bare
      git worktree add -q ../linked main
      """)
    let refused = try sandbox.rspmaint(["list", "--repo", "../bare.git"])
    #expect(refused.code == 1)
    try type(refused, 0, in: ".", sandbox)
    #expect(try sandbox.rspmaint(["list", "--repo", "../bare.git"]).code == 0)
    #expect(try sandbox.git("-C", "../bare.git", "rev-parse", "--is-bare-repository") == "true\n")
    #expect(try sandbox.rspmaint(["commit", "1", "--repo", "../linked"]).code == 0)
    #expect(try sandbox.git("-C", "../linked", "status", "--porcelain") == "")
  }

  @Test("Refuse in a bare repository to propose from edits, which there are none of")
  func bareEdits() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell("git clone -q --bare . ../bare.git")
    let outcome = try sandbox.rspmaint(
      ["propose", "--from-worktree", "--title", "T", "--repo", "../bare.git"])
    #expect(outcome.code == 1)
    #expect(outcome.err.contains("the repository is bare"), "\(outcome.err)")
  }
}
