package import Diagnostics
import Files
package import Git
import Programs

/// Signs commits with the user's own programs as git is configured, or leaves them unsigned.
package struct CommitSigner {
  private enum Way {
    case unsigned
    /// A program and the key that it signs with.
    case openpgp(program: String, key: String?)
    case ssh(program: String, key: SigningKey)
  }

  private let way: Way

  /// The program that signs; nil where nothing is signed.
  package var program: String? {
    switch way {
    case .unsigned: nil
    case .openpgp(let program, _), .ssh(let program, _): program
    }
  }

  private let top: String
  private let environment: [String: String]

  /// Stores a commit, and signs it where git is configured to.
  ///
  /// `objects`: the commit's objects, stored again after the signer has run, as git may have
  /// removed them meanwhile. Throws ``Refusal`` where the signer fails; nothing refers to the
  /// commit then.
  package func write(
    tree: ObjectID, parent: ObjectID, author: Identity, committer: Identity, message: String,
    _ objects: UnreferencedObjects, in repository: borrowing Repository
  ) throws -> ObjectID {
    try write(
      tree: tree, parents: [parent], author: author.signature, committer: committer,
      message: message, objects, in: repository)
  }

  /// As ``write(tree:parent:author:committer:message:_:in:)``, for a merge, or a commit that keeps
  /// the author's line of another.
  package func write(
    tree: ObjectID, parents: [ObjectID], author: Signature, committer: Identity, message: String,
    _ objects: UnreferencedObjects, in repository: borrowing Repository
  ) throws -> ObjectID {
    if case .unsigned = way {
      return try repository.writeCommit(
        tree: tree, parents: parents, author: author, committer: committer.signature,
        message: message)
    }
    let text = try repository.commitText(
      tree: tree, parents: parents, author: author, committer: committer.signature,
      message: message)
    guard let lines = try signature(over: text, by: committer, in: repository) else {
      preconditionFailure("unsigned commits have returned")
    }
    try repository.storeLast(objects)
    return try repository.writeCommit(text: text, signature: lines)
  }

  /// The armoured signature over the bytes of a commit or tag, without a line feed at its end; nil
  /// where git is not set to sign.
  func signature(
    over text: [UInt8], by committer: Identity, in repository: borrowing Repository
  ) throws -> String? {
    if case .unsigned = way { return nil }
    let git = try Folder(repository.gitDirectory)
    if try git.kind(of: "rspmaint") == nil { try git.makeFolder(at: "rspmaint") }
    let scratch = try TemporaryFolder(in: repository.gitDirectory + "rspmaint")
    let file = try scratch.write(text, as: "text")
    let signature: [UInt8]
    switch way {
    case .unsigned: return nil
    case .openpgp(let program, let key):
      let identity = "\(committer.signature.name) <\(committer.signature.email)>"
      signature = try run(
        program, ["--status-fd=2", "-bsau", key ?? identity], input: file
      ).output
    case .ssh(let program, let key):
      let path =
        switch key {
        case .file(let path): path
        case .literal(let key): try scratch.write(key + "\n", as: "key")
        }
      _ = try run(program, ["-Y", "sign", "-n", "git", "-f", path, file], input: nil)
      signature = try scratch.read("text.sig") ?? []
    }
    var lines = String(decoding: signature, as: UTF8.self)
    while lines.hasSuffix("\n") { lines.removeLast() }
    guard lines.hasPrefix("-----BEGIN ") else {
      throw Refusal(
        .refused, "the signer gave no signature, so nothing was committed",
        help: ["sign nothing this time: \(flag: .noGpgSign)"])
    }
    return lines
  }

  private func run(
    _ program: String, _ arguments: [String], input: String?
  ) throws(Refusal) -> Program.Outcome {
    let help: [Hint] = ["sign nothing this time: \(flag: .noGpgSign)"]
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
    throw Refusal(
      .refused, "'\(program)' did not sign, so nothing was committed:",
      details: Refusal.quoted(String(decoding: outcome.errors, as: UTF8.self)), help: help)
  }

  fileprivate init(
    _ workspace: borrowing Workspace, always: Bool, tags: Bool = false,
    _ surroundings: Surroundings
  ) throws(Refusal) {
    top = try workspace.withRepository { $0.workingDirectory ?? "/" }
    environment = surroundings.environment
    let configuration = try workspace.configuration(surroundings)
    var isSet = try configuration.bool("commit.gpgsign")
    if tags, configuration.string("tag.gpgsign") != nil {
      isSet = try configuration.bool("tag.gpgsign")
    }
    guard !surroundings.skipsSigning, always || isSet else {
      way = .unsigned
      return
    }
    let format = configuration.string("gpg.format") ?? "openpgp"
    switch format {
    case "openpgp":
      let newer = try configuration.path("gpg.openpgp.program")
      let older = try configuration.path("gpg.program")
      way = .openpgp(
        program: newer ?? older ?? "gpg", key: configuration.string("user.signingkey"))
    case "ssh":
      guard let key = try workspace.configuredKey(surroundings) else {
        throw Refusal(
          .refused, "git is set to sign with ssh (gpg.format) and names no key",
          help: ["\(gitLine: .config(.setSigningKey("KEY.pub")))"])
      }
      way = .ssh(program: try configuration.path("gpg.ssh.program") ?? "ssh-keygen", key: key)
    default:
      throw Refusal(
        .refused, "git is set to sign with '\(format)' (gpg.format), which rspmaint does not do",
        help: ["use openpgp or ssh, or sign nothing this time: \(flag: .noGpgSign)"])
    }
  }
}

extension Workspace {
  /// How commits of this repository are signed.
  ///
  /// - Parameter always: Whether one is signed whatever git is set to, as the one before it was.
  package func commitSigner(
    always: Bool = false, _ surroundings: Surroundings
  ) throws(Refusal) -> CommitSigner {
    try CommitSigner(self, always: always, surroundings)
  }

  /// How tags are signed: as `tag.gpgSign` says, or else as commits are.
  func tagSigner(_ surroundings: Surroundings) throws(Refusal) -> CommitSigner {
    try CommitSigner(self, always: false, tags: true, surroundings)
  }
}
