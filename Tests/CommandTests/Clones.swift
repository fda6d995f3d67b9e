import Foundation
import TestSupport
import Testing

/// A guarded shared repository and several clones of it, each with files of its own.
struct Clones {
  let server: Server
  /// The first is the server's own sandbox.
  let clones: [Sandbox]

  static let day = "2026-11-23"

  init(
    _ count: Int = 2, template: Template = .bare, committee: Bool = false, installs: Bool = true
  ) throws {
    server = try Server(template, committee: committee, installs: installs)
    let first = server.sandbox
    if template != .bare { try first.git("push", "-q", "origin", "main") }
    clones = try [first] + (1..<count).map { _ in try Sandbox(copying: first) }
  }

  func remove() { for clone in clones { clone.remove() } }

  subscript(index: Int) -> Sandbox { clones[index] }

  @discardableResult
  func run(
    _ index: Int, _ arguments: String..., as actor: Sandbox.Actor = .editor, code: Int32 = 0,
    _ location: SourceLocation = #_sourceLocation
  ) throws -> Sandbox.Outcome {
    let outcome = try clones[index].rspmaint(arguments + ["--as-of", Clones.day], as: actor)
    #expect(
      outcome.code == code, "\(arguments): \(outcome.out)\(outcome.err)", sourceLocation: location)
    return outcome
  }

  /// Proposes to rate a standard's tools high, opens it, and saves.
  @discardableResult
  func propose(
    _ index: Int, _ standard: String, _ title: String, as actor: Sandbox.Actor = .editor,
    _ more: String...
  ) throws -> Sandbox.Outcome {
    let outcome = try clones[index].rspmaint(
      ["propose", standard, "--set", "tooling=high", "--title", title] + Transcript.words
        + ["--open", "--as-of", Clones.day] + more, as: actor)
    #expect(outcome.code == 0, "\(outcome.err)")
    return outcome
  }

  func sync(
    _ index: Int, as actor: Sandbox.Actor = .editor, _ more: String..., code: Int32 = 0,
    _ location: SourceLocation = #_sourceLocation
  ) throws -> Sandbox.Outcome {
    let outcome = try clones[index].rspmaint(
      ["sync"] + more + ["--as-of", Clones.day], as: actor)
    #expect(outcome.code == code, "\(outcome.out)\(outcome.err)", sourceLocation: location)
    return outcome
  }

  /// The folders of proposals in a clone's files, in order.
  func folders(_ index: Int) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: clones[index].root + "/Proposals")
      .filter { $0.first?.isNumber == true }.sorted()
  }

  /// Everything of a clone that a refused sync must leave alone; what was fetched is no part of it.
  func standing(_ index: Int) throws -> String {
    let clone = clones[index]
    return try clone.git("for-each-ref", "refs/heads", "refs/tags") + files(of: index)
      + clone.git("status", "--porcelain", "-uall") + clone.git("ls-files", "-s")
      + clone.git("--git-dir", server.path, "for-each-ref")
  }

  /// As ``standing(_:)``, with all references.
  func references(_ index: Int) throws -> String {
    try standing(index) + clones[index].git("for-each-ref")
      + clones[index].read(".git/HEAD")
  }

  /// As ``references(_:)``, with every file of git's, objects too.
  func everything(_ index: Int) throws -> String {
    try references(index) + checksums("find .git -type f ! -name index", index)
  }

  /// Every file outside of git's folder, each with what it holds.
  private func files(of index: Int) throws -> String {
    try checksums("find . -path ./.git -prune -o -type f -print", index)
  }

  private func checksums(_ search: String, _ index: Int) throws -> String {
    try clones[index].start(
      "/bin/sh", ["-euc", search + " | sort | xargs -r -d '\\n' sha1sum"], .editor, input: nil
    ).out
  }

  /// Holds that clones and server have one history that `audit` proves, and nothing left over.
  func expectTogether(_ location: SourceLocation = #_sourceLocation) throws {
    let tip = try clones[0].git("--git-dir", server.path, "rev-parse", "main")
    let root = try clones[0].git("rev-list", "--max-parents=0", "HEAD")
      .trimmingCharacters(in: .newlines)
    for clone in clones {
      #expect(try clone.git("rev-parse", "HEAD") == tip, sourceLocation: location)
      try Transcript(clone).expectSound(location)
      let audit = try clone.rspmaint(["audit", "--since", root, "--as-of", Clones.day])
      #expect(audit.code == 0, "\(audit.out)\(audit.err)", sourceLocation: location)
    }
  }
}
