import Diagnostics
import Git
import Programs

/// What git puts around a hook of `git commit --only`: folder, variables and the names of files.
struct HookSurroundings {
  /// Where hooks start: the top of the worktree, with a final slash.
  let top: String
  /// With a final slash.
  let gitDirectory: String
  private let variables: [String: String]

  /// - Parameter author: Whose the commit is.
  init(
    _ workspace: borrowing Workspace, by author: Identity, _ surroundings: Surroundings
  ) throws(Refusal) {
    (top, gitDirectory) = try workspace.withRepository {
      ($0.workingDirectory ?? "", $0.gitDirectory)
    }
    var variables = surroundings.environmentOfNoRepository
    variables["GIT_EDITOR"] = ":"
    variables["GIT_PREFIX"] = workspace.prefixOfStart
    let signature = author.signature
    variables["GIT_AUTHOR_NAME"] = signature.name
    variables["GIT_AUTHOR_EMAIL"] = signature.email
    variables["GIT_AUTHOR_DATE"] = "@\(signature.seconds) \(author.zone)"
    // The folder of git's own programs is on a hook's path.
    let git = try workspace.userGit(surroundings)
    if let outcome = try git.run(["--exec-path"]), outcome.succeeded {
      let folder = String(decoding: outcome.output.prefix { $0 != 10 }, as: UTF8.self)
      variables["GIT_EXEC_PATH"] = folder
      let path = variables["PATH"].map { ":" + $0 } ?? ""
      variables["PATH"] = folder + path
    }
    self.variables = variables
  }

  /// Whether `.git` at the top is the git directory itself and not a file that leads to one, as in a
  /// linked worktree. Git then names what is in it by relative paths, and not the directory.
  private var isPlain: Bool { gitDirectory == top + ".git/" }

  var messagePath: String { (isPlain ? ".git/" : gitDirectory) + "COMMIT_EDITMSG" }
  var indexPath: String { (isPlain ? ".git/" : gitDirectory) + "index" }

  /// The variables of a hook that is shown an index.
  func environment(index: String) -> [String: String] {
    var variables = variables
    variables["GIT_INDEX_FILE"] = index
    if !isPlain { variables["GIT_DIR"] = String(gitDirectory.dropLast()) }
    return variables
  }
}

extension Identity {
  /// As git writes it: `+0130`.
  fileprivate var zone: String {
    let minutes = offsetMinutes.magnitude
    let digits = String(minutes / 60 * 100 + minutes % 60)
    return (offsetMinutes < 0 ? "-" : "+") + String(repeating: "0", count: 4 - digits.utf8.count)
      + digits
  }
}
