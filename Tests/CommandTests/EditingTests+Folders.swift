import Foundation
import TestSupport
import Testing

extension EditingTests {
  @Test("Finds links, folders and strays where records should be, from any folder")
  func strays() throws {
    try story("strays") { session in
      let sandbox = session.sandbox
      let data = sandbox.root + "/Portfolio/standards/data/"
      let files = FileManager.default
      try files.removeItem(atPath: data + "udi.yml")
      try files.createSymbolicLink(atPath: data + "udi.yml", withDestinationPath: "ucum.yml")
      try files.removeItem(atPath: data + "icd-11.yml")
      try files.createDirectory(atPath: data + "icd-11.yml", withIntermediateDirectories: true)
      try sandbox.write("stray\n", to: "Portfolio/notes.txt")
      try session.run("validate", "--quiet", "--repo", "Portfolio/standards")
      try session.expect("strays")
      try session.run("validate", "--quiet", "--repo", "/")
      session.expect(
        says: """
          [standard error]
          rspmaint: there is no portfolio at '/' or above it
            help: go to the folder that holds Portfolio/, or give it: '--repo PATH'
            help: 'rspmaint init FOLDER --title TITLE --domain DOMAIN' starts one
          [exit 66]
          """)
    }
  }

  @Test("Works in a folder of a larger repository")
  func subfolder() throws {
    try story("subfolder") { session in
      let sandbox = session.sandbox
      try FileManager.default.createDirectory(
        atPath: sandbox.root + "/sub/rsp", withIntermediateDirectories: true)
      try sandbox.git("mv", "Portfolio", "sub/rsp/Portfolio")
      try session.commitAll("Move the portfolio")
      let place = ["--repo", "sub/rsp"]
      try session.run(
        arguments: ["propose", "loinc", "--set", "tooling=high", "--title", "LOINC to high"]
          + Transcript.words + ["--open"] + place)
      try session.run(arguments: ["review", "1", "--approve"] + place, as: .reviewer)
      try session.run(arguments: ["commit", "1"] + place)
      session.expectDone()
      try session.run(arguments: ["validate", "--quiet"] + place)
      session.expect(
        says: """
          sub/rsp/Portfolio/overrides/ihe-tce-as-published.yml:3:5: warning: IHE TCE is listed as published though it misses preferred.product-adoption: requires moderate, is low (basis: calibrated) [override-as-published]
            help: a question for the committee: re-rate it, move it, explain it in a footnote, or change the criterion

          83 standards, 1 proposal: no errors, 1 warning, 15 notes
          [exit 0]
          """)
      try session.git("show", "--stat", "--format=", "HEAD")
      session.expect(
        says: """
           sub/rsp/Portfolio/CHANGELOG.md                 | 10 ++++++++++
           sub/rsp/Portfolio/standards/data/loinc.yml     |  2 +-
           sub/rsp/Proposals/0001-loinc-to-high/state.yml |  3 ++-
           3 files changed, 13 insertions(+), 2 deletions(-)
          """)
      #expect(try sandbox.git("status", "--porcelain") == "")
    }
  }

  @Test("Reads a plain folder without git, and says what needs git")
  func plainFolder() throws {
    try story("plain-folder", git: false) { session in
      try session.run("validate", "--quiet")
      session.expect(
        says: """
          Portfolio/overrides/ihe-tce-as-published.yml:3:5: warning: IHE TCE is listed as published though it misses preferred.product-adoption: requires moderate, is low (basis: calibrated) [override-as-published]
            help: a question for the committee: re-rate it, move it, explain it in a footnote, or change the criterion

          83 standards, no proposals: no errors, 1 warning, 15 notes
          [exit 0]
          """)
      try session.run("list", "--group", "legacy")
      try session.expect("list")
      try session.run("diff")
      session.expect(
        says: """
          [standard error]
          rspmaint: this needs a git repository, and the portfolio is in a plain folder
            help: make it one: git init && git add Portfolio .gitattributes && git commit -m 'Import the portfolio'
          [exit 1]
          """)
      try session.run("show", "loink")
      session.expect(
        says: """
          [standard error]
          rspmaint: 'loink' is not in the portfolio
            help: did you mean 'loinc'?
          [exit 66]
          """)
      try session.run("explain", "loink")
      session.expect(
        says: """
          [standard error]
          rspmaint: 'loink' is not in the portfolio
            help: did you mean 'loinc'?
          [exit 66]
          """)
      try session.run("list", "--factor", "site-deployment<low")
      try session.expect("list-by-factor")
      try session.run("list", "--rev", "HEAD")
      session.expect(
        says: """
          [standard error]
          rspmaint: this needs a git repository, and the portfolio is in a plain folder
            help: make it one: git init && git add Portfolio .gitattributes && git commit -m 'Import the portfolio'
          [exit 1]
          """)
    }
  }

  @Test("Reports a plain folder from empty: every record is added, the tables print as they are")
  func fromEmpty() throws {
    try story("from-empty", git: false) { session in
      let report = try session.run("diff", "--from-empty", "--format", "markdown").out
      session.expectDone()
      let parts = report.components(separatedBy: "\n## ")
      let additions = parts[1].components(separatedBy: "\n### ")
      let others = additions.dropFirst(1 + 83)
      #expect(others.allSatisfy { !$0.contains(": new, ") })
      try session.expect(
        parts[0] + "\n## " + additions[0...1].joined(separator: "\n### "), as: "first-addition")
      let tables = try #require(parts.firstIndex { $0.hasPrefix("Tables ") })
      let rows = parts[tables].split(separator: "\n").filter { $0.hasPrefix("| ") }
      let rest = parts[2..<tables] + parts[(tables + 1)...]
      try session.expect(
        others.map { "\n### " + $0 }.joined() + rest.map { "\n## " + $0 }.joined(),
        as: "after-the-additions")
      let printed = try session.run("tables", "--format", "markdown").out.split(separator: "\n")
      session.expectDone()
      #expect(rows == printed.filter { $0.hasPrefix("| ") })
    }
  }
}
