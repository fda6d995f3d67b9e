import Foundation
import TestSupport
import Testing

@Suite("Hooks, as git runs them")
struct HookSurroundingsTests {
  private static let names = ["pre-commit", "prepare-commit-msg", "commit-msg", "post-commit"]

  /// Hooks that write down how they were called: arguments, folder and git's variables.
  private func install(_ sandbox: Sandbox) throws {
    for name in HookSurroundingsTests.names {
      try hook(
        name,
        """
        { echo "\(name) $* $PWD"; env | grep -E '^(GIT|PATH|HOME)' | sort; git rev-parse --git-dir; \
        } >> "$HOME/log"
        """, sandbox)
    }
  }

  private func hook(
    _ name: String, _ script: String, _ sandbox: Sandbox, interpreter: String = "#!/bin/sh\n"
  ) throws {
    let path = ".git/hooks/" + name
    try sandbox.write(interpreter + script + "\n", to: path)
    try sandbox.shell("chmod +x '\(path)'")
  }

  /// What the hooks wrote down, without the process in the name of the index and the day.
  private func log(_ sandbox: Sandbox) throws -> String {
    try sandbox.shell("mv ~/log ../log")
    return try sandbox.read("../log").replacingOccurrences(
      of: "(next-index-[0-9]+\\.lock|rspmaint/\\.rspmaint-[^/]*/index)", with: "INDEX",
      options: .regularExpression
    ).replacingOccurrences(
      of: "GIT_COMMITTER_DATE=@[0-9]+", with: "GIT_COMMITTER_DATE=DAY", options: .regularExpression)
  }

  @Test(
    "Gives hooks the folder, the variables and the arguments that git gives them",
    arguments: [".", "../side", "Portfolio/standards", "../side/Portfolio"])
  func surroundings(folder: String) throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell("git worktree add -q -b side ../side")
    try install(sandbox)
    let outcome = try sandbox.rspmaint(["commit", "1", "--repo", folder])
    #expect(outcome.code == 0, "\(outcome.err)")
    let ours = try log(sandbox)
    let top = folder.hasPrefix("../side") ? "../side" : "."
    try sandbox.write("A\n", to: top + "/notes.txt")
    try sandbox.git("-C", top, "add", "-N", "notes.txt")
    try sandbox.git("-C", folder, "commit", "-q", "--only", ":/notes.txt", "-m", "By git")
    #expect(try log(sandbox) == ours)
  }

  @Test("Leads hooks to the repository that is worked on, whatever is inherited")
  func inherited() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell("git init -q ../other")
    try hook("pre-commit", "git rev-parse --absolute-git-dir > \"$HOME/where\"", sandbox)
    let other = sandbox.root + "/../other"
    let outcome = try sandbox.start(
      Sandbox.binary, ["commit", "1", "--repo", sandbox.root], .editor, input: nil,
      [
        "GIT_DIR": other + "/.git", "GIT_WORK_TREE": other, "GIT_COMMON_DIR": other + "/.git",
        "GIT_INDEX_FILE": other + "/.git/index",
      ])
    #expect(outcome.code == 0, "\(outcome.err)")
    try sandbox.shell("test \"$(cat ~/where)\" = \"$PWD/.git\"")
  }

  @Test("Runs a hook that names no interpreter, and shows what hooks print that let it pass")
  func plain() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try hook("pre-commit", "echo looked at; printf 'twice' >&2", sandbox, interpreter: "")
    try hook("post-commit", "echo '\tdone'", sandbox)
    let outcome = try sandbox.rspmaint(["commit", "1"])
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(outcome.err == "looked at\ntwice\n\tdone\n", "\(outcome.err)")
    try hook("pre-commit", "true", sandbox, interpreter: "#!/no/such/interpreter\n")
    let refused = try sandbox.rspmaint(
      ["propose", "udi", "--confirm", "tooling", "--title", "Confirm"])
    #expect(refused.code == 1)
    #expect(refused.err.contains("the hook 'pre-commit' can't be run"), "\(refused.err)")
  }

  @Test(
    "Says in words what a hook has spoiled",
    arguments: [
      ("commit-msg", "rm \"$1\"", "left no message for proposal 0001: the file is gone"),
      ("commit-msg", "printf 'a\\0b' >> \"$1\"", "left no message for proposal 0001: a zero byte"),
      (
        "commit-msg", "printf '\\377' >> \"$1\"",
        "left no message for proposal 0001: it is not UTF-8"
      ),
      ("pre-commit", "echo broken > \"$GIT_INDEX_FILE\"", "left no index that can be read"),
      ("pre-commit", "rm \"$GIT_INDEX_FILE\"", "changed what is to be committed"),
    ])
  func spoiled(name: String, script: String, words: String) throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    let tip = try sandbox.git("rev-parse", "HEAD")
    try hook(name, script, sandbox)
    let outcome = try sandbox.rspmaint(["commit", "1"])
    #expect(outcome.code == 1)
    #expect(outcome.err.contains(words), "\(outcome.err)")
    for raw in ["FileProblem", "git_", "rm '"] {
      #expect(!outcome.err.contains(raw), "\(outcome.err)")
    }
    #expect(try sandbox.git("rev-parse", "HEAD") == tip)
    #expect(try sandbox.git("status", "--porcelain") == "")
    try sandbox.shell("rm .git/hooks/\(name)")
    #expect(try sandbox.rspmaint(["commit", "1"]).code == 0)
  }

  @Test("Says that a signer which leaves no signature gave none")
  func noSignature() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell(
      """
      git config commit.gpgsign true && git config gpg.format ssh
      git config user.signingkey /no/key && git config gpg.ssh.program /bin/true
      """)
    let outcome = try sandbox.rspmaint(["commit", "1"])
    #expect(outcome.code == 1)
    #expect(outcome.err.contains("the signer gave no signature"), "\(outcome.err)")
    #expect(outcome.err.contains("'--no-gpg-sign'"), "\(outcome.err)")
  }

  @Test("Is not held up by what a killed run left of an index for hooks or of a message")
  func leftovers() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try hook("pre-commit", "kill -9 $PPID; sleep 1", sandbox)
    try sandbox.write("staged\n", to: "staged.txt")
    try sandbox.git("add", "staged.txt")
    _ = try sandbox.rspmaint(["commit", "1"])
    let left = try FileManager.default.contentsOfDirectory(
      atPath: sandbox.root + "/.git/rspmaint")
    #expect(left.contains { $0.hasPrefix(".rspmaint-") }, "\(left)")
    try sandbox.shell(
      """
      for folder in .git/rspmaint/.rspmaint-*; do touch "$folder/index.lock"; done
      touch .git/rspmaint/next-index.lock ".git/.rspmaint-999999999-COMMIT_EDITMSG"
      printf '#!/bin/sh\\n' > .git/hooks/pre-commit
      """)
    let outcome = try sandbox.rspmaint(["commit", "1"])
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(try sandbox.git("status", "--porcelain") == "A  staged.txt\n")
    try sandbox.shell("! ls -A .git .git/rspmaint | grep -q '^\\.rspmaint-'")
  }
}
