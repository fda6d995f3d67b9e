import Git

/// The key that a user signs with.
enum SigningKey: CustomStringConvertible {
  /// The absolute path of a private key, or of a public one whose private half an agent holds.
  case file(String)
  /// The words of a public key whose private half an agent holds.
  case literal(String)

  var description: String {
    switch self {
    case .file(let path): path
    case .literal(let key): key
    }
  }
}

extension Workspace {
  /// The key at a path, else that of git's `user.signingkey`, in the forms that git takes it in.
  ///
  /// - Throws: `Refusal` where neither names a key.
  func signingKey(_ path: String?, _ surroundings: Surroundings) throws(Refusal) -> SigningKey {
    if let path { return .file(path) }
    let configured =
      isInRepository ? try withRepository { try $0.string(forKey: "user.signingkey") } : nil
    guard let configured, !configured.isEmpty else {
      throw Refusal(
        .refused, "there is no key to sign with",
        help: ["git config user.signingkey ~/.ssh/YOUR_KEY.pub", "or name it: '--key PATH'"])
    }
    if configured.hasPrefix("key::") { return .literal(String(configured.dropFirst(5))) }
    if configured.hasPrefix("ssh-") { return .literal(configured) }
    if configured.hasPrefix("/") { return .file(configured) }
    if configured.hasPrefix("~/"), let home = surroundings.programVariables["HOME"] {
      return .file(home + configured.dropFirst(1))
    }
    return .file((root ?? "") + "/" + configured)
  }
}
