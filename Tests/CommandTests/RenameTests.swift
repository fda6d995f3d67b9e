import TestSupport
import Testing

@Suite("A standard that gets another id")
struct RenameTests {
  private static let words = ["--rationale", "Everybody calls them so."]

  @Test("Keeps its history, and all that names it follows")
  func renamed() throws {
    try story("renamed", committee: true) { session in
      let sandbox = session.sandbox
      try session.propose("UCUM to high", ["ucum", "--set", "tooling=high"])
      try session.approve(1, by: .reviewer, .second)
      try session.run("commit", "1")
      try session.run("propose", "UCUM", "--set", "clause=9", "--title", "Clause")
      session.expectDone()
      try session.run(
        arguments: ["rename", "UCUM", "unit-codes"] + RenameTests.words + ["--open"])
      try session.expect("proposed")
      try session.expect(
        try sandbox.read("Proposals/0003-rename-ucum-to-unit-codes/proposal.yml"), as: "proposal")
      try session.run("diff", "--proposal", "3")
      try session.expect("report")
      try session.run("diff", "--proposal", "3", "--format", "json")
      session.expectDone()
      try session.approve(3, by: .reviewer)
      session.expectDone()
      try session.run("commit", "3")
      try session.git("show", "--stat", "--format=%B", "HEAD")
      try session.expect("committed")
      try session.expect(try sandbox.read("Portfolio/standards/data/unit-codes.yml"), as: "record")
      try session.run("show", "ucum")
      try session.run("history", "unit-codes")
      try session.run("history", "ucum")
      try session.expect("found")
      try session.run("changelog")
      try session.run("audit", "--since", "HEAD~8")
      try session.run("validate", "--quiet")
      try session.expect("afterwards")
      try session.expectSound()
      try session.run("refresh", "2")
      try session.expect("refreshed")
    }
  }

  @Test("Takes the override with it, and any other change of the same proposal")
  func followed() throws {
    try story("renamed-with-override") { session in
      let sandbox = session.sandbox
      try session.run(
        arguments: ["rename", "snomed-ct-rt-identifiers", "sct-rt", "--title", "Rename RT"]
          + RenameTests.words)
      try session.run(
        "propose", "--update", "1", "--set", "snomed-ct-rt-identifiers:tooling=moderate",
        "--evidence", "E <https://e.example>", "--open")
      try session.expect("proposed")
      try session.expect(
        try sandbox.read("Proposals/0001-rename-rt/proposal.yml"), as: "proposal")
      try session.approve(1, by: .reviewer)
      try session.run("commit", "1")
      session.expectDone()
      try session.expect(
        try sandbox.read("Portfolio/overrides/snomed-rt-licence.yml"), as: "override")
      try session.run("validate", "--quiet")
      try session.run("audit", "--since", "HEAD~3")
      try session.expect("afterwards")
    }
  }

  @Test("Is refused an id that another has or had")
  func refused() throws {
    try story("rename-refused") { session in
      try session.run("rename", "icd-10", "ICD 10 codes")
      try session.run("rename", "icd-10", "ucum")
      try session.run("rename", "icd-10", "icd-10")
      try session.run("rename", "icd", "icd-x")
      try session.expect("refused")
      try session.run(
        arguments: ["rename", "ucum", "unit-codes", "--open"] + RenameTests.words)
      try session.approve(1, by: .reviewer)
      try session.run("commit", "1")
      session.expectDone()
      try session.run("rename", "icd-10", "ucum")
      try session.run("propose", "--add", "ucum", "--set", "tooling=low")
      try session.expect("taken")
    }
  }

  @Test("Is read from a file that was renamed by hand")
  func byHand() throws {
    try story("renamed-by-hand") { session in
      let folder = "Portfolio/standards/data/"
      try session.git("mv", folder + "udi.yml", folder + "device-ids.yml")
      session.expectDone()
      let file = folder + "device-ids.yml"
      try session.sandbox.edit(file, "\nclause:", "\nformerly: [udi]\nclause:")
      try session.run(
        arguments: ["propose", "--from-worktree", "--title", "Rename UDI"] + RenameTests.words)
      try session.expect("proposed")
      try session.expect(
        try session.sandbox.read("Proposals/0001-rename-udi/proposal.yml"), as: "proposal")
    }
  }
}
