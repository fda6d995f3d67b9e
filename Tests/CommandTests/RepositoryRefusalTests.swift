import Foundation
import TestSupport
import Testing

@Suite("Repositories that can't be used")
struct RepositoryRefusalTests {
  /// What makes the same arguments work.
  enum Mend: Sendable {
    /// The first help, typed as it stands but for the names that it leaves open; then, where it makes
    /// a copy, in that.
    case help(_ fills: [String: String] = [:], copy: String? = nil, then: String = "true")
    /// The help is words; this is what they ask for.
    case words(String)
    /// Not to be had with the git of these tests, and why.
    case impossible(String)
  }

  /// A repository that a program of git's, or a crash, has left in a state that is refused.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// Runs at the root of a repository with an approved proposal 1.
    let script: String
    var arguments = ["commit", "1"]
    /// What the refusal says, and the command that it gives.
    let words: String
    let help: String
    let mend: Mend

    init(
      _ name: String, _ script: String, _ arguments: [String] = ["commit", "1"], says words: String,
      help: String, mend: Mend = .help()
    ) {
      testDescription = name
      self.script = script
      self.arguments = arguments
      self.words = words
      self.help = help
      self.mend = mend
    }
  }

  private static let format1 = "git config core.repositoryformatversion 1 && git config extensions."

  /// Formats of git's that can't be read.
  static let formats = [
    Case(
      "objects by SHA-256",
      "rm -rf .git && git init -q --object-format=sha256 -b main && git add -A && git commit -qm A",
      ["list", "--rev", "HEAD"], says: "uses SHA-256", help: "git init --object-format=sha1",
      mend: .help(["COPY": "../copy", "BRANCH": "main"], copy: "../copy")),
    Case(
      "a configuration for each worktree", format1 + "worktreeConfig true",
      says: "a configuration for each worktree", help: "config --unset extensions.worktreeConfig"),
    Case(
      "a configuration for each worktree, with settings in it",
      format1 + "worktreeConfig true && git config --worktree user.name 'Willa Worktree'",
      says: "a configuration for each worktree", help: "cat '",
      mend: .help(then: "test \"$(git config user.name)\" = 'Willa Worktree'")),
    Case(
      "references in a table", format1 + "refStorage reftable",
      says: "as a reftable", help: "git refs migrate --ref-format=files",
      mend: .impossible("git refs came with git 2.46")),
    Case(
      "relative paths between worktrees", format1 + "relativeWorktrees true",
      says: "git's extension 'relativeworktrees'", help: "git clone --no-local ",
      mend: .impossible("only git 2.48 and later opens such a repository")),
    Case(
      "precious objects", format1 + "preciousObjects true", ["list", "--rev", "HEAD"],
      says: "git's extension 'preciousobjects'", help: "git clone --no-local ",
      mend: .help(["COPY": "../copy"], copy: "../copy")),
    Case(
      "a format of the future", "git config core.repositoryformatversion 2",
      says: "newer than what can be read", help: "core.repositoryformatversion 1"),
    Case(
      "a split index", "git update-index --split-index",
      says: "index is split", help: "git update-index --no-split-index"),
    Case(
      "an index that git is told to split",
      "git config core.splitIndex true && git update-index --split-index",
      says: "index is split", help: "git update-index --no-split-index"),
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
      mend: .help(then: "git config --unset extensions.worktreeConfig || true")),
    Case(
      "records that a sparse checkout leaves out",
      "git sparse-checkout set --no-cone '/*' '!/Portfolio/standards/data/'",
      says: "the checkout is sparse", help: "git sparse-checkout add '/Portfolio/**'",
      mend: .help(then: "git config --unset extensions.worktreeConfig || true")),
  ]

  /// What attributes would change between file and object.
  static let attributes = [
    Case(
      "a filter for large files", "echo 'Portfolio/** filter=lfs' >> .gitattributes",
      says: "filter", help: ".gitattributes", mend: .words("git checkout -q .gitattributes")),
    Case(
      "another encoding in the worktree",
      "echo '*.yml working-tree-encoding=UTF-16' >> .gitattributes",
      says: "working-tree-encoding", help: ".gitattributes",
      mend: .words("git checkout -q .gitattributes")),
    Case(
      "an attribute from a file of one's own",
      "echo '*.yml ident' > ../mine && git config core.attributesFile \"$PWD/../mine\"",
      says: "'ident'", help: "git config core.attributesFile",
      mend: .words("rm \"$(git config core.attributesFile)\"")),
  ]

  /// What is not there, or not whole.
  static let damage = [
    Case(
      "a worktree whose repository is gone",
      "mv .git ../store && echo \"gitdir: $PWD/../gone\" > .git", ["list"],
      says: "leads to no repository", help: "put back what it names",
      mend: .words("mv ../store \"$(cut -d' ' -f2 .git)\"")),
    Case(
      "a linked worktree whose repository has moved",
      """
      git clone -q . ../one && git -C ../one worktree add -q -b side ../side
      mv .git ../store && cp ../side/.git .git && mv ../one ../two
      """, ["list"], says: "leads to no repository", help: "git worktree repair",
      mend: .words(
        "cd ../two && git worktree repair ../side >/dev/null && cp ../side/.git ../rsp/.git")),
    Case(
      "a submodule whose repository is gone",
      "echo 'gitdir: ../.git/modules/rsp' > x && "
        + "mv .git ../store && mv x .git", ["list"],
      says: "leads to no repository", help: "clone it anew",
      mend: .words("rm .git && mv ../store .git")),
    Case(
      "a repository that has lost its empty folder of references",
      "git pack-refs --all && rm -rf .git/refs", ["list"],
      says: "it holds no refs", help: "mkdir '"),
    Case(
      "a repository that has lost its objects", "mv .git/objects ../objects", ["list"],
      says: "it holds no objects", help: "clone it anew",
      mend: .words("mv ../objects .git/objects")),
    Case(
      "a broken configuration", "echo '[core' >> .git/config", ["list"],
      says: "git's configuration can't be read", help: "git config --list --show-origin",
      mend: .words("sed -i '$d' .git/config")),
    Case(
      "a broken index", "echo broken > .git/index", says: "index",
      help: "what is staged is lost: rm '"),
    Case(
      "a broken HEAD", "echo broken > .git/HEAD", ["list", "--rev", "HEAD"],
      says: "a reference in ", help: "echo 'ref: refs/heads/BRANCH' > '",
      mend: .help(["BRANCH": "main"])),
    Case(
      "a commit that is missing",
      """
      git clone -q . ../spare && git remote add origin "$PWD/../spare"
      f=.git/objects/$(git rev-parse HEAD | sed 's,^..,&/,'); rm -f $f
      """,
      ["list", "--rev", "HEAD"], says: "an object is missing from ", help: "git fsck --full",
      mend: .words("git fetch -q --refetch")),
    Case(
      "an object that is missing",
      """
      git clone -q . ../spare && git remote add origin "$PWD/../spare"
      f=.git/objects/$(git rev-parse HEAD:Portfolio/portfolio.yml | sed 's,^..,&/,'); rm -f $f
      """,
      ["list", "--rev", "HEAD"], says: "an object is missing from ", help: "git fetch --refetch",
      mend: .words("git fetch -q --refetch")),
    Case(
      "an object that is damaged",
      """
      git clone -q . ../spare && git remote add origin "$PWD/../spare"
      f=.git/objects/$(git rev-parse HEAD:Portfolio/portfolio.yml | sed 's,^..,&/,')
      rm -f $f && echo broken > $f
      """,
      ["list", "--rev", "HEAD"], says: "an object can't be read in ", help: "git fsck --full",
      mend: .words("find .git/objects -type f -size -20c -delete; git fetch -q --refetch")),
  ]

  static var all: [Case] { formats + attributes + damage }

  @Test("Each has its message with the command that helps", arguments: all.orSome(8))
  func refused(_ item: Case) throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell(item.script)
    let record = "Portfolio/standards/data/loinc.yml"
    let before = sandbox.exists(record) ? try sandbox.read(record) : nil
    let outcome = try sandbox.rspmaint(item.arguments)
    #expect(outcome.code == 1, "\(outcome.out)\(outcome.err)")
    let first = outcome.err.split(separator: "\n").first.map(String.init) ?? ""
    #expect(first.hasPrefix("rspmaint: ") && first.contains(item.words), "\(outcome.err)")
    #expect(outcome.help.joined(separator: "\n").contains(item.help), "\(outcome.err)")
    if let before { #expect(try sandbox.read(record) == before) }
    var place: [String] = []
    switch item.mend {
    case .help(let fills, let copy, let then):
      try sandbox.shell(try outcome.command(0, fills))
      try sandbox.shell(then)
      place = copy.map { ["--repo", $0] } ?? []
    case .words(let script): try sandbox.shell(script)
    case .impossible: return
    }
    let again = try sandbox.rspmaint(item.arguments + place)
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
    let refused = try sandbox.rspmaint(["list"])
    try sandbox.shell(try refused.command(0))
    #expect(try sandbox.rspmaint(["list"]).code == 0)
    // Where git keeps its settings elsewhere, the second one helps.
    try sandbox.shell("rm ~/.gitconfig")
    try sandbox.shell(try refused.command(1))
    let global = try sandbox.start(
      Sandbox.binary, ["list"], .editor, input: nil, ["GIT_CONFIG_GLOBAL": sandbox.root + "/../g"])
    #expect(global.code == 0, "\(global.err)")
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
