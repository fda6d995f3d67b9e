import Diagnostics
import Files
import Git
import PortfolioModel
import Records

extension Workspace {
  /// Why a repository can't be opened.
  ///
  /// `top`: the nearest folder, from the start upwards, that holds a `.git`.
  static func refusal(
    _ problem: RepositoryProblem, top: String?, start: String
  ) -> Refusal {
    switch (problem.kind, top) {
    case (.notFound, let top?): leadsNowhere(top)
    case (.worktreeConfig, _):
      splitConfiguration([top.map { $0 + "/.git" }, start].compactMap { $0 }, at: top ?? start)
    default: Refusal(RepositoryProblem(problem.kind, path: top ?? start, detail: problem.detail))
    }
  }

  /// The refusal where `.git` is damaged, or names a repository that is gone.
  private static func leadsNowhere(_ top: String) -> Refusal {
    let place = top + "/.git"
    let anew: Hint = "clone it anew, and bring your files along"
    guard !Path.isFolder(place) else {
      let missing = ["HEAD", "objects", "refs"].filter { !Path.exists(place + "/" + $0) }
      let refs: Hint =
        "it may have been lost when the folder was copied: mkdir \(Typed.quoted(place))/refs"
      return Refusal(
        .refused,
        "'\(place)' leads to no repository: "
          + (missing.isEmpty ? "it is damaged" : "it holds no \(missing.listed)"),
        help: (missing == ["refs"] ? [refs] : []) + [anew])
    }
    let target = gitFile(top)
    let help: [Hint] =
      target.contains("/worktrees/")
      ? ["in the repository, wherever it is now: \(gitLine: .repairWorktree(top))", anew]
      : ["put back what it names, '\(target)'", anew]
    return Refusal(.refused, "'\(place)' leads to no repository", help: help)
  }

  /// The folder that a file `.git` names.
  private static func gitFile(_ top: String) -> String {
    do {
      let text = String(decoding: try Folder(top).read(".git", limit: 1 << 12), as: UTF8.self)
      return String(text.split(separator: "\n").first?.drop { $0 != " " }.dropFirst() ?? "")
    } catch {
      return ""
    }
  }

  /// The refusal where each worktree has a configuration of its own. The settings of the main
  /// worktree have to be moved before that is switched off; otherwise a bare repository would no
  /// longer be bare.
  private static func splitConfiguration(_ folders: [String], at place: String) -> Refusal {
    let unset: Hint = "\(gitLine: .config(.unset("extensions.worktreeConfig")), in: place)"
    let own = folders.first { Path.exists($0 + "/config.worktree") }
    let move = own.map { folder -> Hint in
      "cat \(Typed.quoted(folder + "/config.worktree")) >> \(Typed.quoted(folder + "/config")) && "
    }
    return Refusal(
      .refused, "the repository has a configuration for each worktree, which can't be read",
      help: [(move ?? "") + unset])
  }

  /// The refusal where the repository has no commit yet; it says how to commit the portfolio.
  var unborn: Refusal {
    Refusal(
      .refused, "the repository has no commit yet",
      help: [
        root == nil ? "clone it, commit \(Layout.portfolioStart) in the clone, and push" : importing
      ])
  }

  /// The refusal where there is no git repository; it says how to make one.
  var plain: Refusal {
    if let otherRepository {
      return Refusal(
        .refused,
        "git's GIT_DIR is set to '\(otherRepository)', and rspmaint looks for .git instead",
        help: [
          "make it the one of this folder: unset GIT_DIR GIT_WORK_TREE && echo "
            + "\(Typed.quoted("gitdir: " + otherRepository)) > \(Typed.quoted((root ?? ".") + "/.git"))"
        ])
    }
    return Refusal(
      .refused, "this needs a git repository, and the portfolio is in a plain folder",
      help: ["make it one: \(gitLine: .initialize, in: elsewhereRoot) && \(importing)"])
  }
}
