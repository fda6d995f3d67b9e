import TestSupport
import Testing

@Suite("A state that can't be read")
struct UnreadableStateTests {
  @Test(
    "Calls it unreadable, never a draft, and leaves it alone",
    arguments: ["status: opened\n", "status: open\nresolved: 3\n", nil])
  func unreadable(text: String?) throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    let session = Transcript(sandbox)
    let path = Transcript.folder + "/state.yml"
    if let text {
      try sandbox.write(text, to: path)
    } else {
      try sandbox.git("rm", "-q", path)
    }
    try session.commitAll("Break the state", as: .stranger)
    let status = try session.run("status")
    #expect(status.out.contains("(unreadable): 0001 has an unreadable state ("), "\(status.out)")
    #expect(!status.out.contains("draft"))
    #expect(try session.run("validate", "--quiet").code == 1)
    for verb in [
      ["commit", "1"], ["review", "1", "--approve"], ["open", "1"], ["refresh", "1"],
      ["reject", "1", "--because", "No."], ["withdraw", "1", "--because", "No."],
      ["propose", "--update", "1", "--rationale", "Better said."],
    ] {
      let outcome = try session.run(arguments: verb, as: .reviewer)
      #expect(outcome.code != 0, "\(verb)")
      #expect(
        outcome.err.contains("the state of proposal 0001 is unreadable: "), "\(outcome.err)")
    }
    #expect(try sandbox.git("status", "--porcelain") == "")
  }
}
