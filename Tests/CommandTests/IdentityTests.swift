import TestSupport
import Testing

@Suite("Who the user is")
struct IdentityTests {
  /// Runs the verb without the variables by which tests say who acts.
  private func identity(_ words: String, _ sandbox: Sandbox) throws -> Sandbox.Outcome {
    let unset =
      "unset GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL; "
    return try sandbox.start(
      "/bin/sh", ["-c", unset + words.replacing("identity", with: "'\(Sandbox.binary)' identity")],
      .editor, input: nil)
  }

  @Test("Is told, written into the repository alone, and shown with where it was found")
  func told() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let unknown = try identity("identity", sandbox)
    #expect(unknown.code == 1)
    #expect(
      unknown.err == """
        rspmaint: git does not know who you are
          help: rspmaint identity 'NAME <EMAIL>'

        """)
    #expect(
      try identity("identity 'Cora Config <cora@x.example>'", sandbox).out
        == "You are Cora Config <cora@x.example> in this repository.\n")
    #expect(try sandbox.git("config", "--local", "user.email") == "cora@x.example\n")
    #expect(
      try identity("identity", sandbox).out == """
        You are Cora Config <cora@x.example>.
        Found: name and address in this repository's configuration.

        """)
    #expect(
      try identity("GIT_AUTHOR_NAME=Vera identity", sandbox).out == """
        You are Vera <cora@x.example>.
        Found: the name in the environment (GIT_AUTHOR_NAME), the address in this repository's configuration.

        """)
    let still = try identity("GIT_AUTHOR_NAME=Vera identity 'Cora C <cora@x.example>'", sandbox)
    #expect(still.code == 0 && still.err.contains("git still takes you for Vera <cora@x.example>"))
    #expect(
      try identity("GIT_COMMITTER_EMAIL=c@x.example identity", sandbox).out.hasSuffix(
        "Commits are made by Cora C <c@x.example>.\n"))
  }

  @Test(
    "Is refused in another form",
    arguments: ["Ada", "Ada <>", "<ada@x.example>", "Ada ada@x.example", "A <b> <c>", "... <a@b>"])
  func form(text: String) throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let refused = try identity("identity '\(text)'", sandbox)
    #expect(refused.code == 64)
    #expect(
      refused.err == """
        rspmaint: '\(text)' is not a name and an address
          help: write both, the address in angle brackets: rspmaint identity 'NAME <EMAIL>'

        """)
  }

  @Test("Is written into no plain folder")
  func plain() throws {
    let sandbox = try Sandbox(git: false, proposals: false, committee: false)
    defer { sandbox.remove() }
    let refused = try identity("identity 'Ada <ada@x.example>'", sandbox)
    #expect(refused.code == 1 && refused.err.contains("in a plain folder"))
  }
}
