import Foundation
import TestSupport
import Testing

@Suite("What the name of a revision stands for")
struct RevisionNameTests {
  /// An accepted proposal and a change that nobody proposed, with names for its commits.
  private func forged() throws -> (sandbox: Sandbox, start: String, tip: String) {
    let sandbox = try Template.accepted.sandbox(committee: false)
    let start = try sandbox.id("HEAD")
    try sandbox.edit(Transcript.ucum, "tooling: moderate", "tooling: high")
    try sandbox.commitAll("Tidy up")
    return (sandbox, start, try sandbox.id("HEAD"))
  }

  @Test(
    "Takes a whole id for nothing but that id",
    arguments: ["refs/tags/edition/", "refs/tags/", "refs/heads/"])
  func wholeID(folder: String) throws {
    let (sandbox, start, tip) = try forged()
    defer { sandbox.remove() }
    try sandbox.git("update-ref", folder + start, tip)
    let audit = try sandbox.rspmaint(["audit", "--since", start])
    #expect(audit.code == 1 && audit.out.contains("start    \(start)\n"), "\(audit.out)")
    #expect(audit.out.contains("[audit-trailer-missing]"))
    // An id that is not there is not looked up as a name either.
    let missing = String(repeating: "ab", count: 20)
    try sandbox.git("update-ref", folder + missing, tip)
    for arguments in [
      ["audit", "--since", missing], ["list", "--rev", missing], ["diff", missing],
      ["list", "--rev", missing + "~1"],
    ] {
      let outcome = try sandbox.rspmaint(arguments)
      #expect(outcome.code == 66 && outcome.err.contains("there is no revision"), "\(outcome)")
    }
  }

  @Test("Refuses a name that is an edition's or a tag's and a shortened id")
  func shortened() throws {
    let (sandbox, start, tip) = try forged()
    defer { sandbox.remove() }
    for digits in [start.prefix(4), start.prefix(10), start.prefix(39)].map(String.init) {
      for folder in ["refs/tags/edition/", "refs/tags/", "refs/heads/"] {
        #expect(try sandbox.rspmaint(["audit", "--since", digits]).code == 1)
        try sandbox.git("update-ref", folder + digits, tip)
        let outcome = try sandbox.rspmaint(["audit", "--since", digits])
        #expect(outcome.code == 66, "\(outcome)")
        #expect(outcome.err.contains("'\(digits)' could mean several commits: \(start), \(folder)"))
        #expect(try sandbox.rspmaint(["audit", "--since", folder + digits]).code == 0)
        try sandbox.git("update-ref", "-d", folder + digits)
      }
    }
    // As 'git describe' writes it.
    let described = "v1-2-g\(start.prefix(10))"
    try sandbox.git("update-ref", "refs/tags/" + described, tip)
    #expect(try sandbox.rspmaint(["audit", "--since", described]).code == 66)
    // A name in digits alone that no id begins with is a name.
    try sandbox.git("update-ref", "refs/tags/edition/00000000", start)
    let edition = try sandbox.rspmaint(["audit", "--since", "00000000"])
    #expect(edition.out.contains("start    \(start) (refs/tags/edition/00000000)"), "\(edition)")
  }

  @Test("Refuses a name that a tag and a branch have, and says what to type")
  func ambiguous() throws {
    let (sandbox, start, tip) = try forged()
    defer { sandbox.remove() }
    try sandbox.git("branch", "base", start)
    #expect(
      try sandbox.rspmaint(["audit", "--since", "base"]).out
        .contains("start    \(start) (refs/heads/base)"))
    for tag in ["refs/tags/edition/base", "refs/tags/base", "refs/remotes/base/HEAD"] {
      try sandbox.git("update-ref", tag, tip)
      let outcome = try sandbox.rspmaint(["audit", "--since", "base~0"])
      #expect(outcome.code == 66 && outcome.err.contains(tag), "\(outcome)")
      #expect(outcome.err.contains("refs/heads/base"))
      for arguments in [["list", "--rev", "base"], ["diff", "base..HEAD"]]
      where !tag.contains("edition") {
        let outcome = try sandbox.rspmaint(arguments)
        #expect(outcome.code == 66 && outcome.err.contains("could mean several commits"))
        let full = arguments.map { $0.replacingOccurrences(of: "base", with: "refs/heads/base") }
        #expect(try sandbox.rspmaint(full).code == 0)
      }
      try sandbox.git("update-ref", "-d", tag)
    }
    // Several names of one commit are no question.
    try sandbox.git("tag", "-a", "-m", "Base", "base", start)
    #expect(try sandbox.rspmaint(["audit", "--since", "base"]).code == 1)
  }

  @Test("Takes HEAD for HEAD, and a full name for that reference")
  func heads() throws {
    let (sandbox, start, tip) = try forged()
    defer { sandbox.remove() }
    for name in [
      "refs/heads/HEAD", "refs/tags/HEAD", "refs/tags/edition/HEAD", "refs/heads/refs/heads/main",
      "refs/tags/refs/heads/main", "refs/tags/edition/refs/heads/main", "refs/tags/@",
    ] { try sandbox.git("update-ref", name, start) }
    for name in ["HEAD", "@", "refs/heads/main"] {
      let audit = try sandbox.rspmaint(["audit", "--since", name])
      #expect(audit.code == 0 && audit.out.contains("start    \(tip) ("), "\(name): \(audit)")
    }
    try sandbox.git("switch", "-q", "--detach", "main")
    try sandbox.git("branch", "-q", "-D", "main")
    #expect(try sandbox.rspmaint(["list", "--rev", "refs/heads/main"]).code == 66)
  }

  @Test("Asks the guard about the branch, also where a tag has its name")
  func guarded() throws {
    let server = try Server(.accepted)
    defer { server.remove() }
    let sandbox = server.sandbox
    #expect(try server.push("main").isTaken)
    try sandbox.git("branch", "-q", "--set-upstream-to", "origin/main", "main")
    try sandbox.git("tag", "main")
    try sandbox.edit(Transcript.ucum, "tooling: moderate", "tooling: high")
    try sandbox.commitAll("Tidy up")
    let check = try sandbox.rspmaint(["guard", "--check", "main"])
    #expect(check.code == 1 && check.out.contains("[audit-trailer-missing]"), "\(check)")
  }

  @Test("Lets no name into the shared repository that reads like an id or like HEAD")
  func pushed() throws {
    let server = try Server(.accepted)
    defer { server.remove() }
    #expect(try server.push("main").isTaken)
    let id = try server.sandbox.id("HEAD~")
    for name in [
      "refs/tags/edition/\(id)", "refs/tags/\(id)", "refs/heads/\(id)", "refs/heads/HEAD",
      "refs/tags/HEAD",
    ] {
      let answer = try server.push("HEAD:" + name)
      #expect(
        !answer.isTaken && answer.said.contains("\(name) reads like a commit's id"), "\(answer)")
    }
    try EditionSession(session: server.session).cut("2020", stage: "CD")
    #expect(try server.push("main", "edition/2020").isTaken)
  }
}
