import Foundation
import TestSupport
import Testing

extension RepositoryKindTests {
  @Test(
    "Takes identities where git takes them",
    arguments: [
      (
        "git config user.name 'Cora Config'; git config user.email cora@x.example", [:],
        "Cora Config <cora@x.example>"
      ),
      (
        """
        printf '[user]\n name = Inga Included\n email = inga@x.example\n' > ../included
        git config "includeIf.gitdir:$PWD/.git.path" "$PWD/../included"
        """, [:], "Inga Included <inga@x.example>"
      ),
      (
        "git config user.name 'Cora Config'", ["EMAIL": "by-email@x.example"],
        "Cora Config <by-email@x.example>"
      ),
      (
        "git config user.name 'Cora Config'; git config committer.name 'Carl Committer'",
        ["EMAIL": "by-email@x.example"], "Cora Config <by-email@x.example>"
      ),
      (
        "git config user.name Unused; git config user.email unused@x.example",
        ["GIT_AUTHOR_NAME": "Vera Variable", "GIT_AUTHOR_EMAIL": "vera@x.example"],
        "Vera Variable <vera@x.example>"
      ),
      (
        "git config user.name 'Cora Config'; git config user.useConfigOnly true",
        ["EMAIL": "by-email@x.example"], nil
      ),
      ("true", [:], nil),
      (
        """
        git config extensions.worktreeConfig true
        git config --worktree user.name 'Willa Worktree'
        git config --worktree user.email willa@x.example
        """, [:], "Willa Worktree <willa@x.example>"
      ),
      (
        "git config user.name 'Cora Config'",
        [
          "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "user.email",
          "GIT_CONFIG_VALUE_0": "counted@x.example",
        ], "Cora Config <counted@x.example>"
      ),
    ] as [(String, [String: String], String?)])
  func identities(script: String, variables: [String: String], who: String?) throws {
    let sandbox = try approved(script)
    defer { sandbox.remove() }
    let tip = try sandbox.git("rev-parse", "HEAD")
    let words = variables.map { "export \($0.key)='\($0.value)'; " }.sorted().joined()
    let unset =
      "unset GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL; "
    let run = try sandbox.start(
      "/bin/sh", ["-c", unset + words + " '\(Sandbox.binary)' commit 1"], .editor, input: nil)
    guard let who else {
      #expect(run.code == 1)
      #expect(run.err.contains("rspmaint identity 'NAME <EMAIL>'"), "\(run.err)")
      #expect(try sandbox.git("rev-parse", "HEAD") == tip)
      return
    }
    #expect(run.code == 0, "\(run.err)")
    let people = ["log", "-1", "--format=%an <%ae> by %cn <%ce>"]
    let ours = try sandbox.start("/usr/bin/git", people, .editor, input: nil).out
    #expect(ours.hasPrefix(who + " by "), "\(ours)")
    // Git itself is the measure.
    let git = try sandbox.start(
      "/bin/sh", ["-c", unset + words + " git commit -q --allow-empty -m 'By git'"], .editor,
      input: nil)
    #expect(git.code == 0, "\(git.err)")
    #expect(try sandbox.start("/usr/bin/git", people, .editor, input: nil).out == ours)
  }
}
