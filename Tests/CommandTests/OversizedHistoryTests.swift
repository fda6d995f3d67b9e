import Foundation
import TestSupport
import Testing

@Suite("Histories that hold more than can be read")
struct OversizedHistoryTests {
  /// Commits one text of 1 MiB at a hundred paths, then a change of a record: 2 kB of repository.
  private func commit(_ sandbox: Sandbox, at path: String) throws {
    try sandbox.shell(
      """
      blob=$(head -c 1048576 /dev/zero | tr '\\0' a | git hash-object -w --stdin)
      for n in $(seq 100 199); do printf '100644 %s\\t%s\\n' $blob \
        "$(printf '\(path)' $n)"; done | git update-index --add --index-info
      """)
    try sandbox.git("commit", "-q", "-m", "Many")
    try sandbox.edit(Transcript.ucum, "tooling: moderate", "tooling: high")
    try sandbox.git("commit", "-q", "-m", "Change", Transcript.ucum)
  }

  @Test(
    "Are refused by audit, and say where the reading ended",
    arguments: [
      (
        path: "Portfolio/overrides/large%d.yml",
        words: ["holds more than a portfolio can hold", "git ls-tree -r -l"]
      ),
      (
        path: "Proposals/0001-large/reviews/x%d.yml",
        words: [
          "than a portfolio and its history can hold", "'rspmaint audit --since COMMIT'",
        ]
      ),
    ])
  func audit(path: String, words: [String]) throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try commit(sandbox, at: path)
    let outcome = try sandbox.rspmaint(["audit", "--since", "HEAD~2"])
    #expect(outcome.code == 1 && outcome.out.isEmpty, "\(outcome.out)")
    for words in words + ["more than 32 MiB of text"] {
      #expect(outcome.err.contains(words), "\(outcome.err)")
    }
  }

  @Test("Are not taken by the guard")
  func push() throws {
    let server = try Server()
    defer { server.remove() }
    try commit(server.sandbox, at: "Portfolio/overrides/large%d.yml")
    let answer = try server.push("main")
    #expect(!answer.isTaken && answer.said.contains("more than 32 MiB of text"), "\(answer.said)")
    #expect(answer.said.contains("The push could not be judged, so it is refused."))
  }
}
