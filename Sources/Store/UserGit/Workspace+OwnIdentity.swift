package import Diagnostics
import Git
package import PortfolioModel
import Programs

extension Workspace {
  /// Writes a person into the repository's own configuration, as `user.name` and `user.email`.
  package func setIdentity(
    _ person: Person, _ surroundings: Surroundings
  ) throws(Refusal) {
    try locked("identity", surroundings) { () throws(Refusal) in
      try withRepository {
        try $0.set([("user.name", person.name), ("user.email", person.email)])
      }
    }
  }

  /// Where git takes the author's name and address from, a phrase each; nil where git can't be run.
  package func originOfAuthor(
    _ surroundings: Surroundings
  ) throws(Refusal) -> (name: String, email: String)? {
    guard let name = try origin("name", surroundings), let email = try origin("email", surroundings)
    else { return nil }
    return (name, email)
  }

  private func origin(
    _ part: String, _ surroundings: Surroundings
  ) throws(Refusal) -> String? {
    let git = try userGit(surroundings)
    let variable = "GIT_AUTHOR_\(part.uppercased())"
    if git.environment[variable] != nil { return "the environment (\(variable))" }
    for key in ["author.\(part)", "user.\(part)"] {
      guard let outcome = try git.run(["config", "--null", "--show-origin", "--get", key]) else {
        return nil
      }
      guard outcome.succeeded else { continue }
      let place = String(decoding: outcome.output.prefix { $0 != 0 }, as: UTF8.self)
      guard place.hasPrefix("file:") else { return "the environment (git's settings)" }
      let file = String(place.dropFirst("file:".count))
      return try isOwn(file) ? "this repository's configuration" : file
    }
    return "the environment (EMAIL)"
  }

  /// Whether a file of git's configuration is the repository's own.
  private func isOwn(_ file: String) throws(Refusal) -> Bool {
    guard isInRepository else { return false }
    return try withRepository {
      file.hasPrefix(".git/") || file.hasPrefix($0.commonDirectory)
        || file.hasPrefix($0.gitDirectory)
    }
  }
}
