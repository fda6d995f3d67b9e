import Diagnostics
import Git
import PortfolioModel
import Programs

/// A repository's configuration as the user's own git reads it from files, `-c` and variables.
///
/// Only verbs that write need it. Where git can't be run, libgit2 reads the files that it knows.
struct GitConfiguration {
  private let values: [GitSetting]
  private let git: UserGit

  /// - Throws: `Refusal` in git's words where git can't read its configuration.
  init(_ git: UserGit, orBy fallback: () throws(Refusal) -> [GitSetting]) throws(Refusal) {
    self.git = git
    guard let outcome = try git.run(["config", "--null", "--list"]) else {
      values = try fallback()
      return
    }
    guard outcome.succeeded else {
      throw Refusal(
        .refused, "git's configuration can't be read: \(UserGit.words(outcome))",
        help: ["mend it; \(git: .config(.list)) reads it again"])
    }
    values = outcome.output.split(separator: 0).map { entry in
      let parts = entry.split(
        separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false
      ).map { String(decoding: $0, as: UTF8.self) }
      return GitSetting(name: parts[0], value: parts.count > 1 ? parts[1] : nil)
    }
  }

  /// The last setting of a key; the case of its section and name doesn't matter.
  private func setting(_ key: String) -> GitSetting? {
    values.last { $0.name.hasSameBytes(as: key.asciiLowercased) }
  }

  /// The value of a key; nil where the key is not set, or is set without a value.
  func string(_ key: String) -> String? { setting(key)?.value }

  /// The value of a key below a name, such as a branch's, whose case counts.
  func string(_ section: String, _ name: String, _ key: String) -> String? {
    values.last { $0.name.hasSameBytes(as: "\(section).\(name).\(key)") }?.value
  }

  /// The names below which a key is set, each once, in the order of bytes.
  func names(in section: String, having key: String) -> [String] {
    let (start, end) = (section + ".", "." + key)
    let names = values.map(\.name).filter { name in
      name.hasPrefix(start) && name.hasSuffix(end)
        && name.utf8.count > start.utf8.count + end.utf8.count
    }
    return Set(names.map { String($0.dropFirst(start.count).dropLast(end.count)) })
      .sorted { $0.precedesBytewise($1) }
  }

  /// Whether a key is set to true, in any spelling that git accepts.
  func bool(_ key: String) throws(Refusal) -> Bool {
    guard let setting = setting(key) else { return false }
    if let value = setting.isTrue { return value }
    throw Refusal(
      .refused,
      "git's configuration sets \(key) to '\(setting.value ?? "")', which is neither true nor false",
      help: [
        "\(gitLine: .config(.set(key, "true")))",
        "\(git: .config(.origin(key))) says where it stands",
      ])
  }

  /// The path that a key is set to, with `~/` and `~USER/` replaced by home folders.
  func path(_ key: String) throws(Refusal) -> String? {
    guard let value = string(key), value.hasPrefix("~") else { return string(key) }
    guard let outcome = try git.run(["config", "--null", "--type=path", "--get", key]) else {
      let home = git.environment["HOME"]
      return value.hasPrefix("~/") ? home.map { $0 + value.dropFirst() } ?? value : value
    }
    guard outcome.succeeded else {
      throw Refusal(
        .refused, "git finds no folder for \(key), '\(value)': \(UserGit.words(outcome))",
        help: ["\(gitLine: .config(.set(key, "PATH")))"])
    }
    return String(decoding: outcome.output.prefix { $0 != 0 }, as: UTF8.self)
  }
}

extension Workspace {
  /// The configuration that this run commits and signs by; it is read once.
  func configuration(_ surroundings: Surroundings) throws(Refusal) -> GitConfiguration {
    if let known = memory.configuration { return known }
    let found = try GitConfiguration(try userGit(surroundings)) { () throws(Refusal) in
      isInRepository ? try withRepository { try $0.settings() } : []
    }
    memory.configuration = found
    return found
  }
}
