import Diagnostics
import Files
import Git
import Programs

/// The user's own git, talking to the shared repository: its transports, credentials and push hooks.
struct SharingGit {
  private let git: UserGit
  private let remote: String
  /// The top of the worktree, where that is not the user's own folder.
  private let elsewhere: String?
  private let surroundings: Surroundings

  /// - Parameter asks: Whether git may ask the user for a name or a password.
  /// - Parameter objects: The folder that takes the objects that are fetched; nil for the repository's.
  init(
    _ workspace: borrowing Workspace, _ remote: String, asks: Bool, objects: String? = nil,
    _ surroundings: Surroundings
  ) throws(Refusal) {
    let plain = try workspace.userGit(surroundings)
    var environment = plain.environment
    if !asks {
      environment["GIT_TERMINAL_PROMPT"] = "0"
      let configured = try workspace.configuration(surroundings).string("core.sshCommand")
      if environment["GIT_SSH_COMMAND"] == nil, environment["GIT_SSH"] == nil, configured == nil {
        environment["GIT_SSH_COMMAND"] = "ssh -o BatchMode=yes"
      }
    }
    if let objects {
      let own = try workspace.withRepository { $0.commonDirectory + "objects" }
      environment["GIT_OBJECT_DIRECTORY"] = objects
      environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = SharingGit.quoted(own)
    }
    git = UserGit(environment: environment, folder: plain.folder)
    self.remote = remote
    elsewhere = workspace.elsewhereTop
    self.surroundings = surroundings
  }

  /// A path in a list whose items are separated by colons.
  private static func quoted(_ path: String) -> String {
    let escaped = path.utf8.flatMap { byte in
      [UInt8(ascii: "\\"), UInt8(ascii: "\"")].contains(byte) ? [UInt8(ascii: "\\"), byte] : [byte]
    }
    return "\"" + String(decoding: escaped, as: UTF8.self) + "\""
  }

  /// Runs git, again for a while where another git program holds a reference of this repository.
  ///
  /// - Throws: `Refusal` where there is no git, or where that program does not end.
  func run(_ arguments: [String]) throws(Refusal) -> Program.Outcome {
    let waiting = Waiting(atMost: surroundings.gitLockPatience)
    while true {
      guard let outcome = try git.run(arguments) else {
        throw Refusal(
          .refused, "git can't be run, and without it nothing is shared",
          help: ["install git: \(install: .git)"])
      }
      guard !outcome.succeeded, RemoteFailure.isHeldUp(outcome) else { return outcome }
      guard waiting.pause() else {
        guard let lock = RemoteFailure.lock(in: outcome) else { return outcome }
        throw Refusal(RepositoryProblem(lockedBy: lock))
      }
    }
  }

  /// Why git could not talk to the shared repository.
  func failure(_ outcome: Program.Outcome) -> Refusal {
    RemoteFailure(outcome).refusal(of: remote, elsewhere)
  }

  /// As ``run(_:)``, where a failure is a refusal.
  func succeed(_ arguments: [String]) throws(Refusal) -> Program.Outcome {
    let outcome = try run(arguments)
    guard outcome.succeeded else { throw failure(outcome) }
    return outcome
  }
}
