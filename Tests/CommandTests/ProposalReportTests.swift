import Foundation
import TestSupport
import Testing

@Suite("The report around proposals")
struct ProposalReportTests {
  private static let day = ["--as-of", "2026-11-23"]

  private struct Diff: Decodable {
    struct Change: Decodable {
      let fingerprint: String
      let proposals: [Int]
    }

    struct Proposal: Decodable {
      let number: Int
      let effect: String
      let state: String
      let approvals: Int
      let needed: Int?
      let objections: Int
      let changes: [String]
      let moves: [String]
    }

    let counts: [String: Int]
    let changes: [Change]
    let proposals: [Proposal]
  }

  @Test(
    "Puts nine proposals on the first screen, each change under one of them, every count the same")
  func nine() throws {
    _ = try session(committee: true) { session in
      try NineProposals.prepare(session)
      let arguments = ["diff", "--proposal"] + NineProposals.numbers + ProposalReportTests.day
      let text = try session.sandbox.rspmaint(arguments).out
      try expectSame(text, asSnapshot: "nine-proposals.txt")
      try expectSame(
        try session.sandbox.rspmaint(arguments + ["--format", "markdown"]).out,
        asSnapshot: "nine-proposals.md")
      let json = try session.sandbox.rspmaint(arguments + ["--format", "json"]).out
      let diff = try JSONDecoder().decode(Diff.self, from: Data(json.utf8))
      let under = diff.proposals.flatMap(\.changes)
      #expect(under.count == Set(under).count && Set(under) == Set(diff.changes.map(\.fingerprint)))
      #expect(diff.counts["changes"] == diff.changes.count)
      #expect(
        diff.counts.filter { $0.key != "changes" }.map(\.value).reduce(0, +) == diff.changes.count)
      #expect(text.contains("\n\(diff.changes.count) changes (2 moves, "))
      let first = try #require(diff.proposals.first)
      #expect(first.objections == 1 && first.approvals == 0 && first.needed == 2)
      #expect(first.state == "objection to settle, needs 2 approvals")
      #expect(diff.proposals.map(\.moves.count) == [0, 1, 1, 1, 1, 0, 0, 0, 0])
      #expect(diff.changes.allSatisfy { $0.proposals.count == 1 })
    }
  }

  @Test("Says what a proposal would do alone only where that differs")
  func alone() throws {
    _ = try session { session in
      try session.propose("Raise", ["--set", "dicom-sr:tooling=high"])
      try session.propose("Lower", ["--set", "dicom-sr:tooling=low"])
      let report = try session.sandbox.rspmaint(["diff", "--proposal", "1", "2"]).out
      #expect(report.contains("0001 and 0002 both change tooling of DICOM SR"))
      let sentence =
        "Alone, 0002 would change tooling of DICOM SR: moderate → low ▼ 1 step"
      #expect(report.contains(sentence))
      #expect(!report.contains("Alone, 0001"))
      let single = try session.sandbox.rspmaint(["diff", "--proposal", "2"]).out
      #expect(!single.contains("Alone"))
    }
  }

  @Test(
    "Shows the direction of a level, and names a regional rating that becomes plain, in every format"
  )
  func directions() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.edit(
      "Portfolio/standards/data/icd-10.yml",
      "site-deployment:\n    regions: {us: high, canada: high, elsewhere: low}",
      "site-deployment: moderate")
    try sandbox.edit("Portfolio/standards/data/loinc.yml", "maturity: final", "maturity: retired")
    try sandbox.edit(
      "Portfolio/standards/data/ucum.yml", "product-adoption: high", "product-adoption: pilot")
    for format in ["text", "markdown", "html"] {
      let report = try sandbox.start(
        Sandbox.binary, ["diff", "--format", format], .editor, input: nil, ["COLUMNS": "200"]
      ).out
      for words in [
        "▼ 3 steps", "▼ off the scale", "▲ 1 step", "Regional ratings made plain",
        "US high, Canada high, elsewhere low",
      ] {
        #expect(report.contains(words), "\(format): \(words)")
      }
    }
    let json = try sandbox.rspmaint(["diff", "--format", "json"]).out
    let counts = try JSONDecoder().decode(Diff.self, from: Data(json.utf8)).counts
    #expect(counts["flattenings"] == 1 && counts["ratings"] == 2 && counts["changes"] == 3)
  }

  @Test("Names fields, standards and people as readers do, and prints the text of what goes")
  func words() throws {
    _ = try session(committee: true) { session in
      let sandbox = session.sandbox
      try session.propose("Raise", ["--set", "loinc:tooling=high"])
      try session.run(
        arguments: ["review", "1", "--object", "--comment", "Not yet."], as: .second)
      let report = try sandbox.rspmaint(["diff", "--proposal", "1"]).out
      #expect(report.contains("Siri Second objects to 0001 Raise"))
      try sandbox.edit(
        "Portfolio/standards/data/icd-10.yml", "will-be-superseded-by: [icd-11]\n", "")
      let edited = try sandbox.rspmaint(["diff"]).out
      #expect(edited.contains("ICD-10    will be superseded by  [-ICD-11-]\n"))
      for word in ["siri-second", "icd-11", "relation: ", "worktree", "assessment."] {
        #expect(!(report + edited).contains(word), "\(word)")
      }
    }
  }

  @Test("Fits every width from 40 to 200 columns", arguments: [40, 60, 80, 120, 200])
  func widths(_ width: Int) throws {
    let sandbox = try Sandbox(proposals: true)
    defer { sandbox.remove() }
    let outcome = try sandbox.start(
      Sandbox.binary, ["diff", "--proposal", "1"] + ProposalReportTests.day, .editor, input: nil,
      ["COLUMNS": String(width)])
    let lines = outcome.out.split(separator: "\n")
    let longest = lines.max { $0.count < $1.count }
    #expect(lines.count > 20)
    #expect((longest?.count ?? 0) <= width, "\(longest ?? "")")
    #expect((longest?.count ?? 0) > width - 20)
  }
}
