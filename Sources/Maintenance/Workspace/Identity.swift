import Git
package import PortfolioModel

/// Who acts, as git takes an identity: variables first, then the repository's configuration.
package struct Identity: Sendable {
  package enum Role: String, Sendable {
    case author, committer
  }

  package let person: Person
  package let seconds: Int
  package let offsetMinutes: Int

  var signature: Signature {
    Signature(
      name: person.name, email: person.email, seconds: Int64(seconds), offsetMinutes: offsetMinutes)
  }
}

extension Workspace {
  /// The identity of a role.
  ///
  /// - Throws: `Refusal` with the two commands to type where there is none.
  package func identity(
    _ role: Identity.Role, _ surroundings: Surroundings
  ) throws(Refusal) -> Identity {
    let variables = surroundings.gitVariables
    let prefix = "GIT_\(role.rawValue.uppercased())_"
    var name = variables[prefix + "NAME"]
    var email = variables[prefix + "EMAIL"]
    var takesConfiguredOnly = false
    if isInRepository {
      let (configuredName, configuredEmail) = try withRepository { repository in
        takesConfiguredOnly = try repository.bool(forKey: "user.useConfigOnly")
        return (
          try repository.string(forKey: "\(role.rawValue).name")
            ?? repository.string(forKey: "user.name"),
          try repository.string(forKey: "\(role.rawValue).email")
            ?? repository.string(forKey: "user.email")
        )
      }
      name = name ?? configuredName
      email = email ?? configuredEmail
    }
    if !takesConfiguredOnly { email = email ?? variables["EMAIL"] }
    guard let name, let email, let person = Person(name: name, email: email) else {
      throw Refusal(
        .refused, "git does not know who you are",
        help: [
          "git config --global user.name 'YOUR NAME'",
          "git config --global user.email YOU@EXAMPLE.ORG",
        ])
    }
    guard let date = variables[prefix + "DATE"] else {
      return Identity(
        person: person, seconds: surroundings.now, offsetMinutes: surroundings.offsetMinutes)
    }
    guard let (seconds, offset) = GitDate.parse(date) else {
      throw Refusal(
        .usage, "\(prefix)DATE is not a date that rspmaint reads: '\(date)'",
        help: ["write '@SECONDS +HHMM' or 'YYYY-MM-DDTHH:MM:SS+HH:MM'"])
    }
    return Identity(person: person, seconds: seconds, offsetMinutes: offset)
  }
}

/// The forms of dates that git documents for its variables: raw, and ISO 8601.
enum GitDate {
  static func parse(_ text: String) -> (seconds: Int, offsetMinutes: Int)? {
    let parts = text.split(separator: " ").map(String.init)
    let raw = parts.first.map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 }
    if let raw, let seconds = Int(raw), parts.count <= 2, raw.utf8.count > 4 {
      guard parts.count == 2 else { return (seconds, 0) }
      return offset(parts[1]).map { (seconds, $0) }
    }
    return iso(text)
  }

  private static func iso(_ text: String) -> (seconds: Int, offsetMinutes: Int)? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 19, let date = CalendarDate(String(text.prefix(10))),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ")
    else { return nil }
    let time = String(decoding: bytes[11..<19], as: UTF8.self).split(separator: ":")
      .compactMap { Int($0) }
    guard time.count == 3, (0..<24).contains(time[0]), (0..<60).contains(time[1]),
      (0...60).contains(time[2])
    else { return nil }
    var zone = String(decoding: bytes[19...], as: UTF8.self)
    if zone.hasPrefix(" ") { zone.removeFirst() }
    guard let offset = zone.isEmpty || zone == "Z" ? 0 : offset(zone) else { return nil }
    let local = date.daysSince1970 * 86_400 + time[0] * 3_600 + time[1] * 60 + time[2]
    return (local - offset * 60, offset)
  }

  /// `+0130` or `+01:30`, in minutes.
  private static func offset(_ text: String) -> Int? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard digits.count == 4, let number = Int(digits), number % 100 < 60 else { return nil }
    return (sign == "-" ? -1 : 1) * (number / 100 * 60 + number % 100)
  }
}
