package import Diagnostics
package import Git
package import PortfolioModel
import Programs

/// The author or committer of a commit and its time, as git determines them.
package struct Identity: Sendable {
  package enum Role: String, Sendable {
    case author, committer
  }

  package let person: Person
  package let seconds: Int
  package let offsetMinutes: Int

  /// The UTC day of the commit.
  package var day: CalendarDate { CalendarDate(secondsSince1970: seconds) }

  package var signature: Signature {
    Signature(
      name: person.name, email: person.email, seconds: Int64(seconds), offsetMinutes: offsetMinutes)
  }
}

extension Workspace {
  /// The identity that the user's own git gives for a role.
  ///
  /// - Throws: `Refusal` with what to type where git knows no identity.
  package func identity(
    _ role: Identity.Role, _ surroundings: Surroundings
  ) throws(Refusal) -> Identity {
    let git = try userGit(surroundings)
    let variable = "GIT_\(role.rawValue.uppercased())_"
    // Without this, git makes up an address from the names of user and machine.
    let asks = (git.environment["EMAIL"] ?? "").isEmpty ? ["-c", "user.useConfigOnly=true"] : []
    guard let outcome = try git.run(asks + ["var", variable + "IDENT"]) else {
      return try identityWithoutGit(role, surroundings)
    }
    guard outcome.succeeded else {
      let words = UserGit.words(outcome)
      if words.hasPrefix("invalid date") { throw Identity.unreadDate(variable, git.environment) }
      let isUnknown = ["auto-detect", "ident name", "disallowed"].contains(where: words.contains)
      throw isUnknown
        ? unknownIdentity
        : Refusal(
          .refused, "git does not say who you are: \(words)",
          help: ["once that is mended, \(run: .verb(.identity)) says it"])
    }
    guard let identity = Identity(ident: String(decoding: outcome.output, as: UTF8.self)) else {
      throw unknownIdentity
    }
    guard git.environment[variable + "DATE"] == nil else { return identity }
    return Identity(
      person: identity.person, seconds: surroundings.now, offsetMinutes: surroundings.offsetMinutes)
  }

  /// The same identity by the rules that git documents, from the files that libgit2 reads.
  private func identityWithoutGit(
    _ role: Identity.Role, _ surroundings: Surroundings
  ) throws(Refusal) -> Identity {
    let variables = surroundings.environment
    let prefix = "GIT_\(role.rawValue.uppercased())_"
    let configuration = try configuration(surroundings)
    func configured(_ name: String) -> String? {
      configuration.string("\(role.rawValue).\(name)") ?? configuration.string("user.\(name)")
    }
    let name = variables[prefix + "NAME"] ?? configured("name")
    var email = variables[prefix + "EMAIL"] ?? configured("email")
    if try !configuration.bool("user.useConfigOnly") { email = email ?? variables["EMAIL"] }
    guard let name, let email, let person = Person(name: name, email: email) else {
      throw unknownIdentity
    }
    guard let date = variables[prefix + "DATE"] else {
      return Identity(
        person: person, seconds: surroundings.now, offsetMinutes: surroundings.offsetMinutes)
    }
    guard let (seconds, offset) = GitDate.parse(date) else {
      throw Identity.unreadDate(prefix, variables)
    }
    return Identity(person: person, seconds: seconds, offsetMinutes: offset)
  }
}

extension Workspace {
  /// A plain folder has no configuration of its own.
  private var unknownIdentity: Refusal { Identity.unknown(inRepository: isInRepository) }
}

extension Identity {
  /// The refusal where git knows no identity.
  static func unknown(inRepository: Bool) -> Refusal {
    Refusal(
      .refused, "git does not know who you are",
      help: inRepository
        ? ["\(line: .identity)"]
        : [
          "\(gitLine: .config(.setEverywhere("user.name", "YOUR NAME")))",
          "\(gitLine: .config(.setEverywhere("user.email", "YOU@EXAMPLE.ORG")))",
        ])
  }

  /// Reads git's own line: `NAME <EMAIL> SECONDS ZONE`.
  init?(ident: String) {
    let words = ident.split(whereSeparator: \.isWhitespace)
    guard words.count > 2, let end = ident.lastIndex(of: ">"),
      let person = Person(String(ident[...end])),
      let (seconds, offset) = GitDate.parse("@" + words.suffix(2).joined(separator: " "))
    else { return nil }
    self.init(person: person, seconds: seconds, offsetMinutes: offset)
  }

  fileprivate static func unreadDate(
    _ prefix: String, _ variables: [String: String]
  ) -> Refusal {
    Refusal(
      .usage, "\(prefix)DATE is not a date that git reads: '\(variables[prefix + "DATE"] ?? "")'",
      help: ["write '@SECONDS +HHMM' or 'YYYY-MM-DDTHH:MM:SS+HH:MM'"])
  }
}
