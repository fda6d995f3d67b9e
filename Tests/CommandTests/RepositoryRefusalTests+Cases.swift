import Foundation
import TestSupport
import Testing

extension RepositoryRefusalTests {
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
}
