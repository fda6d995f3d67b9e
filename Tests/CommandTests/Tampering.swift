import Foundation
import TestSupport
import Testing

/// A proposal 0001 by the editor, whose reviews and state are tampered with by plain git.
struct Tampering {
  static let folder = Signers.folder
  static let state = folder + "/state.yml"

  let session: Transcript
  var sandbox: Sandbox { session.sandbox }

  func write(_ text: String, to path: String, _ message: String, as actor: Sandbox.Actor) throws {
    try sandbox.write(text, to: path)
    try session.commitAll(message, as: actor)
  }

  /// Brings back what a file was some commits ago.
  func restore(_ path: String, from commit: String, as actor: Sandbox.Actor = .stranger) throws {
    try sandbox.git("checkout", "-q", commit, "--", path)
    try session.commitAll("Restore", as: actor)
  }

  /// That validate names exactly these rules as errors, and that commit refuses for them too.
  func expect(_ rules: String..., commits: Bool = false, _ at: SourceLocation = #_sourceLocation)
    throws
  {
    let validate = try session.run("validate", "--quiet")
    let errors = validate.out.components(separatedBy: "\n").filter { $0.contains(": error: ") }
    let found = errors.map { $0.components(separatedBy: " [").last?.dropLast() ?? "" }
    #expect(found.map(String.init) == rules, "\(validate.out)\(validate.err)", sourceLocation: at)
    #expect(validate.code == (rules.isEmpty ? 0 : 1), sourceLocation: at)
    let commit = try session.run("commit", "1")
    #expect(commit.code == (commits ? 0 : 1), "\(commit.err)", sourceLocation: at)
    for rule in rules {
      #expect(
        commit.err.contains("[\(rule)]") || commit.err.contains("not open"), "\(commit.err)",
        sourceLocation: at)
    }
  }
}

/// `days`: whether the members review on days of their own.
func tampering(
  committee: Bool = true, _ work: (Tampering) throws -> Void
) throws {
  _ = try session(committee: committee) { session in
    try session.propose("Re-rate LOINC", ["loinc", "--set", "tooling=high"])
    try work(Tampering(session: session))
  }
}
