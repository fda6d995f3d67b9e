import Foundation
import TestSupport
import Testing

extension AuditTests {
  @Test("Tells a shallow clone so, and reads a bare one")
  func clones() throws {
    try story("audit-clones") { session in
      let sandbox = session.sandbox
      let start = try head(sandbox)
      try session.accepted()
      session.expectDone()
      try sandbox.git("clone", "-q", "--depth", "2", "file://" + sandbox.root, "shallow")
      try session.run("audit", "--since", "HEAD~", "--repo", "shallow")
      session.expect(
        says: """
          [standard error]
          rspmaint: the clone is shallow: its history is cut off and can't be proved
            help: fetch the rest: 'git fetch --unshallow'
          [exit 75]
          """)
      try sandbox.git("clone", "-q", "--bare", sandbox.root, "bare")
      try session.run("audit", "--since", start, "--repo", "bare")
      try session.expect("bare")
    }
  }

  @Test("Proves nothing where git shows other objects than are stored")
  func replaced() throws {
    let sandbox = try Template.accepted.sandbox(committee: false)
    defer { sandbox.remove() }
    let start = try sandbox.git("rev-list", "--max-parents=0", "HEAD")
      .trimmingCharacters(in: .newlines)
    let audit = ["audit", "--since", start]
    #expect(try sandbox.rspmaint(audit).code == 0)
    let honest = try head(sandbox)
    try sandbox.edit(Transcript.ucum, "tooling: moderate", "tooling: high")
    try sandbox.commitAll("Tidy up")
    try sandbox.git("replace", honest, "HEAD")
    try sandbox.git("reset", "-q", "--hard", honest)
    #expect(try sandbox.read(Transcript.ucum).contains("tooling: high"))
    let refused = try sandbox.rspmaint(audit)
    #expect(refused.code == 1 && refused.err.contains("git shows other objects"), "\(refused.err)")
    try sandbox.git("update-ref", "-d", "refs/replace/" + honest)
    #expect(try sandbox.rspmaint(audit).code == 0)
    try sandbox.write("\(honest) \(start)\n", to: ".git/info/grafts")
    let grafted = try sandbox.rspmaint(audit)
    #expect(grafted.code == 1 && grafted.err.contains("info/grafts"), "\(grafted.err)")
  }

  @Test("Tells a shallow clone so from a linked worktree too")
  func shallowWorktree() throws {
    let sandbox = try Template.accepted.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.git("clone", "-q", "--depth", "2", "file://" + sandbox.root, "shallow")
    try sandbox.git("-C", "shallow", "worktree", "add", "-q", "-b", "side", "../linked")
    let outcome = try sandbox.rspmaint(["audit", "--since", "HEAD~", "--repo", "linked"])
    #expect(outcome.code == 75 && outcome.err.contains("git fetch --unshallow"), "\(outcome.err)")
  }
}
