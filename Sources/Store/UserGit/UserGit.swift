import Diagnostics
import Git
import Programs

/// The user's own git. It is asked for what only git itself reads reliably: every source of its
/// configuration, and the user's identity.
struct UserGit {
  let environment: [String: String]
  /// The absolute path of the folder that git runs in.
  let folder: String

  /// The variables that lead git to a repository or to parts of it. Inherited ones may lead to
  /// another repository than ours.
  static let leading = [
    "GIT_DIR", "GIT_COMMON_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE", "GIT_PREFIX",
    "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE",
    "GIT_GRAFT_FILE", "GIT_SHALLOW_FILE", "GIT_REPLACE_REF_BASE", "GIT_NO_REPLACE_OBJECTS",
    "GIT_CONFIG",
  ]

  /// Runs git and waits for its end; nil where there is no git that can be run.
  ///
  /// - Throws: `Refusal` where the system lacks the resources to run it.
  func run(_ arguments: [String]) throws(Refusal) -> Program.Outcome? {
    do throws(ProgramProblem) {
      return try Program(
        "git", arguments: arguments, environment: environment, folder: folder
      ).run()
    } catch {
      guard error.isShortage else { return nil }
      throw Refusal(.tryAgain, "git can't be run: \(error.reason)", help: ["then run this again"])
    }
  }

  /// Git's error message on one line, without its `fatal: `.
  static func words(_ outcome: Program.Outcome) -> String {
    let lines = String(decoding: outcome.errors, as: UTF8.self).split(separator: "\n").map {
      $0.hasPrefix("fatal: ") || $0.hasPrefix("error: ") ? String($0.dropFirst(7)) : String($0)
    }
    return lines.isEmpty ? "git gave no reason" : lines.joined(separator: "; ")
  }
}

extension Surroundings {
  /// The environment without the variables that lead git to a repository.
  var environmentOfNoRepository: [String: String] {
    environment.filter { !UserGit.leading.contains($0.key) }
  }
}

extension Workspace {
  /// Git at the top of this repository, or in the plain folder, with messages in English.
  func userGit(_ surroundings: Surroundings) throws(Refusal) -> UserGit {
    var environment = surroundings.environmentOfNoRepository
    environment["LC_ALL"] = "C"
    guard isInRepository else { return UserGit(environment: environment, folder: root ?? "/") }
    let (folder, top) = try withRepository { ($0.gitDirectory, $0.workingDirectory) }
    environment["GIT_DIR"] = folder
    return UserGit(environment: environment, folder: top ?? folder)
  }
}
