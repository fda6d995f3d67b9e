import Foundation
import TestSupport
import Testing

@Suite("The guard of the shared repository")
struct GuardTests {
  @Test("Takes a first push as the baseline, and proposals after it")
  func honest() throws {
    let server = try Server(baseline: false)
    defer { server.remove() }
    let first = try server.push("main")
    #expect(first.isTaken && first.said.contains("main is new here"), "\(first.said)")
    #expect(first.said.contains("is the baseline, taken on trust"))
    try server.session.accepted()
    let second = try server.push("main")
    #expect(second.isTaken, "\(second.said)")
    #expect(
      second.said.contains(
        "main: 3 commits judged, 1 of them changes the portfolio, each by its proposal. "
          + "Who reviewed is asserted, not proved."), "\(second.said)")
    try server.sandbox.write("Words.\n", to: "notes.txt")
    try server.session.commitAll("Notes")
    #expect(try server.push("main").isTaken)
    #expect(
      try server.sandbox.git("--git-dir", server.path, "fsck", "--strict", "--no-dangling") == "")
  }

  @Test("Refuses what an audit refuses, and says why")
  func forged() throws {
    let server = try Server(.accepted)
    defer { server.remove() }
    #expect(try server.push("main").isTaken)
    let sandbox = server.sandbox
    try sandbox.edit(Transcript.ucum, "tooling: moderate", "tooling: high")
    try server.session.commitAll("Tidy \u{1B}[31mup")
    let answer = try server.push("main")
    #expect(!answer.isTaken)
    for words in [
      "Tidy \\u{1B}[31mup", Transcript.ucum, "this changed, but the commit names no proposal",
      "[audit-trailer-missing]", "The push is refused.",
    ] { #expect(answer.said.contains(words), "\(answer.said)") }
    // The forgery is refused also when a later commit takes it back.
    try sandbox.git("revert", "--no-edit", "HEAD")
    #expect(!(try server.push("main").isTaken))
  }

  @Test("Keeps protected branches where they stand, and editions where they are")
  func lines() throws {
    let server = try Server(.accepted)
    defer { server.remove() }
    let sandbox = server.sandbox
    #expect(try server.push("main").isTaken)
    let deletion = try server.push(":main")
    #expect(!deletion.isTaken && deletion.said.contains("main is protected and can't be deleted"))
    let back = try server.push("--force", "HEAD~:main")
    #expect(!back.isTaken && back.said.contains("would remove commits from the branch main"))
    // A merge the wrong way round.
    try sandbox.git("switch", "-q", "-c", "mine", "HEAD~")
    try sandbox.write("Words.\n", to: "notes.txt")
    try server.session.commitAll("Notes")
    try sandbox.git("merge", "-q", "--no-ff", "-m", "Merge main", "main")
    let foxtrot = try server.push("mine:main")
    #expect(!foxtrot.isTaken && foxtrot.said.contains("is the wrong way round"))
    // The right way round; other branches are free.
    #expect(try server.push("mine").isTaken)
    #expect(try server.push("--force", "HEAD~:mine").isTaken)
    #expect(try server.push(":mine").isTaken)
    try sandbox.git("switch", "-q", "main")
    try sandbox.git("merge", "-q", "--no-ff", "-m", "Merge mine", "mine~")
    #expect(try server.push("main").isTaken)

    try EditionSession(session: server.session).cut("2020", stage: "CD", "--since", "HEAD")
    #expect(try server.push("main", "edition/2020").isTaken)
    try sandbox.git("tag", "-f", "edition/2020", "HEAD~")
    let moved = try server.push("--force", "edition/2020")
    #expect(!moved.isTaken && moved.said.contains("tag edition/2020 can't be moved"))
    let gone = try server.push(":edition/2020")
    #expect(!gone.isTaken && gone.said.contains("tag edition/2020 can't be deleted"))
  }

  @Test("Protects what the server's configuration names, not HEAD's branch alone")
  func protection() throws {
    let server = try Server(.accepted)
    defer { server.remove() }
    try server.set("rspmaint.protect", "release/*")
    try server.set("rspmaint.protect", "refs/heads/next")
    #expect(try server.push("HEAD~:refs/heads/release/1", "HEAD~:refs/heads/next").isTaken)
    for branch in ["release/1", "next"] { #expect(!(try server.push(":" + branch).isTaken)) }
    #expect(try server.push(":main").said.contains("refusing to delete the current branch"))
    // One bad reference holds up the whole push.
    #expect(!(try server.push(":next", "HEAD:refs/heads/free").isTaken))
  }

  @Test("Refuses links and strays, and attributes that change what is stored")
  func content() throws {
    let server = try Server(baseline: false)
    defer { server.remove() }
    let sandbox = server.sandbox
    let link = sandbox.root + "/Portfolio/standards/data/link.yml"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "loinc.yml")
    try sandbox.write("Words.\n", to: "Proposals/notes.txt")
    try server.session.commitAll("Strays")
    let strays = try server.push("main")
    #expect(!strays.isTaken)
    #expect(strays.said.contains("Portfolio/standards/data/link.yml is a symbolic link."))
    #expect(strays.said.contains("Proposals/notes.txt does not belong there."))
    try sandbox.git("reset", "-q", "--hard", "HEAD~")
    #expect(try server.push("main").isTaken)
    try sandbox.git(
      "update-index", "--add", "--cacheinfo", "100644,\(try blob(sandbox)),portfolio/x")
    try sandbox.git("commit", "-q", "-m", "Case")
    let double = try server.push("main")
    #expect(
      !double.isTaken && double.said.contains("portfolio would be taken for Portfolio on some"))
    try sandbox.git("reset", "-q", "--hard", "HEAD~")
    let attributes = try sandbox.read(".gitattributes")
    for (line, isTaken) in [
      ("*.yml filter=lfs", false), ("Portfolio/** ident", false),
      ("Proposals/*/state.yml working-tree-encoding=UTF-16", false), ("* merge=union", false),
      ("[attr]big filter=lfs\nPortfolio/** big", false), ("* merge=ours", false),
      ("notes/** filter=lfs", true), ("*.yml -filter text eol=lf diff", true),
    ] {
      try sandbox.write(attributes + line + "\n", to: ".gitattributes")
      try sandbox.git("add", ".gitattributes")
      try sandbox.git("commit", "-q", "-m", "Attributes")
      let answer = try server.push("main")
      #expect(answer.isTaken == isTaken, "\(line): \(answer.said)")
      if !isTaken {
        #expect(answer.said.contains("Its .gitattributes set '"), "\(answer.said)")
        try sandbox.git("reset", "-q", "--hard", "HEAD~")
      }
    }
  }

  private func blob(_ sandbox: Sandbox) throws -> String {
    try sandbox.git("rev-parse", "HEAD:" + Transcript.ucum).trimmingCharacters(in: .newlines)
  }

  @Test("Takes one of two pushes at once, and the other when it has caught up")
  func race() async throws {
    let server = try Server(.accepted)
    defer { server.remove() }
    let sandbox = server.sandbox
    #expect(try server.push("main").isTaken)
    let clones = ["one", "two"]
    for clone in clones {
      try sandbox.git("clone", "-q", server.path, clone)
      try sandbox.write("Words of \(clone).\n", to: clone + "/\(clone).txt")
      try sandbox.git("-C", clone, "add", "-A")
      try sandbox.git("-C", clone, "commit", "-q", "-m", "Notes of \(clone)")
    }
    let codes = try await withThrowingTaskGroup(of: Int32.self) { group in
      for clone in clones {
        group.addTask {
          try sandbox.start(
            "/usr/bin/git", ["-C", clone, "push", "origin", "main"], .editor, input: nil
          ).code
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(codes.count { $0 == 0 } == 1)
    for clone in clones {
      try sandbox.git("-C", clone, "pull", "-q", "--rebase")
      try sandbox.git("-C", clone, "push", "-q", "origin", "main")
    }
    try sandbox.git("pull", "-q", "origin", "main")
    #expect(sandbox.exists("one.txt") && sandbox.exists("two.txt"))
    #expect(try sandbox.git("--git-dir", server.path, "fsck", "--strict", "--no-dangling") == "")
  }

  @Test("Says before a push what the server would say")
  func check() throws {
    let server = try Server(.accepted)
    defer { server.remove() }
    let sandbox = server.sandbox
    let alone = try sandbox.rspmaint(["guard", "--check", "main"])
    #expect(alone.code == 66 && alone.err.contains("has no upstream"), "\(alone.err)")
    try sandbox.git("fetch", "-q", "origin")
    try sandbox.git("branch", "-q", "--set-upstream-to=origin/main", "main")
    let honest = try sandbox.rspmaint(["guard", "--check", "main"])
    #expect(honest.code == 0 && honest.out.contains("3 commits judged"), "\(honest.err)")
    try sandbox.edit(Transcript.ucum, "tooling: moderate", "tooling: high")
    try server.session.commitAll("Tidy up")
    let forged = try sandbox.rspmaint(["guard", "--check", "main"])
    #expect(forged.code == 1 && forged.out.contains("[audit-trailer-missing]"))
    #expect(forged.out.hasSuffix("rspmaint guard: A push would be refused.\n"))
  }
}
