import Foundation
import TestSupport
import Testing

/// A bare repository beside a sandbox, guarded by the built binary, and the sandbox as its clone.
struct Server {
  let sandbox: Sandbox
  let session: Transcript
  let path: String

  /// `baseline`: whether the shipped portfolio is pushed before the guard is there.
  init(
    _ template: Template = .bare, committee: Bool = false, baseline: Bool = true,
    installs: Bool = true
  ) throws {
    sandbox = try template.sandbox(committee: committee)
    session = Transcript(sandbox)
    path =
      URL(fileURLWithPath: sandbox.root).deletingLastPathComponent()
      .appendingPathComponent("server.git").path
    try sandbox.git("init", "-q", "--bare", "-b", "main", path)
    try sandbox.git("remote", "add", "origin", path)
    if baseline {
      let root = try sandbox.git("rev-list", "--max-parents=0", "HEAD")
        .trimmingCharacters(in: .newlines)
      try sandbox.git("push", "-q", "origin", "\(root):refs/heads/main")
    }
    if installs {
      #expect(try sandbox.rspmaint(["guard", "install", "--repo", path]).code == 0)
    }
  }

  func remove() { sandbox.remove() }

  /// Pushes, and says whether the server took it and what it said.
  func push(_ arguments: String...) throws -> (isTaken: Bool, said: String) {
    let before = try references()
    let outcome = try sandbox.start(
      "/usr/bin/git", ["push", "origin"] + arguments, .editor, input: nil)
    if outcome.code != 0 { #expect(try references() == before, "a refused push moved something") }
    return (outcome.code == 0, outcome.err)
  }

  func references() throws -> String {
    try sandbox.git("--git-dir", path, "for-each-ref")
  }

  func set(_ key: String, _ value: String) throws {
    try sandbox.git("--git-dir", path, "config", "--add", key, value)
  }
}
