import TestSupport
import Testing

@Suite("Editions on a guarded repository")
struct EditionGuardTests {
  @Test("Takes an edition with its tag, and refuses the tag on another commit")
  func tags() throws {
    let server = try Server(committee: true)
    defer { server.remove() }
    let edition = EditionSession(session: server.session)
    try edition.cut()
    let early = try server.push("edition/fdis")
    #expect(!early.isTaken)
    let push = try server.push("main", "edition/fdis")
    #expect(push.isTaken, "\(push.said)")
    try edition.publish()
    let sandbox = edition.sandbox
    try sandbox.git("branch", "-q", "right", "edition/iso-21860-2027")
    #expect(try server.push("main").isTaken)
    try sandbox.git("tag", "-f", "-a", "-m", "Moved", "edition/iso-21860-2027", "HEAD~1")
    let moved = try server.push("edition/iso-21860-2027")
    #expect(!moved.isTaken)
    #expect(
      moved.said.contains("is not on the commit that made the edition"), "\(moved.said)")
    try sandbox.git("tag", "-f", "-a", "-m", "Right", "edition/iso-21860-2027", "right")
    let right = try server.push("edition/iso-21860-2027")
    #expect(right.isTaken, "\(right.said)")
  }
}
