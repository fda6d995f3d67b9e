import TestSupport
import Testing

@Suite("What is editorial")
struct EditorialTests {
  @Test("Needs no evidence to be open")
  func evidence() throws {
    try story("editorial") { session in
      try session.run(
        "propose", "loinc", "--set", "clause=5.3.1.99", "--title", "Number the clause",
        "--rationale", "The clause was renumbered.", "--open")
      try session.expect("open")
      try session.run(
        "propose", "loinc", "--set", "tooling=high", "--title", "More tools",
        "--rationale", "There are more.", "--open")
      try session.expect("assessment")
    }
  }

  @Test("Is a use case's note, and not which standards its rows name")
  func useCases() throws {
    try story("editorial-use-case") { session in
      let file = "Portfolio/use-cases/device-to-department.yml"
      let words = ["--from-worktree", "--title", "T", "--rationale", "R."]
      try session.sandbox.edit(file, "standards: [loinc]", "standards: [loinc, ucum]")
      try session.run(arguments: ["propose"] + words)
      try session.expect("standards")
      try session.expect(
        try session.sandbox.read("Proposals/0001-t/proposal.yml"), as: "standards-proposal")
      try session.sandbox.edit(file, "title: ", "title: The ")
      try session.run(arguments: ["propose"] + words)
      session.expectDone()
      #expect(
        try session.sandbox.read("Proposals/0002-t/proposal.yml").contains("nature: editorial\n"))
      let proposal = "Proposals/0001-t/proposal.yml"
      try session.sandbox.edit(proposal, "nature: assessment", "nature: editorial")
      try session.run("validate", "1", "--quiet")
      try session.expect("exceeded")
    }
  }
}
