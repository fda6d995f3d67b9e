import Diagnostics
import Git
import Programs

/// What git gives a hook of `git commit --only`: its folder, its variables and the names of files.
struct HookSurroundings {
  /// Where hooks start: the top of the worktree, with a final slash.
  let top: String
  /// The absolute path of the git directory, with a final slash.
  let gitDirectory: String
  private let variables: [String: String]

  /// Set to 1 for the hooks of a commit that this tool makes, and judged itself.
  private static let ownCommit = "RSPMAINT_COMMIT"

  /// - Parameter author: The commit's author.
  init(
    _ workspace: borrowing Workspace, by author: Identity, _ surroundings: Surroundings
  ) throws(Refusal) {
    (top, gitDirectory) = try workspace.withRepository {
      ($0.workingDirectory ?? "", $0.gitDirectory)
    }
    var variables = surroundings.environmentOfNoRepository
    variables["GIT_EDITOR"] = ":"
    variables[HookSurroundings.ownCommit] = "1"
    variables["GIT_PREFIX"] = workspace.prefixOfStart
    let signature = author.signature
    variables["GIT_AUTHOR_NAME"] = signature.name
    variables["GIT_AUTHOR_EMAIL"] = signature.email
    variables["GIT_AUTHOR_DATE"] = "@\(signature.seconds) \(author.zone)"
    // Git puts the folder of its own programs on a hook's path.
    let git = try workspace.userGit(surroundings)
    if let outcome = try git.run(["--exec-path"]), outcome.succeeded {
      let folder = String(decoding: outcome.output.prefix { $0 != 10 }, as: UTF8.self)
      variables["GIT_EXEC_PATH"] = folder
      let path = variables["PATH"].map { ":" + $0 } ?? ""
      variables["PATH"] = folder + path
    }
    self.variables = variables
  }

  /// Whether `.git` at the top is the git directory itself, not a file that names it, as in a
  /// linked worktree. If so, git gives hooks relative paths and doesn't set GIT_DIR.
  private var isPlain: Bool { gitDirectory == top + ".git/" }

  var messagePath: String { (isPlain ? ".git/" : gitDirectory) + "COMMIT_EDITMSG" }
  var indexPath: String { (isPlain ? ".git/" : gitDirectory) + "index" }

  /// The variables of a hook that gets the path of an index.
  func environment(index: String) -> [String: String] {
    var variables = variables
    variables["GIT_INDEX_FILE"] = index
    if !isPlain { variables["GIT_DIR"] = String(gitDirectory.dropLast()) }
    return variables
  }
}

extension Identity {
  /// The offset from UTC as git writes it: `+0130`.
  fileprivate var zone: String {
    let minutes = offsetMinutes.magnitude
    let digits = String(minutes / 60 * 100 + minutes % 60)
    return (offsetMinutes < 0 ? "-" : "+") + String(repeating: "0", count: 4 - digits.utf8.count)
      + digits
  }
}
