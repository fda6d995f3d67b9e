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
          "if you trust it: \(gitLine: .config(.trust(path)))",
          "where GIT_CONFIG_GLOBAL is set: "
            + "\(gitLine: .config(.trustInHome(path)))",
        ])
    case .sha256:
      self.init(
        .refused, "the repository uses SHA-256, which this rspmaint can't read",
        help: [
          "make a copy of the usual object format: \(gitLine: .copyInUsualFormat(of: path))"
        ])
    case .worktreeConfig:
      self.init(
        .refused, "the repository has a configuration for each worktree, which can't be read",
        help: ["\(gitLine: .config(.unset("extensions.worktreeConfig")))"])
    case .partialClone:
      self.init(
        .refused, "an object is missing: the clone is partial",
        help: ["\(gitLine: .fetchWhole)"])
    case .reftable:
      self.init(
        .refused, "the repository stores its references as a reftable, which can't be read",
        help: ["\(gitLine: .migrateReferences)"])
    case .splitIndex:
      self.init(
        .refused, "the repository's index is split",
        help: [
          "\(gitLine: .config(.set("core.splitIndex", "false"))) && \(gitLine: .unsplitIndex)"
        ])
    case .sparseIndex:
      self.init(
        .refused, "the repository's index is sparse",
        help: ["\(gitLine: .unsparseIndex)"])
    case .unmergedIndex:
      self.init(
        .refused, "files that a merge left with both sides are still in the index",
        help: ["mend them, then: \(gitLine: .add(["FILE"]))", "\(git: .status) names them"])
    case .unbornBranch:
      self.init(
        .refused, "the repository has no commit yet",
        help: ["commit \(Layout.portfolioStart) first"])
    case .detached:
      self.init(
        .refused, "HEAD is detached: there is no branch to commit on",
        help: ["\(gitLine: .switchBranch)"])
    case .shallow:
      self.init(
        .refused, "the clone is shallow, so its history is cut off",
        help: ["\(gitLine: .fetchHistory)"])
    case .unknownRevision(let name):
      self.init(
        .noInput, "there is no revision '\(name)'",
        help: [
          "name a branch, a tag or a commit: \(git: .log)",
          "or an edition: \(run: .edition(.list)) shows them",
        ])
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
        help: ["work in a copy without it: \(gitLine: .cloneWhole(path))"])
    case .unsupportedVersion:
      let version = AdvisedGit.Setting.setInFile(
        path + "/.git/config", "core.repositoryformatversion", "1")
      self.init(
        .refused, "the repository's format is newer than what can be read",
        help: [
          "if it was set by mistake: \(gitLine: .config(version))",
          "else clone it with the git that made it, in the usual format",
        ])
    case .corruptConfiguration:
      self.init(
        .refused, "git's configuration can't be read: \(problem.detail)",
        help: ["mend that file; \(git: .config(.list)) reads it again"])
    case .corruptIndex:
      self.init(
        .refused, "git's index in '\(path)' can't be read: \(problem.detail)",
        help: [
          "make it anew; the files stay, and what is staged is lost: "
            + "rm \(Typed.quoted(path + "index")) && \(gitLine: .resetIndex)"
        ])
    case .corruptReference:
      self.init(
        .refused, "a reference in '\(path)' can't be read: \(problem.detail)",
        help: [
          "if it is HEAD: echo 'ref: refs/heads/BRANCH' > \(Typed.quoted(path + "HEAD"))",
          "if it is a branch: \(git: .reflog) shows where it stood, \(git: .updateReference) puts it back",
        ])
    case .missingObject, .corruptObject:
      let what = problem.kind == .missingObject ? "is missing from" : "can't be read in"
      self.init(
        .refused, "an object \(what) '\(path)': \(problem.detail)",
        help: [
          "\(git: .checkAll) names all that is damaged",
          "fetch it again: \(gitLine: .fetchAgain); or clone anew and bring your files along",
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
          "\(git: .checkAll) names all that is damaged",
        ])
    case .oversizedTree(let id):
      self.init(
        .refused,
        "the folder of tree \(id) holds more files than a portfolio can hold: \(problem.detail)",
        help: ["\(gitLine: .tree(id))"])
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
          "a revision: \(git: .sizes(revision: "REVISION", Layout.folders)) shows what is large there",
          "a history: prove it in parts, \(run: .auditSince); push fewer commits at once",
        ])
    case .system:
      self.init(
        .cantWrite, "the system refuses work in '\(path)': \(problem.detail)",
        help: ["check the permissions there and the space on the disk"])
    case .failed:
      self.init(
        .refused, "git can't do this in '\(path)': \(problem.detail)",
        help: ["\(git: .checkAll) and \(git: .status) say whether the repository is sound"])
    }
  }

  package init(_ problem: FileProblem) {
    self.init(
      .cantWrite, "\(problem.operation) '\(problem.path)' failed: \(problem.text)",
      help: ["check the path, its permissions and the space on the disk"])
  }
}
