import Diagnostics
package import Files
package import Git
import PortfolioModel
import Records

/// What to type when the repository or the file system says no.
extension Refusal {
  package init(_ problem: RepositoryProblem) {
    let path = problem.path ?? "."
    switch problem.kind {
    case .notFound: self.init(.noInput, "there is no git repository at '\(path)'")
    case .notOwned:
      self.init(
        .refused, "the repository at '\(path)' belongs to another user",
        help: [
          "if you trust it: git config --global --add safe.directory \(Typed.quoted(path))",
          "where GIT_CONFIG_GLOBAL is set: "
            + "git config --file ~/.gitconfig --add safe.directory \(Typed.quoted(path))",
        ])
    case .sha256:
      self.init(
        .refused, "the repository uses SHA-256, which this rspmaint can't read",
        help: [
          "make a copy of the usual object format: git init --object-format=sha1 COPY && "
            + "git -C \(Typed.quoted(path)) fast-export --all | git -C COPY fast-import && "
            + "git -C COPY switch BRANCH"
        ])
    case .worktreeConfig:
      self.init(
        .refused, "the repository has a configuration for each worktree, which can't be read",
        help: ["git config --unset extensions.worktreeConfig"])
    case .partialClone:
      self.init(
        .refused, "an object is missing: the clone is partial",
        help: ["git fetch --refetch --no-filter"])
    case .reftable:
      self.init(
        .refused, "the repository stores its references as a reftable, which can't be read",
        help: ["git refs migrate --ref-format=files"])
    case .splitIndex:
      self.init(
        .refused, "the repository's index is split",
        help: ["git config core.splitIndex false && git update-index --no-split-index"])
    case .sparseIndex:
      self.init(
        .refused, "the repository's index is sparse",
        help: ["git sparse-checkout reapply --no-sparse-index"])
    case .unbornBranch:
      self.init(
        .refused, "the repository has no commit yet",
        help: ["commit \(Layout.portfolioStart) first"])
    case .detached:
      self.init(
        .refused, "HEAD is detached: there is no branch to commit on", help: ["git switch BRANCH"])
    case .shallow:
      self.init(
        .refused, "the clone is shallow, so its history is cut off",
        help: ["git fetch --unshallow"])
    case .unknownRevision(let name):
      self.init(
        .noInput, "there is no revision '\(name)'",
        help: ["name a branch, a tag or a commit: 'git log --oneline'"])
    case .ambiguousRevision(let name):
      self.init(.noInput, "'\(name)' could mean several commits", help: ["give more of its id"])
    case .severalMeanings(let name, let meanings):
      self.init(
        .noInput, "'\(name)' could mean several commits: \(meanings.listed)",
        help: ["type the one that is meant in its place, as it stands there"])
    case .referenceMoved(let name):
      self.init(
        .moved, "\(name) moved while this ran", help: ["run it again"])
    case .referenceExists(let name):
      self.init(.refused, "\(name) is there already", help: ["choose another name"])
    case .referenceLocked(let file, let age), .indexLocked(let file, let age):
      self.init(
        .tryAgain, "another git program holds '\(file)' for \(age) s",
        help: ["wait for it to end; if none is running: rm \(Typed.quoted(file))"])
    case .bare:
      self.init(
        .refused, "this needs a worktree, and the repository is bare",
        help: ["clone it and work in the clone"])
    case .unsupportedExtension(let name):
      self.init(
        .refused, "the repository uses git's extension '\(name)', which can't be read",
        help: ["work in a copy without it: git clone --no-local \(Typed.quoted(path)) COPY"])
    case .unsupportedVersion:
      self.init(
        .refused, "the repository's format is newer than what can be read",
        help: [
          "if it was set by mistake: git config --file \(Typed.quoted(path + "/.git/config")) "
            + "core.repositoryformatversion 1",
          "else clone it with the git that made it, in the usual format",
        ])
    case .corruptConfiguration:
      self.init(
        .refused, "git's configuration can't be read: \(problem.detail)",
        help: ["mend that file; 'git config --list --show-origin' reads it again"])
    case .corruptIndex:
      self.init(
        .refused, "git's index in '\(path)' can't be read: \(problem.detail)",
        help: [
          "make it anew; the files stay, and what is staged is lost: "
            + "rm \(Typed.quoted(path + "index")) && git reset"
        ])
    case .corruptReference:
      self.init(
        .refused, "a reference in '\(path)' can't be read: \(problem.detail)",
        help: [
          "if it is HEAD: echo 'ref: refs/heads/BRANCH' > \(Typed.quoted(path + "HEAD"))",
          "if it is a branch: 'git reflog BRANCH' shows where it stood, 'git update-ref' puts it back",
        ])
    case .missingObject, .corruptObject:
      let what = problem.kind == .missingObject ? "is missing from" : "can't be read in"
      self.init(
        .refused, "an object \(what) '\(path)': \(problem.detail)",
        help: [
          "'git fsck --full' names all that is damaged",
          "fetch it again: git fetch --refetch; or clone anew and bring your files along",
        ])
    case .packing:
      self.init(
        .tryAgain, "another git program packs the objects in '\(path)': \(problem.detail)",
        help: ["wait for it to end, then run this again"])
    case .malformedTree(let id):
      self.init(
        .refused, "the tree \(id) is not one that git writes: \(problem.detail)",
        help: [
          "what a checkout of it holds hangs on the program: take no commit that has it",
          "'git fsck --full' names all that is damaged",
        ])
    case .oversizedTree(let id):
      self.init(
        .refused,
        "the folder of tree \(id) holds more files than a portfolio can hold: \(problem.detail)",
        help: ["git ls-tree \(id)"])
    case .oddFile(let file):
      self.init(
        .refused, "'\(file)', which git reads, is a pipe, a socket or a device",
        help: [
          "see what it is: ls -l \(Typed.quoted(file))", "put back the file that git had there",
        ])
    case .oversizedReading:
      self.init(
        .refused,
        "'\(path)' holds more than a portfolio and its history can hold: "
          + problem.detail,
        help: [
          "a revision: 'git ls-tree -r -l REVISION Portfolio Proposals' shows what is large there",
          "a history: prove it in parts, 'rspmaint audit --since COMMIT'; push fewer commits at once",
        ])
    case .system:
      self.init(
        .cantWrite, "the system refuses work in '\(path)': \(problem.detail)",
        help: ["check the permissions there and the space on the disk"])
    case .failed:
      self.init(
        .refused, "git can't do this in '\(path)': \(problem.detail)",
        help: ["'git fsck --full' and 'git status' say whether the repository is sound"])
    }
  }

  package init(_ problem: FileProblem) {
    self.init(
      .cantWrite, "\(problem.operation) '\(problem.path)' failed: \(problem.text)",
      help: ["check the path, its permissions and the space on the disk"])
  }
}
