import TestSupport
import Testing

/// What is read of a worktree, which anyone can fill.
@Suite("Limits of what is read of a worktree")
struct WorktreeLimitTests {
  @Test("Refuses more text than a portfolio can hold, and reads one that is just below")
  func text() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let megabyte = String(repeating: "x", count: 1_000_000)
    for number in 1...32 { try sandbox.write(megabyte, to: "Proposals/notes/\(number).txt") }
    let full = try sandbox.rspmaint(["list"])
    #expect(full.code == 0, "\(full.err)")
    for number in 33...34 { try sandbox.write(megabyte, to: "Proposals/notes/\(number).txt") }
    for verb in ["list", "validate", "status"] {
      let outcome = try sandbox.rspmaint([verb])
      #expect(outcome.code == 1)
      #expect(outcome.out.isEmpty)
      #expect(
        outcome.err == """
          rspmaint: Proposals holds more than a portfolio can hold: more than 32 MiB of text
            help: du -a Proposals | sort -n | tail

          """)
    }
  }

  @Test("Leaves out the withdrawn proposals for which there is no room, and reads the rest")
  func withdrawn() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let prose = "  " + String(repeating: "word ", count: 24) + "word\n"
    let text = String(repeating: prose, count: 1_000_000 / prose.utf8.count)
    let state =
      "status: withdrawn\nclosed: {date: 2026-11-23, by: Ada Editor <ada@editors.example>, "
      + "because: Enough.}\n"
    for number in 10...44 {
      try sandbox.write(state, to: "Proposals/00\(number)-words/state.yml")
      try sandbox.write(text, to: "Proposals/00\(number)-words/reviews/sam.yml")
    }
    let outcome = try sandbox.rspmaint(["list", "--group", "legacy"])
    #expect(outcome.code == 0, "\(outcome.err)")
  }
}
