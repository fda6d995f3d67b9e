import Files
import Git
import Programs

/// Signs commits as git is set to, by the user's own programs; or leaves them unsigned.
struct CommitSigner {
  private enum Way {
    case unsigned
    /// A program and the key that it is given.
    case openpgp(program: String, key: String?)
    /// A program, and the path of a key or its public text.
    case ssh(program: String, key: String)
  }

  private let way: Way
  private let top: String
  private let environment: [String: String]

  /// Stores a commit, signed where git is set to sign.
  ///
  /// `objects`: what leads to it; a signer takes its time, and they may be gone by then. Throws ``Refusal`` where the signer fails; then nothing refers to the commit.
  func write(
    tree: ObjectID, parent: ObjectID, author: Identity, committer: Identity, message: String,
    _ objects: UnreferencedObjects, in repository: borrowing Repository
  ) throws -> ObjectID {
    if case .unsigned = way {
      return try repository.writeCommit(
        tree: tree, parents: [parent], author: author.signature,
        committer: committer.signature, message: message)
    }
    let text = try repository.commitText(
      tree: tree, parents: [parent], author: author.signature, committer: committer.signature,
      message: message)
    let git = try Folder(repository.gitDirectory)
    if try git.kind(of: "rspmaint") == nil { try git.makeFolder(at: "rspmaint") }
    let names = ["rspmaint/next-commit", "rspmaint/next-commit.sig", "rspmaint/next-key"]
    func clear() throws(FileProblem) {
      for name in names where try git.kind(of: name) != nil { try git.remove(name) }
    }
    try clear()
    try git.write(text, to: names[0])
    let signature: [UInt8]
    switch way {
    case .unsigned: preconditionFailure("unsigned commits have returned")
    case .openpgp(let program, let key):
      let identity = "\(committer.signature.name) <\(committer.signature.email)>"
      signature = try run(
        program, ["--status-fd=2", "-bsau", key ?? identity],
        input: repository.gitDirectory + names[0]
      ).output
    case .ssh(let program, let key):
      var path = key
      if let publicKey = CommitSigner.publicKey(key) {
        try git.write(Array((publicKey + "\n").utf8), to: names[2])
        path = repository.gitDirectory + names[2]
      } else if key.hasPrefix("~/") {
        path = (environment["HOME"] ?? "") + key.dropFirst()
      }
      _ = try run(
        program, ["-Y", "sign", "-n", "git", "-f", path, repository.gitDirectory + names[0]],
        input: nil)
      signature = try git.read(names[1], limit: 1 << 20)
    }
    try clear()
    var lines = String(decoding: signature, as: UTF8.self)
    while lines.hasSuffix("\n") { lines.removeLast() }
    guard lines.hasPrefix("-----BEGIN ") else {
      throw Refusal(.refused, "the signer gave no signature, so nothing was committed")
    }
    try repository.store(objects)
    return try repository.writeCommit(text: text, signature: lines)
  }

  /// The key in `user.signingkey` where that is the key itself, not a path.
  private static func publicKey(_ key: String) -> String? {
    if key.hasPrefix("key::") { return String(key.dropFirst(5)) }
    return key.hasPrefix("ssh-") || key.hasPrefix("ecdsa-") || key.hasPrefix("sk-") ? key : nil
  }

  private func run(
    _ program: String, _ arguments: [String], input: String?
  ) throws(Refusal) -> Program.Outcome {
    let help = ["sign nothing this time: '--no-gpg-sign'"]
    let outcome: Program.Outcome
    do throws(ProgramProblem) {
      outcome = try Program(
        program, arguments: arguments, environment: environment, folder: top
      ).run(input: input)
    } catch {
      throw Refusal(
        .refused, "'\(program)' can't be run, so nothing was committed: \(error.reason)",
        help: help)
    }
    guard !outcome.succeeded else { return outcome }
    let output = String(decoding: outcome.errors, as: UTF8.self)
      .split(separator: "\n").map { "\n  " + $0 }.joined()
    throw Refusal(
      .refused, "'\(program)' did not sign, so nothing was committed:\(output)", help: help)
  }

  fileprivate init(
    _ repository: borrowing Repository, _ surroundings: Surroundings
  ) throws {
    top = repository.workingDirectory ?? "/"
    environment = surroundings.environment
    guard !surroundings.skipsSigning, try repository.bool(forKey: "commit.gpgsign") else {
      way = .unsigned
      return
    }
    let key = try repository.string(forKey: "user.signingkey")
    switch try repository.string(forKey: "gpg.format") ?? "openpgp" {
    case "openpgp":
      let program =
        try repository.string(forKey: "gpg.openpgp.program")
        ?? repository.string(forKey: "gpg.program")
      way = .openpgp(program: program ?? "gpg", key: key)
    case "ssh":
      guard let key else {
        throw Refusal(
          .refused, "git is set to sign with ssh (gpg.format) and names no key",
          help: ["git config user.signingkey ~/.ssh/KEY.pub"])
      }
      way = .ssh(
        program: try repository.string(forKey: "gpg.ssh.program") ?? "ssh-keygen", key: key)
    case let format:
      throw Refusal(
        .refused, "git is set to sign with '\(format)' (gpg.format), which rspmaint does not do",
        help: ["use openpgp or ssh, or sign nothing this time: '--no-gpg-sign'"])
    }
  }
}

extension Workspace {
  /// How commits of this repository are signed.
  func commitSigner(_ surroundings: Surroundings) throws(Refusal) -> CommitSigner {
    try withRepository { try CommitSigner($0, surroundings) }
  }
}
