import Foundation
import TestSupport
import Testing

@Suite("The guard, installed and in trouble")
struct GuardFailureTests {
  @Test("Installs itself once, and never over another's hook")
  func install() throws {
    let server = try Server(installs: false)
    defer { server.remove() }
    let sandbox = server.sandbox
    let hook = server.path + "/hooks/pre-receive"
    let install = ["guard", "install", "--repo", server.path]
    let first = try sandbox.rspmaint(install)
    #expect(first.code == 0)
    #expect(first.out.hasPrefix("Wrote the hook \(hook)\nIt guards refs/heads/main, and edition"))
    let text = try String(contentsOfFile: hook, encoding: .utf8)
    #expect(text.hasPrefix("#!/bin/sh\n") && text.contains("exec '/") && text.contains("' guard\n"))
    #expect(FileManager.default.isExecutableFile(atPath: hook))
    #expect(try sandbox.rspmaint(install).out.hasPrefix("The hook is there already"))
    try "#!/bin/sh\nexit 0\n".write(toFile: hook, atomically: true, encoding: .utf8)
    let other = try sandbox.rspmaint(install)
    #expect(other.code == 1 && other.err.contains("another hook"), "\(other.err)")
    #expect(other.err.contains("rm '\(hook)'") && other.err.contains("guard \"$@\""))
    #expect(try String(contentsOfFile: hook, encoding: .utf8) == "#!/bin/sh\nexit 0\n")
  }

  @Test("Works as an update hook, reference by reference")
  func update() throws {
    let server = try Server(.accepted, installs: false)
    defer { server.remove() }
    let hook = server.path + "/hooks/update"
    try "#!/bin/sh\nexec '\(Sandbox.binary)' guard \"$@\"\n"
      .write(toFile: hook, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook)
    #expect(try server.push("main").isTaken)
    try server.sandbox.edit(Transcript.ucum, "tooling: moderate", "tooling: high")
    try server.session.commitAll("Tidy up")
    let answer = try server.push("main")
    #expect(!answer.isTaken && answer.said.contains("refs/heads/main is refused."))
  }

  @Test("Refuses what it can't judge")
  func failsClosed() throws {
    let server = try Server(.accepted)
    defer { server.remove() }
    let sandbox = server.sandbox
    // A folder that is none, and one that holds no portfolio.
    for (folder, words) in [
      ("../x", "does not name a folder"), ("deeper", "there is nothing to guard"),
    ] {
      try server.set("rspmaint.folder", folder)
      let answer = try server.push("main")
      #expect(!answer.isTaken && answer.said.contains(words), "\(answer.said)")
      try sandbox.git("--git-dir", server.path, "config", "--unset-all", "rspmaint.folder")
    }
    // A HEAD on no branch, with nothing said of what is protected.
    let head = server.path + "/HEAD"
    let text = try String(contentsOfFile: head, encoding: .utf8)
    let tip = try sandbox.git("rev-list", "--max-parents=0", "HEAD")
    try tip.write(toFile: head, atomically: true, encoding: .utf8)
    let detached = try server.push("main")
    #expect(!detached.isTaken && detached.said.contains("is not on a branch"), "\(detached.said)")
    try text.write(toFile: head, atomically: true, encoding: .utf8)
    // A history that is cut off.
    try tip.write(toFile: server.path + "/shallow", atomically: true, encoding: .utf8)
    let shallow = try server.push("main")
    #expect(!shallow.isTaken && shallow.said.contains("shallow"), "\(shallow.said)")
    try FileManager.default.removeItem(atPath: server.path + "/shallow")
    // Input that is none of a hook's.
    for input in ["", "nonsense\n", "0 0 refs/heads/main\n"] {
      let outcome = try sandbox.start(
        Sandbox.binary, ["guard"], .editor, input: input, ["GIT_DIR": server.path])
      #expect(outcome.code == 64 && outcome.err.contains("so it is refused"), "\(outcome.err)")
    }
    // A commit that is not there.
    let ids = String(repeating: "1", count: 40) + " " + String(repeating: "2", count: 40)
    let missing = try sandbox.start(
      Sandbox.binary, ["guard"], .editor, input: ids + " refs/heads/main\n",
      ["GIT_DIR": server.path])
    #expect(missing.code != 0 && missing.err.contains("so it is refused"), "\(missing.err)")
    // The program gone.
    let hook = server.path + "/hooks/pre-receive"
    try String(contentsOfFile: hook, encoding: .utf8)
      .replacingOccurrences(of: Sandbox.binary, with: "/nowhere/rspmaint")
      .write(toFile: hook, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook)
    #expect(!(try server.push("main").isTaken))
  }

  @Test("Guards a portfolio that stands deeper in the repository")
  func deeper() throws {
    let server = try Server(baseline: false)
    defer { server.remove() }
    let sandbox = server.sandbox
    try FileManager.default.createDirectory(
      atPath: sandbox.root + "/sub", withIntermediateDirectories: true)
    try sandbox.git("mv", "Portfolio", "sub/Portfolio")
    try server.session.commitAll("Move the portfolio")
    #expect(!(try server.push("main").isTaken))
    try server.set("rspmaint.folder", "sub")
    #expect(try server.push("main").isTaken)
    try sandbox.edit("sub/" + Transcript.ucum, "tooling: moderate", "tooling: high")
    try server.session.commitAll("Tidy up")
    let answer = try server.push("main")
    #expect(!answer.isTaken && answer.said.contains("sub/" + Transcript.ucum))
  }
}
