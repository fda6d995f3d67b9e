package import Diagnostics
import Files
import Git

extension Workspace {
  /// Refuses a folder that can't keep sealed replies: one that is not there, or one of the worktree
  /// or the git folder, from where they could be shared or be lost together with what is sealed.
  package func refuseKeeping(in folder: String) throws(Refusal) {
    guard Path.isFolder(folder), let place = Path.real(folder) else {
      if Path.exists(folder) {
        throw Refusal(
          .cantWrite, "\(folder) is not a folder", help: ["name another one: \(option: .keep)"])
      }
      throw Refusal(.cantWrite, "there is no folder \(folder)", help: ["make it first"])
    }
    let (worktree, own, common) = try withRepository {
      ($0.workingDirectory, $0.gitDirectory, $0.commonDirectory)
    }
    func holds(_ outer: String) -> Bool {
      Path.real(outer).map { Path.rest(of: place, below: $0) != nil } ?? false
    }
    let isOfGit = holds(own) || holds(common)
    guard isOfGit || [worktree, top].compactMap({ $0 }).contains(where: holds) else { return }
    throw Refusal(
      .refused,
      isOfGit
        ? "\(folder) is in the git folder, where the replies are sealed already"
        : "\(folder) is in the worktree, from where sealed replies could be shared",
      help: ["name a folder elsewhere: \(option: .keep)"])
  }
}
