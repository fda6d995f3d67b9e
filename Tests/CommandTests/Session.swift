import TestSupport
import Testing

/// Runs a session on a fresh sandbox and hands back what it printed.
func session(
  committee: Bool = false, proposals: Bool = false, git: Bool = true,
  _ work: (Transcript) throws -> Void
) throws -> Transcript {
  let sandbox = try Sandbox(git: git, proposals: proposals, committee: committee)
  defer { sandbox.remove() }
  let transcript = Transcript(sandbox)
  try work(transcript)
  return transcript
}

extension Transcript {
  /// Words that make a proposal complete.
  static let words = [
    "--rationale", "The reasons are in the evidence.", "--evidence",
    "survey: Survey of members <https://example.org/survey>",
  ]

  /// Proposes with a title, opens, and commits the files.
  func propose(
    _ title: String, _ arguments: [String], as actor: Sandbox.Actor = .editor
  ) throws {
    try run(
      arguments: ["propose"] + arguments + ["--title", title] + Transcript.words
        + ["--open"], as: actor)
  }

  func approve(_ number: Int, by actors: Sandbox.Actor...) throws {
    for actor in actors {
      try run(arguments: ["review", String(number), "--approve"], as: actor)
    }
  }
}
