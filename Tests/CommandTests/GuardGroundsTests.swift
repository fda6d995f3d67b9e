import Foundation
import TestSupport
import Testing

@Suite("What the guard guards")
struct GuardGroundsTests {
  private func forge(_ server: Server) throws {
    try server.sandbox.edit(Transcript.ucum, "tooling: moderate", "tooling: high")
    try server.session.commitAll("Tidy up")
  }

  @Test("Lets no other name of a branch lead around it")
  func symbolic() throws {
    let server = try Server(.accepted)
    defer { server.remove() }
    try server.sandbox.git(
      "--git-dir", server.path, "symbolic-ref", "refs/heads/master", "refs/heads/main")
    try server.sandbox.git(
      "--git-dir", server.path, "config", "receive.denyDeleteCurrent", "ignore")
    #expect(try server.push("main:master").said.contains("3 commits judged"))
    try forge(server)
    let forged = try server.push("main:master")
    #expect(!forged.isTaken && forged.said.contains("[audit-trailer-missing]"), "\(forged.said)")
    let gone = try server.push(":master")
    #expect(!gone.isTaken && gone.said.contains("can't be deleted"), "\(gone.said)")
  }

  @Test("Takes no name that is a protected one where file systems fold case")
  func folded() throws {
    let server = try Server(.accepted)
    defer { server.remove() }
    try server.set("rspmaint.protect", "main")
    try server.set("rspmaint.protect", "release/*")
    #expect(try server.push("main").isTaken)
    for name in [
      "refs/heads/MAIN", "refs/heads/Main", "refs/heads/ma\u{200D}in", "refs/Heads/main",
      "refs/heads/m\u{FF41}in", "refs/heads/Release/x", "refs/heads/RELEASE/y",
      "refs/tags/Edition/2020", "refs/tags/EDITION",
      "refs/Replace/\(try server.sandbox.id("HEAD"))",
    ] {
      let answer = try server.push("main:\(name)")
      #expect(!answer.isTaken && answer.said.contains("would be taken for"), "\(answer.said)")
    }
    let gone = try server.push(":refs/heads/MAIN")
    #expect(!gone.isTaken, "\(gone.said)")
    // One that is there can be taken away; one that is protected itself is judged.
    try server.sandbox.git("--git-dir", server.path, "branch", "MAIN", "main")
    #expect(try server.push(":MAIN").isTaken)
    for name in ["maine", "release/x", "release/X1", "topic/Main"] {
      let answer = try server.push("main:refs/heads/\(name)")
      #expect(answer.isTaken, "\(answer.said)")
    }
    let twin = try server.push("main:refs/heads/release/X")
    #expect(!twin.isTaken && twin.said.contains("would be taken for release/x"), "\(twin.said)")
  }

  @Test(
    "Takes no push where the configuration would protect nothing",
    arguments: ["", "main next", "*main", "refs/heads/**", "ma?n", "main/", "/main", "refs/tags/x"]
      .orSome(3))
  func configuration(value: String) throws {
    let server = try Server(.accepted)
    defer { server.remove() }
    try server.set("rspmaint.protect", value)
    let answer = try server.push("main")
    #expect(!answer.isTaken && answer.said.contains("would protect nothing"), "\(answer.said)")
    let install = try server.sandbox.rspmaint(["guard", "install", "--repo", server.path])
    #expect(install.code == 1 && install.err.contains("git config --get-all rspmaint.protect"))
  }

  @Test("Says what it does not judge, and which names no branch has")
  func remarks() throws {
    let server = try Server(.accepted)
    defer { server.remove() }
    try server.set("rspmaint.protect", "heads/main")
    let free = try server.push("main")
    #expect(free.isTaken)
    #expect(
      free.said.contains("main is not protected here (heads/main is), and was not judged"),
      "\(free.said)")
    let install = try server.sandbox.rspmaint(["guard", "install", "--repo", server.path])
    #expect(install.out.contains("There is no branch refs/heads/heads/main"), "\(install.out)")
  }

  @Test("Judges a new branch from where it left a protected one")
  func newBranch() throws {
    let server = try Server(.accepted)
    defer { server.remove() }
    try server.set("rspmaint.protect", "main")
    try server.set("rspmaint.protect", "release/*")
    #expect(try server.push("main").isTaken)
    #expect(try server.push("main:refs/heads/release/1").said.contains("0 commits judged"))
    try forge(server)
    let forged = try server.push("main:refs/heads/release/2")
    #expect(!forged.isTaken && forged.said.contains("[audit-trailer-missing]"), "\(forged.said)")
  }

  @Test("Takes an edition's tag on what a protected branch leads to, and nowhere else")
  func editions() throws {
    let server = try Server(.accepted)
    defer { server.remove() }
    let sandbox = server.sandbox
    let edition = EditionSession(session: server.session)
    #expect(try server.push("main").isTaken)
    try edition.cut("2025", stage: "CD")
    let early = try server.push("edition/2025")
    #expect(!early.isTaken && early.said.contains("is on no protected branch"), "\(early.said)")
    // With the branch in one push, and after it.
    #expect(try server.push("main", "edition/2025").isTaken)
    try edition.cut("2026", stage: "DIS")
    #expect(try server.push("main").isTaken)
    #expect(try server.push("edition/2026").isTaken)
    // On a commit that makes no edition, and on one that makes another.
    for (name, commit) in [("zz", "HEAD~2"), ("a/b", "HEAD"), ("zz-2", "HEAD")] {
      try sandbox.git("tag", "-a", "-m", "By hand", "edition/\(name)", commit)
      let squatting = try server.push("edition/\(name)")
      #expect(
        !squatting.isTaken
          && squatting.said.contains("tag edition/\(name) is not on the commit that made"),
        "\(squatting.said)")
    }
    try forge(server)
    try sandbox.git("tag", "edition/2027")
    #expect(!(try server.push("edition/2027").isTaken))
    #expect(!(try server.push("main", "edition/2027").isTaken))
    #expect(try server.push("HEAD:refs/tags/edition").said.contains("would be in the way"))
  }

  @Test("Takes nothing that would have git show other objects")
  func replacements() throws {
    let server = try Server(.accepted)
    defer { server.remove() }
    #expect(try server.push("main").isTaken)
    try forge(server)
    try server.sandbox.git("replace", "HEAD~", "HEAD")
    let pushed = try server.push("refs/replace/*:refs/replace/*")
    #expect(!pushed.isTaken && pushed.said.contains("show another object"), "\(pushed.said)")
  }

  @Test("Names a hundred faults, and how many more there are")
  func many() throws {
    let server = try Server(.accepted)
    defer { server.remove() }
    for index in 1...103 { try server.sandbox.write("x\n", to: "Proposals/stray-\(index)") }
    try server.session.commitAll("Strays")
    let answer = try server.push("main")
    #expect(
      !answer.isTaken && answer.said.contains("rspmaint guard: And 3 more."), "\(answer.said)")
  }

  @Test("Refuses names that are one on some systems")
  func doubles() throws {
    let server = try Server(.approved)
    defer { server.remove() }
    let sandbox = server.sandbox
    for path in [
      Transcript.folder + "/reviews/Rune-north-example-8d86ab40.yml", ".GitAttributes",
    ] {
      try sandbox.copy(Transcript.folder + "/reviews/rune-north-example-8d86ab40.yml", to: path)
      try server.session.commitAll("Twice")
      let answer = try server.push("main")
      #expect(
        !answer.isTaken && answer.said.contains("would be taken for"), "\(answer.said)")
      try sandbox.git("reset", "-q", "--hard", "HEAD~")
    }
    #expect(try server.push("main").isTaken)
  }
}
