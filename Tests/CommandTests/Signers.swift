import Foundation
import TestSupport
import Testing

/// Members with keys of their own, made by `ssh-keygen` for the test.
struct Signers {
  let sandbox: Sandbox
  private let folder: String

  static let members: [Sandbox.Actor] = [.chair, .reviewer, .second]

  /// Gives the members keys, and commits a committee that lists them and criteria that, if asked,
  /// require them.
  init(_ sandbox: Sandbox, required: Bool = true) throws {
    self.sandbox = sandbox
    folder = URL(fileURLWithPath: sandbox.root).deletingLastPathComponent().path + "/keys"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    var committee = Sandbox.committee
    for member in Signers.members {
      let key = try make("\(member)")
      let line = "email: \(member.email)"
      let end = try #require(
        committee.components(separatedBy: "\n").first { $0.contains(line) }?.dropLast())
      committee = committee.replacingOccurrences(of: end, with: end + ", keys: [\(key)]")
    }
    try sandbox.write(committee, to: "Portfolio/committee.yml")
    if required { try require() }
    try sandbox.commitAll("Give the members keys")
  }

  func require() throws {
    try sandbox.edit(
      "Portfolio/criteria.yml", "  ballot: optional\n",
      "  ballot: optional\n  require-signed-reviews: true\n")
  }

  /// Makes a key pair and returns the public key's two words.
  @discardableResult
  func make(_ name: String) throws -> String {
    try keygen("-q", "-t", "ed25519", "-N", "", "-C", name, "-f", path(name))
    let text = try String(contentsOfFile: path(name) + ".pub", encoding: .utf8)
    return text.split(separator: " ").prefix(2).joined(separator: " ")
  }

  /// The words of a member's public key.
  func key(_ name: String) throws -> String {
    let text = try String(contentsOfFile: path(name) + ".pub", encoding: .utf8)
    return text.split(separator: " ").prefix(2).joined(separator: " ")
  }

  func path(_ name: String) -> String { folder + "/" + name }

  /// The armoured signature over a text by a member's key, for a purpose.
  func sign(_ text: String, by name: String, for purpose: String) throws -> String {
    let file = path(UUID().uuidString)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    try keygen("-Y", "sign", "-n", purpose, "-f", path(name), file)
    return try String(contentsOfFile: file + ".sig", encoding: .utf8)
  }

  private func keygen(_ arguments: String...) throws {
    let outcome = try sandbox.start("/usr/bin/ssh-keygen", arguments, .editor, input: nil)
    try #require(outcome.code == 0, "\(outcome.err)")
  }

  /// Records a signed verdict and commits it.
  @discardableResult
  func review(
    _ verdict: String = "--approve", by actor: Sandbox.Actor, _ more: String...
  ) throws -> Sandbox.Outcome {
    try sandbox.rspmaint(
      ["review", "1", verdict, "--key", path("\(actor)"), "--as-of", "2026-11-23"]
        + more, as: actor)
  }

  // MARK: - Files of proposal 0001

  static let folder = "Proposals/0001-re-rate-loinc"

  static func file(_ actor: Sandbox.Actor) -> String {
    let stem = actor.name.lowercased().replacingOccurrences(of: " ", with: "-")
    return "\(folder)/reviews/\(stem).yml"
  }

  /// Puts another signature under a review.
  func replaceSignature(of actor: Sandbox.Actor, with armour: String?) throws {
    let text = try sandbox.read(Signers.file(actor))
    let head = text.components(separatedBy: "signature: |\n")[0]
    let lines = (armour ?? "").split(separator: "\n").map { "  \($0)\n" }.joined()
    try sandbox.write(
      head + (armour == nil ? "" : "signature: |\n" + lines), to: Signers.file(actor))
  }
}

/// Proposes and opens 0001, by the editor, on a sandbox whose members have keys.
func signedSession(
  required: Bool = true, _ work: (Signers, Transcript) throws -> Void
) throws {
  _ = try session(committee: true) { session in
    let signers = try Signers(session.sandbox, required: required)
    try session.propose("Re-rate LOINC", ["loinc", "--set", "tooling=high"])
    try work(signers, session)
  }
}
