import TestSupport
import Testing

@Suite("Ballots on a guarded repository")
struct BallotGuardTests {
  @Test("Takes each step of a ballot, and refuses a vote that was changed")
  func steps() throws {
    let server = try Server(committee: true)
    defer { server.remove() }
    let ballot = BallotSession(server.session)
    func share() throws {
      let push = try server.push("main")
      #expect(push.isTaken, "\(push.said)")
    }
    try ballot.prepare()
    try share()
    try ballot.open()
    try ballot.vote()
    try share()
    try ballot.end()
    try ballot.dispose()
    try share()
    let path = "Proposals/ballots/cd/replies/south.yml"
    let text = try ballot.sandbox.read(path)
    try ballot.sandbox.write(text.replacing("vote: disapprove", with: "vote: approve"), to: path)
    try ballot.sandbox.git("commit", "-q", "-am", "Count again")
    let forged = try server.push("main")
    #expect(!forged.isTaken)
    #expect(forged.said.contains("the reply of 'south' has changed"), "\(forged.said)")
    try ballot.sandbox.git("reset", "-q", "--hard", "HEAD~1")
    try ballot.close()
    try share()
  }
}
