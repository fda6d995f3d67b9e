import Foundation
import TestSupport
import Testing

@Suite("Worktrees that could not follow the branch")
struct WorktreeStateTests {
  private static let propose =
    ["propose", "udi", "--confirm", "tooling", "--title", "Confirm", "--open"]
    + Transcript.words

  @Test(
    "Commits where git is set to object to mixed line ends", arguments: ["true", "warn"],
    ["true", "input"])
  func safeLineEnds(safe: String, convert: String) throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell(
      """
      git rm -q .gitattributes && git commit -qm 'Drop the attributes'
      git config core.autocrlf \(convert) && git config core.safecrlf \(safe)
      rm -rf Portfolio Proposals && git checkout -q .
      """)
    for arguments in [WorktreeStateTests.propose, ["commit", "1"]] {
      let outcome = try sandbox.rspmaint(arguments)
      #expect(outcome.code == 0, "\(outcome.err)")
      #expect(try sandbox.git("status", "--porcelain", "-uall") == "")
    }
    #expect(!sandbox.exists(".git/rspmaint/journal"))
  }

  @Test(
    "Names the link that stands in the way, and moves nothing",
    arguments: [
      ("mv Portfolio ../P && ln -s ../P Portfolio", ["commit", "1"], "Portfolio is"),
      (
        "mv Portfolio/standards/data ../D && ln -s ../../../D Portfolio/standards/data",
        ["commit", "1"], "Portfolio/standards/data is"
      ),
      ("mv Proposals ../P && ln -s ../P Proposals", ["commit", "1"], "Proposals"),
    ])
  func links(script: String, arguments: [String], words: String) throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell(script)
    let before = try sandbox.git("status", "--porcelain", "-uall")
    let tip = try sandbox.git("rev-parse", "HEAD")
    let outcome = try sandbox.rspmaint(arguments)
    #expect(outcome.code == 1, "\(outcome.err)")
    #expect(outcome.err.contains(words), "\(outcome.err)")
    #expect(try sandbox.git("rev-parse", "HEAD") == tip)
    #expect(try sandbox.git("status", "--porcelain", "-uall") == before)
    #expect(!sandbox.exists(".git/rspmaint/journal"))
  }
}
