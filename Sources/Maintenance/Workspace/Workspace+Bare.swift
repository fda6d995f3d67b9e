import Files
import Git
import PortfolioModel

extension Workspace {
  /// The key by which a repository without a worktree says in which folder its portfolio stands.
  static let folderKey = "rspmaint.folder"

  /// What stands before `Portfolio/` by the repository's configuration: nothing, or `a/b/`.
  static func configuredFolder(_ repository: borrowing Repository) throws(Refusal) -> String {
    let value: String?
    do throws(RepositoryProblem) {
      value = try repository.string(forKey: folderKey)
    } catch {
      throw Refusal(error)
    }
    let steps = Path.steps(value ?? "")
    guard !steps.contains(where: { $0 == "." || $0 == ".." }) else {
      throw Refusal(
        .refused, "\(folderKey) is no folder of the repository: '\(value ?? "")'",
        help: ["git config \(folderKey) FOLDER"])
    }
    return steps.map { $0 + "/" }.joined()
  }
}
