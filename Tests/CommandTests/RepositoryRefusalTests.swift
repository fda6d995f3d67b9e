import Foundation
import Testing

@Suite("Repositories that can't be used")
struct RepositoryRefusalTests {
  /// A repository that a program of git's, or a crash, has left in a state that is refused.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// Runs at the root of a repository with an approved proposal 1.
    let script: String
    var arguments = ["commit", "1"]
    /// What the refusal says, and the command that it gives.
    let words: String
    let help: String
    /// What makes the same arguments work: the help, filled in as a user would.
    var mend: String?

    init(
      _ name: String, _ script: String, _ arguments: [String] = ["commit", "1"], says words: String,
      help: String, mend: String? = nil
    ) {
      testDescription = name
      self.script = script
      self.arguments = arguments
      self.words = words
      self.help = help
      self.mend = mend
    }
  }

  /// Formats of git's that can't be read.
  static let formats = [
    Case(
      "objects by SHA-256",
      "rm -rf .git && git init -q --object-format=sha256 -b main && git add -A && git commit -qm A",
      says: "uses SHA-256", help: "git init --object-format=sha1"),
    Case(
      "a configuration for each worktree",
      "git config core.repositoryformatversion 1 && git config extensions.worktreeConfig true",
      says: "a configuration for each worktree",
      help: "git config --unset extensions.worktreeConfig",
      mend: "git config --unset extensions.worktreeConfig"),
    Case(
      "references in a table",
      "git config core.repositoryformatversion 1 && git config extensions.refStorage reftable",
      says: "as a reftable", help: "git refs migrate --ref-format=files"),
    Case(
      "relative paths between worktrees",
      "git config core.repositoryformatversion 1 && git config extensions.relativeWorktrees true",
      says: "git's extension 'relativeworktrees'", help: "git clone --no-local "),
    Case(
      "precious objects",
      "git config core.repositoryformatversion 1 && git config extensions.preciousObjects true",
      says: "git's extension 'preciousobjects'", help: "git clone --no-local "),
    Case(
      "a format of the future", "git config core.repositoryformatversion 2",
      says: "newer than what can be read", help: "git clone --no-local "),
    Case(
      "a split index", "git update-index --split-index",
      says: "index is split", help: "git update-index --no-split-index",
      mend: "git update-index --no-split-index"),
    Case(
      "a sparse index",
      """
      mkdir -p other/deep && echo a > other/deep/a && git add -A && git commit -qm Other
      git sparse-checkout init --cone --sparse-index
      git sparse-checkout set Portfolio Proposals
      git config --unset extensions.worktreeConfig
      cat .git/config.worktree >> .git/config
      """,
      says: "index is sparse", help: "git sparse-checkout reapply --no-sparse-index",
      mend: "git sparse-checkout reapply --no-sparse-index; "
        + "git config --unset extensions.worktreeConfig || true"),
  ]

  /// What attributes would change between file and object.
  static let attributes = [
    Case(
      "a filter for large files", "echo 'Portfolio/** filter=lfs' >> .gitattributes",
      says: "filter", help: ".gitattributes"),
    Case(
      "another encoding in the worktree",
      "echo '*.yml working-tree-encoding=UTF-16' >> .gitattributes",
      says: "working-tree-encoding", help: ".gitattributes"),
  ]

  /// What is not there, or not whole.
  static let damage = [
    Case(
      "a worktree whose repository is gone", "rm -rf .git && echo 'gitdir: /nowhere' > .git",
      ["list"], says: "leads to no repository", help: "git worktree repair"),
    Case(
      "a broken configuration", "echo '[core' >> .git/config", ["list"],
      says: "git's configuration can't be read", help: "git config --list --show-origin"),
    Case(
      "a broken index", "echo broken > .git/index", says: "index", help: "rm '",
      mend: "rm .git/index && git reset -q"),
    Case(
      "a broken HEAD", "echo broken > .git/HEAD", ["list", "--rev", "HEAD"],
      says: "a reference in ", help: "echo 'ref: refs/heads/BRANCH' > '",
      mend: "echo 'ref: refs/heads/main' > .git/HEAD"),
    Case(
      "an object that is missing",
      "f=.git/objects/$(git rev-parse HEAD:Portfolio/portfolio.yml | sed 's,^..,&/,'); rm -f $f",
      ["list", "--rev", "HEAD"], says: "an object is missing from ", help: "git fsck --full"),
    Case(
      "an object that is damaged",
      """
      f=.git/objects/$(git rev-parse HEAD:Portfolio/portfolio.yml | sed 's,^..,&/,')
      rm -f $f && echo broken > $f
      """,
      ["list", "--rev", "HEAD"], says: "an object can't be read in ", help: "git fsck --full"),
  ]

  @Test(
    "Each has its message with the command that helps", arguments: formats + attributes + damage)
  func refused(_ item: Case) throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell(item.script)
    let record = try sandbox.read("Portfolio/standards/data/loinc.yml")
    let outcome = try sandbox.rspmaint(item.arguments)
    #expect(outcome.code == 1, "\(outcome.out)\(outcome.err)")
    let first = outcome.err.split(separator: "\n").first.map(String.init) ?? ""
    #expect(first.hasPrefix("rspmaint: ") && first.contains(item.words), "\(outcome.err)")
    #expect(
      outcome.err.components(separatedBy: "help: ").dropFirst().joined().contains(item.help),
      "\(outcome.err)")
    #expect(try sandbox.read("Portfolio/standards/data/loinc.yml") == record)
    guard let mend = item.mend else { return }
    try sandbox.shell(mend)
    let again = try sandbox.rspmaint(item.arguments)
    #expect(again.code == 0, "\(again.err)")
  }

  @Test("A partial clone is told to fetch what is missing, and then works")
  func partialClone() throws {
    let sandbox = try Template.accepted.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell(
      """
      git config uploadpack.allowFilter true && git config uploadpack.allowAnySHA1InWant true
      git clone -q --filter=blob:none "file://$PWD" ../partial
      """)
    let old = ["show", "loinc", "--rev", "HEAD~1", "--repo", "../partial"]
    let outcome = try sandbox.rspmaint(old)
    #expect(outcome.code == 1, "\(outcome.out)")
    #expect(outcome.err.contains("the clone is partial"), "\(outcome.err)")
    #expect(outcome.err.contains("git fetch --refetch --no-filter"), "\(outcome.err)")
    try sandbox.git("-C", "../partial", "fetch", "-q", "--refetch", "--no-filter")
    #expect(try sandbox.rspmaint(old).code == 0)
  }

  @Test(
    "A repository of someone else's names the folder to trust, also from below",
    .enabled(if: getuid() == 0, "only root can give files away"))
  func notOwned() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell("chown -R 65534 .")
    for folder in [".", "Portfolio/standards"] {
      let outcome = try sandbox.rspmaint(["list", "--repo", folder])
      #expect(outcome.code == 1, "\(outcome.out)")
      #expect(outcome.err.contains("belongs to another user"), "\(outcome.err)")
      let path = URL(fileURLWithPath: sandbox.root).resolvingSymlinksInPath().path
      #expect(
        outcome.err.contains("git config --global --add safe.directory '\(path)'\n"),
        "\(outcome.err)")
    }
    try sandbox.shell("git config --global --add safe.directory \"$PWD\"")
    #expect(try sandbox.rspmaint(["list"]).code == 0)
  }

  @Test("Without an identity, gives the two commands to type")
  func noIdentity() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    let nobody = [
      "GIT_AUTHOR_NAME": "", "GIT_AUTHOR_EMAIL": "", "GIT_COMMITTER_NAME": "",
      "GIT_COMMITTER_EMAIL": "",
    ]
    let outcome = try sandbox.start(
      Sandbox.binary, ["commit", "1"], .editor, input: nil, nobody)
    #expect(outcome.code == 1)
    #expect(outcome.err.contains("git config --global user.name 'YOUR NAME'"), "\(outcome.err)")
    #expect(outcome.err.contains("git config --global user.email YOU@EXAMPLE.ORG"))
  }
}
