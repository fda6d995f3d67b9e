import Foundation
import TestSupport
import Testing

@Suite("Editing in place")
struct EditingTests {
  @Test("Says every kind of edit, and restores the files")
  func everyKind() throws {
    try story("every-kind", committee: true) { session in
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
      try session.expect(session.report())
      try session.run(
        arguments: ["propose", "--from-worktree", "--title", "Every kind"] + Transcript.words)
      try session.expect("propose")
      #expect(try sandbox.git("status", "--porcelain") == "")
      try session.expect(try sandbox.read("Proposals/0001-every-kind/proposal.yml"), as: "proposal")
    }
  }

  @Test("Refuses edits that no proposal can say, and leaves them")
  func inexpressible() throws {
    try story("inexpressible", committee: true) { session in
      let sandbox = session.sandbox
      try sandbox.edit("Portfolio/CHANGELOG.md", "# Changelog", "# Changes")
      try session.run("changelog", "--check")
      session.expect(
        says: """
          [standard error]
          Portfolio/CHANGELOG.md:1:1: error: the changelog differs from the one that the accepted proposals give [changelog-outdated]
            help: rspmaint changelog --write
          rspmaint: the changelog is not up to date
          [exit 1]
          """)
      try session.run("propose", "--from-worktree", "--title", "T")
      session.expect(
        says: """
          [standard error]
          Portfolio/CHANGELOG.md: error: the changelog is generated [inexpressible-edit]
            help: restore it; 'commit' writes it
          rspmaint: no proposal was written, and your edits are as they were
          [exit 1]
          """)
      try sandbox.git("checkout", "-q", ".")
      try sandbox.git("rm", "-q", "Portfolio/standards/data/udi.yml")
      try session.run("propose", "--from-worktree", "--title", "T")
      session.expect(
        says: """
          [standard error]
          Portfolio/standards/data/udi.yml: error: UDI was deleted [inexpressible-edit]
            help: say why it is delisted: '--because REASON', and '--replaced-by ID' if something replaces it
          rspmaint: no proposal was written, and your edits are as they were
          [exit 1]
          """)
      try sandbox.git("reset", "-q", "--hard")
      try sandbox.edit("Portfolio/standards/data/udi.yml", "group: emerging", "group: emergin # x")
      try session.run("propose", "--from-worktree", "--title", "T")
      try session.expect("comment")
      try session.git("status", "--porcelain")
      session.expect(
        says: """
           M Portfolio/standards/data/udi.yml
          """)
      try sandbox.git("checkout", "-q", ".")
      try session.run("propose", "--from-worktree", "--title", "T")
      session.expect(
        says: """
          [standard error]
          rspmaint: nothing under Portfolio/ differs from the last commit
            help: edit a record first, or use flags: 'rspmaint propose ID --set FIELD=VALUE'
          [exit 1]
          """)
    }
  }

  @Test("Formats what can be kept, and refuses what would be dropped")
  func format() throws {
    try story("format") { session in
      let sandbox = session.sandbox
      try session.run("format", "--check")
      session.expect(
        says: """
          90 files are in canonical form.
          [exit 0]
          """)
      try sandbox.edit(
        "Portfolio/standards/data/loinc.yml", "group: preferred\nposition: 10\n",
        "position: 10\ngroup:   \"preferred\"\n")
      try sandbox.edit("Portfolio/standards/data/udi.yml", "group: emerging", "group: emerging # x")
      try session.run("format", "--check")
      try session.expect("check")
      try session.run("format", "Portfolio/standards/data/loinc.yml")
      session.expect(
        says: """
          Formatted Portfolio/standards/data/loinc.yml
          1 of 1 file formatted.
          [exit 0]
          """)
      try session.run("format")
      session.expect(
        says: """
          [standard error]
          Portfolio/standards/data/udi.yml:5:17: error: a comment [yaml-comment]
            help: move it to 'notes', or remove it: the format keeps no comments
          rspmaint: these files were left as they are
          [exit 1]
          """)
      try session.run("format", "nothing.yml")
      session.expect(
        says: """
          [standard error]
          rspmaint: there is no record at 'nothing.yml'
            help: name files or folders under Portfolio/ or Proposals/
          [exit 66]
          """)
      try session.git("status", "--porcelain")
      session.expect(
        says: """
           M Portfolio/standards/data/udi.yml
          """)
    }
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
