import Foundation
import TestSupport
import Testing

@Suite("Editing in place")
struct EditingTests {
  @Test("Says every kind of edit, and restores the files")
  func everyKind() throws {
    try session(committee: true) { session in
      let sandbox = session.sandbox
      try sandbox.edit("Portfolio/standards/data/loinc.yml", "tooling: moderate", "tooling: high")
      try sandbox.edit(
        "Portfolio/standards/data/icd-10.yml", "canada: high, elsewhere: low",
        "canada: high, japan: {level: high, trend: falling}, elsewhere: low")
      try sandbox.edit(
        "Portfolio/standards/data/ucum.yml", "description: |\n", "description: |\n  New words.\n")
      try sandbox.edit("Portfolio/overrides/snomed-rt-licence.yml", ", site-deployment]", "]")
      try sandbox.edit(
        "Portfolio/use-cases/device-to-department.yml", "    note: The images themselves.\n",
        "    note: Images.\n")
      try sandbox.edit("Portfolio/criteria.yml", "regional: lowest", "regional: highest")
      try sandbox.edit("Portfolio/portfolio.yml", "label: EU,", "label: European Union,")
      try sandbox.edit("Portfolio/committee.yml", "affiliation: South", "affiliation: Deep South")
      let before = try sandbox.git("status", "--porcelain")
      #expect(before.split(separator: "\n").count == 8)
      try session.run("diff")
      try session.run(
        arguments: ["propose", "--from-worktree", "--title", "Every kind"] + Transcript.words)
      #expect(try sandbox.git("status", "--porcelain") == "?? Proposals/\n")
      try session.git("hash-object", "Proposals/0001-every-kind/proposal.yml")
      session.note(try sandbox.read("Proposals/0001-every-kind/proposal.yml"))
    }.expectSnapshot("every-kind")
  }

  @Test("Refuses edits that no proposal can say, and leaves them")
  func inexpressible() throws {
    try session(committee: true) { session in
      let sandbox = session.sandbox
      try sandbox.edit("Portfolio/CHANGELOG.md", "# Changelog", "# Changes")
      try session.run("changelog", "--check")
      try session.run("propose", "--from-worktree", "--title", "T")
      try sandbox.git("checkout", "-q", ".")
      try sandbox.git("rm", "-q", "Portfolio/standards/data/udi.yml")
      try session.run("propose", "--from-worktree", "--title", "T")
      try sandbox.git("reset", "-q", "--hard")
      try sandbox.edit("Portfolio/standards/data/udi.yml", "group: emerging", "group: emergin # x")
      try session.run("propose", "--from-worktree", "--title", "T")
      try session.git("status", "--porcelain")
      try sandbox.git("checkout", "-q", ".")
      try session.run("propose", "--from-worktree", "--title", "T")
    }.expectSnapshot("inexpressible")
  }

  @Test("Formats what can be kept, and refuses what would be dropped")
  func format() throws {
    try session { session in
      let sandbox = session.sandbox
      try session.run("format", "--check")
      try sandbox.edit(
        "Portfolio/standards/data/loinc.yml", "group: preferred\nposition: 10\n",
        "position: 10\ngroup:   \"preferred\"\n")
      try sandbox.edit("Portfolio/standards/data/udi.yml", "group: emerging", "group: emerging # x")
      try session.run("format", "--check")
      try session.run("format", "Portfolio/standards/data/loinc.yml")
      try session.run("format")
      try session.run("format", "nothing.yml")
      try session.git("status", "--porcelain")
    }.expectSnapshot("format")
  }

  @Test("Finds links, folders and strays where records should be, from any folder")
  func strays() throws {
    try session { session in
      let sandbox = session.sandbox
      let data = sandbox.root + "/Portfolio/standards/data/"
      let files = FileManager.default
      try files.removeItem(atPath: data + "udi.yml")
      try files.createSymbolicLink(atPath: data + "udi.yml", withDestinationPath: "ucum.yml")
      try files.removeItem(atPath: data + "icd-11.yml")
      try files.createDirectory(atPath: data + "icd-11.yml", withIntermediateDirectories: true)
      try sandbox.write("stray\n", to: "Portfolio/notes.txt")
      try session.run("validate", "--quiet", "--repo", "Portfolio/standards")
      try session.run("validate", "--quiet", "--repo", "/")
    }.expectSnapshot("strays")
  }

  @Test("Works in a folder of a larger repository")
  func subfolder() throws {
    try session { session in
      let sandbox = session.sandbox
      try FileManager.default.createDirectory(
        atPath: sandbox.root + "/sub/rsp", withIntermediateDirectories: true)
      try sandbox.git("mv", "Portfolio", "sub/rsp/Portfolio")
      try session.commitAll("Move the portfolio")
      let place = ["--repo", "sub/rsp"]
      try session.run(
        arguments: ["propose", "loinc", "--set", "tooling=high", "--title", "LOINC to high"]
          + Transcript.words + ["--open", "--commit"] + place)
      try session.run(arguments: ["review", "1", "--approve", "--commit"] + place, as: .reviewer)
      try session.run(arguments: ["commit", "1"] + place)
      try session.run(arguments: ["validate", "--quiet"] + place)
      try session.git("show", "--stat", "--format=", "HEAD")
      try session.git("status", "--porcelain")
    }.expectSnapshot("subfolder")
  }

  @Test("Reads a plain folder without git, and says what needs git")
  func plainFolder() throws {
    try session(git: false) { session in
      try session.run("validate", "--quiet")
      try session.run("list", "--group", "legacy")
      try session.run("diff")
      try session.run("diff", "--from-empty", "--format", "markdown")
      try session.run("show", "loink")
      try session.run("explain", "loink")
      try session.run("list", "--factor", "site-deployment<low")
      try session.run("list", "--rev", "HEAD")
    }.expectSnapshot("plain-folder")
  }

  @Test("Asks on a terminal, and writes only after a yes")
  func guided() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let answers = [
      "ihe w", "1", "1", "finale", "final", "5", "preferred", "9", "A footnote.", "", "A reason.",
      "soon", "2028-01-31", "9", "Prefer WIA", "It is final.", "Text", "https://example.org/x", "",
      "yes", "perhaps",
    ]
    func ask(_ answers: [String]) throws -> Sandbox.Outcome {
      try sandbox.start(
        "/usr/bin/script", ["-qec", "'\(Sandbox.binary)' propose --as-of 2026-11-23", "/dev/null"],
        .editor, input: answers.joined(separator: "\n") + "\n")
    }
    for count in [0, 3, 9, 14, answers.count] {
      let outcome = try ask(Array(answers.prefix(count)) + ["quit"])
      #expect(outcome.code == 1, "after \(count) answers")
      #expect(!sandbox.exists("Proposals"))
    }
    let outcome = try ask(answers + ["yes"])
    #expect(outcome.code == 0, "\(outcome.out)")
    let text = try sandbox.read("Proposals/0001-prefer-wia/proposal.yml")
    #expect(text.contains("{field: group, from: emerging, to: preferred}"))
    #expect(text.contains("criterion: preferred.product-adoption, at: low"))
    #expect(text.contains("review-by: 2028-01-31"))
    #expect(try sandbox.rspmaint(["validate", "--quiet"]).code == 0)
    #expect(try sandbox.rspmaint(["propose"]).code == 64)
  }
}
