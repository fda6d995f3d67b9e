package import Diagnostics
import Files
import PortfolioModel
import Programs

/// A repository with one commit, made by the user's own git: their identity, hooks and signing.
///
/// It is made aside and then moved to its place, so that a failure leaves nothing.
package struct NewRepository: Sendable {
  package typealias File = (path: String, bytes: [UInt8])

  package struct Outcome: Sendable {
    /// 40 hexadecimal digits.
    package let commit: String
    package let branch: String
  }

  /// Paths below the repository's top.
  package let files: [File]
  package let message: String
  package let surroundings: Surroundings

  package init(_ files: [File], message: String, _ surroundings: Surroundings) {
    (self.files, self.message, self.surroundings) = (files, message, surroundings)
  }

  private static let name = "new"

  /// - Parameter place: Where nothing is, or an empty folder.
  package func make(at place: FreePlace) throws(Refusal) -> Outcome {
    do {
      let room = try TemporaryFolder(in: place.room)
      try Folder(room.path).makeFolder(at: NewRepository.name)
      let made = room.path + "/" + NewRepository.name
      let folder = try Folder(made)
      for file in files { try folder.write(file.bytes, to: file.path) }
      let outcome = try commit(in: made)
      if place.isThere {
        let names = try folder.entries(at: "").map(\.name)
        try move(names, of: room, into: place.path)
      } else {
        try room.move(NewRepository.name, to: place.path)
      }
      return outcome
    } catch let problem as FileProblem {
      throw Refusal(problem)
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw Refusal(.cantWrite, "\(error)")
    }
  }

  /// Moves entries into a folder, git's own last; where one can't be moved, the others go back.
  private func move(
    _ names: [String], of room: borrowing TemporaryFolder, into folder: String
  ) throws(FileProblem) {
    var moved: [String] = []
    for name in names.filter({ $0 != ".git" }) + [".git"] {
      let made = NewRepository.name + "/" + name
      do throws(FileProblem) {
        try room.move(made, to: folder + "/" + name)
        moved.append(name)
      } catch {
        for name in moved {
          try room.takeBack(folder + "/" + name, as: NewRepository.name + "/" + name)
        }
        throw error
      }
    }
  }
}

// MARK: - Git

extension NewRepository {
  /// Makes the repository in the folder that holds the files, and commits all of them.
  private func commit(in folder: String) throws(Refusal) -> Outcome {
    var environment = surroundings.environmentOfNoRepository
    environment["LC_ALL"] = "C"
    let git = UserGit(environment: environment, folder: folder)
    try refuseUnknownIdentity(git)
    let named = try run(git, ["config", "init.defaultBranch"]).succeeded
    try does(git, ["init", "-q"] + (named ? [] : ["-b", "main"]))
    // Whatever the user's own ignore rules leave out, these files belong together.
    try does(git, ["add", "-A", "-f"])
    let unsigned = surroundings.skipsSigning ? ["-c", "commit.gpgSign=false"] : []
    try does(
      git, unsigned + ["commit", "-q", "-m", message] + (surroundings.skipsHooks ? ["-n"] : []))
    return Outcome(
      commit: try does(git, ["rev-parse", "HEAD"]),
      branch: try does(git, ["symbolic-ref", "HEAD"]).rest(after: "refs/heads/"))
  }

  private func run(_ git: UserGit, _ arguments: [String]) throws(Refusal) -> Program.Outcome {
    guard let outcome = try git.run(arguments) else {
      throw Refusal(
        .refused, "a portfolio begins with a repository, and git can't be run",
        help: ["\(install: .git)"])
    }
    return outcome
  }

  /// Runs what has to succeed, and returns its output without the line's end.
  @discardableResult
  private func does(_ git: UserGit, _ arguments: [String]) throws(Refusal) -> String {
    let outcome = try run(git, arguments)
    guard outcome.succeeded else {
      throw Refusal(
        .refused, "git could not make the first commit, so nothing was made",
        details: Refusal.quoted(String(decoding: outcome.errors + outcome.output, as: UTF8.self)))
    }
    return String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").first
      .map(String.init) ?? ""
  }

  private func refuseUnknownIdentity(_ git: UserGit) throws(Refusal) {
    for role in ["AUTHOR", "COMMITTER"] {
      // Without this, git makes up an address from the names of user and machine.
      let asks = (git.environment["EMAIL"] ?? "").isEmpty ? ["-c", "user.useConfigOnly=true"] : []
      guard try run(git, asks + ["var", "GIT_\(role)_IDENT"]).succeeded else {
        throw Identity.unknown(inRepository: false)
      }
    }
  }
}
