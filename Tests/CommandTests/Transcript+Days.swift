import Foundation
import TestSupport
import Testing

extension Transcript {
  /// As ``run(_:as:day:)``, on a day that is not that of the commit.
  @discardableResult
  func run(
    _ arguments: String..., as actor: Sandbox.Actor = .editor, day: String, committedOn date: String
  ) throws -> Sandbox.Outcome {
    try sandbox.start(
      Sandbox.binary, arguments + ["--as-of", day], actor, input: nil,
      ["GIT_COMMITTER_DATE": Sandbox.noon(date)])
  }

  /// Commits all by plain git on a day.
  func commitAll(_ message: String, as actor: Sandbox.Actor, on day: String) throws {
    try sandbox.git("add", "-A")
    let outcome = try sandbox.start(
      "/usr/bin/git", ["commit", "-q", "--allow-empty", "-m", message], actor, input: nil,
      ["GIT_COMMITTER_DATE": Sandbox.noon(day)])
    try #require(outcome.code == 0, "\(outcome.err)")
  }

  /// Makes every commit since the first anew, on the usual day.
  func rebaseAll() throws { try sandbox.git("rebase", "-q", "--force-rebase", root) }
}
