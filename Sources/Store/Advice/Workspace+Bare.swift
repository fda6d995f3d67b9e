package import Diagnostics
import Files
import Git
import PortfolioModel
import Records

extension Workspace {
  /// The folder that holds `Portfolio/` as the repository's configuration says: empty, or `a/b/`.
  static func configuredFolder(_ repository: borrowing Repository) throws(Refusal) -> String {
    let value: String?
    do throws(RepositoryProblem) {
      value = try repository.string(forKey: Layout.folderKey)
    } catch {
      throw Refusal(error)
    }
    let steps = Path.steps(value ?? "")
    guard Path.leadDown(steps) else {
      throw Refusal(
        .refused, "\(Layout.folderKey) does not name a folder of the repository: '\(value ?? "")'",
        help: ["\(gitLine: .config(.set(Layout.folderKey, "FOLDER")))"])
    }
    return steps.map { $0 + "/" }.joined()
  }

  /// Refuses a commit that holds no portfolio; otherwise a check of it would find nothing wrong.
  ///
  /// `name`: what messages call the commit.
  func refuseAbsence(of commit: ObjectID, named name: String) throws(Refusal) {
    let path = prefix + Layout.portfolioFolder
    let entry = try withRepository { repository in
      try repository.entry(at: path, ofTree: try repository.commit(commit).tree)
    }
    if entry?.mode == .gitlink { throw Workspace.submodule(path) }
    guard entry == nil else { return }
    throw Refusal(
      .noInput, "there is no folder \(path)/ at \(name)",
      help: root == nil
        ? ["say where it stands: \(gitLine: .config(.set(Layout.folderKey, "FOLDER")), in: bare)"]
        : [
          isAtRoot(Layout.portfolioFolder) ? "commit it: \(importing)" : nil,
          "commits that have one: \(gitLine: .commitsWith(path: path), in: elsewhereTop)",
        ].compactMap { $0 })
  }

  /// Does the same for HEAD in a bare repository, where only the configuration tells which folder
  /// holds the portfolio.
  package func refuseAbsenceFromBare() throws(Refusal) {
    guard root == nil else { return }
    try refuseAbsence(of: try commit(named: "HEAD"), named: "HEAD")
  }

  /// The bare repository, or nil where the current folder is in it.
  private var bare: String? { isOpenedHere ? nil : start }

  static func submodule(_ path: String) -> Refusal {
    Refusal(
      .refused, "\(path)/ is a repository of its own in this one (a submodule)",
      help: ["keep \(Layout.bothFolders) as folders of one repository, and work in that one"])
  }
}
