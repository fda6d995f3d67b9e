import Diagnostics
import Git
import Programs

/// The key that a user signs with.
enum SigningKey: CustomStringConvertible {
  /// The absolute path of a private key, or of a public one whose private half an agent holds.
  case file(String)
  /// The words of a public key whose private half an agent holds.
  case literal(String)

  /// Reads the words of a public key as git's settings may hold them; nil for anything else, which
  /// is a path.
  init?(literal text: String) {
    if text.hasPrefix("key::") {
      self = .literal(String(text.dropFirst(5)))
    } else if ["ssh-", "ecdsa-", "sk-"].contains(where: text.hasPrefix) {
      self = .literal(text)
    } else {
      return nil
    }
  }

  var description: String {
    switch self {
    case .file(let path): path
    case .literal(let key): key
    }
  }
}

extension Workspace {
  /// The key at a path, or else the key of git's `user.signingkey` in any form that git accepts.
  ///
  /// - Throws: `Refusal` where neither names a key.
  func signingKey(_ path: String?, _ surroundings: Surroundings) throws(Refusal) -> SigningKey {
    if let path { return .file(path) }
    guard let configured = try configuredKey(surroundings) else {
      throw Refusal(
        .refused, "there is no key to sign with",
        help: [
          "\(gitLine: .config(.setSigningKey("YOUR_KEY.pub")))", "or name it: \(option: .key)",
        ])
    }
    return configured
  }

  /// The key of git's `user.signingkey`, or else the first one that `gpg.ssh.defaultKeyCommand`
  /// lists; nil where neither is set.
  func configuredKey(_ surroundings: Surroundings) throws(Refusal) -> SigningKey? {
    let configuration = try configuration(surroundings)
    if let key = try configuration.path("user.signingkey"), !key.isEmpty {
      if let literal = SigningKey(literal: key) { return literal }
      return .file(key.hasPrefix("/") ? key : (root ?? "") + "/" + key)
    }
    guard let command = configuration.string("gpg.ssh.defaultKeyCommand") else { return nil }
    let outcome: Program.Outcome
    do throws(ProgramProblem) {
      outcome = try Program(
        "/bin/sh", arguments: ["-c", command], environment: surroundings.environment,
        folder: root ?? "/"
      ).run()
    } catch {
      throw Refusal(.refused, "'\(command)' can't be run: \(error.reason)")
    }
    let line = String(decoding: outcome.output.prefix { $0 != 10 }, as: UTF8.self)
    guard outcome.succeeded, let literal = SigningKey(literal: line) else {
      throw Refusal(
        .refused, "'\(command)' gave no key (gpg.ssh.defaultKeyCommand)",
        help: [
          "load a key: 'ssh-add'",
          "or name one: \(gitLine: .config(.setSigningKey("YOUR_KEY.pub")))",
        ])
    }
    return literal
  }
}
