import Foundation
import TestSupport
import Testing

/// Text that would move the cursor, colour the rest or turn it around, wherever it can come from.
@Suite("Hidden characters")
struct HiddenTextTests {
  /// Escape sequences with C0 and C1 introducers, bidirectional controls, line separators.
  private static let written = #"x\e[2J\e]0;t\a\x9b31m\u202Ey\u2066z\u200F\L\0\r"#
  private static let raw = "x\u{1B}[2J\u{9B}31m\u{202E}y\u{2066}z\u{200F}\u{2028}\r"

  private static func hidden(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E,
        0x2060...0x206F, 0xFEFF:
        true
      default: false
      }
    }
  }

  /// A portfolio whose texts, file names and proposals all hold them.
  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox(proposals: true)
    let text = "\"\(HiddenTextTests.written)\""
    let record = "Portfolio/standards/data/icd-10.yml"
    try sandbox.edit(record, "brief-name: ICD-10", "brief-name: \(text)")
    try sandbox.write(
      try sandbox.read(record) + "notes: \(text)\n\(text): \(text)\n", to: record)
    try sandbox.edit("Portfolio/portfolio.yml", "edition: ", "edition: \(text) #")
    for name in ["a\(HiddenTextTests.raw).yml", "b\(HiddenTextTests.raw).txt"] {
      try sandbox.write("kind: \(text)\n", to: "Portfolio/overrides/\(name)")
    }
    let proposal = "Proposals/0001-list-ihe-tce-as-emerging/proposal.yml"
    try sandbox.edit(proposal, "title: ", "title: \(text) #")
    try sandbox.edit(
      proposal, "{field: group, from: preferred, to: emerging}",
      "{field: scope, from: \(text), to: \(text)}")
    try sandbox.edit(proposal, "reference: Table 5", "reference: \(text)")
    try sandbox.edit(proposal, "proposer: Seed", "proposer: Seed\u{301}")
    try sandbox.write(
      "reviewer: \"A\\eB <a@x>\"\ndate: 2026-11-23\nverdict: object\n"
        + "content: \(String(repeating: "a", count: 40))\ncomment: \(text)\n",
      to: "Proposals/0001-list-ihe-tce-as-emerging/reviews/a\(HiddenTextTests.raw).yml")
    return sandbox
  }

  private static let calls: [[String]] = [
    ["list"], ["list", "--format", "json"], ["list", "--format", "markdown"],
    ["show", "icd-10"], ["show", "icd-10", "--format", "json"],
    ["show", "icd-10", "--format", "markdown"], ["explain", "icd-10"],
    ["explain", "icd-10", "--format", "json"], ["history", "ihe-tce"],
    ["history", "ihe-tce", "--format", "markdown"], ["history", "ihe-tce", "--format", "json"],
    ["tables"], ["tables", "--format", "markdown"], ["tables", "--format", "html"],
    ["tables", "--format", "csv"], ["tables", "--format", "json"],
    ["tables", "--output", raw.withoutNull], ["diff", "--since", raw.withoutNull],
    ["criteria"], ["criteria", "--calibrate"], ["validate"], ["validate", "--format", "json"],
    ["validate", "--format", "markdown"], ["diff"], ["diff", "--format", "json"],
    ["diff", "--format", "markdown"], ["diff", "--proposal", "1"],
    ["diff", "--proposal", "1", "--format", "markdown"], ["diff", "--from-empty"], ["status"],
    ["status", "--format", "json"], ["status", "--format", "markdown"], ["changelog"],
    ["changelog", "--check"], ["changelog", "--format", "json"], ["format", "--check"],
    ["format"], ["open", "1"], ["review", "1", "--approve"],
    ["refresh", "1"], ["commit", "1"], ["reject", "1", "--because", raw.withoutNull],
    ["propose", "loinc", "--set", "clause=\(raw)", "--title", raw, "--rationale", raw],
    ["propose", "--from-worktree", "--title", raw], ["show", raw], ["diff", raw],
    ["--\(raw)"], [raw], ["list", "--rev", raw], ["format", raw], ["validate", "--repo", raw],
    ["propose", raw, "--set", raw], ["review", raw],
  ]

  @Test("Are shown by no verb", arguments: Array(HiddenTextTests.calls.indices).orSome(8))
  func verbs(index: Int) throws {
    let sandbox = try sandbox()
    defer { sandbox.remove() }
    let arguments = HiddenTextTests.calls[index]
    let outcome = try sandbox.rspmaint(arguments)
    // A sheet's rows end in CR LF.
    let out =
      arguments.contains("csv")
      ? outcome.out.replacingOccurrences(of: "\r\n", with: "\n") : outcome.out
    let shown = HiddenTextTests.hidden(out + outcome.err)
    #expect(shown.isEmpty, "\(arguments): \(outcome.out.debugDescription)")
  }

  @Test("Come from no author, committer, branch or configuration")
  func git() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let name = "Eve\u{202E}\u{9B}31m\u{1B}[2J Il"
    let variables = ["GIT_AUTHOR_NAME": name, "GIT_COMMITTER_NAME": name]
    try sandbox.git("checkout", "-q", "-b", "a\u{202E}b")
    try sandbox.git("config", "user.name", name)
    let reason = [
      "--title", "T", "--rationale", "R", "--evidence", "E <https://x.example/>", "--open",
    ]
    for arguments in [
      ["propose", "loinc", "--set", "clause=9"] + reason, ["status"], ["review", "1", "--approve"],
      ["commit", "1"], ["validate"], ["changelog"], ["history", "loinc"], ["diff", "HEAD"],
    ] {
      let outcome = try sandbox.start(
        Sandbox.binary, arguments, .editor, input: nil, variables)
      let shown = HiddenTextTests.hidden(outcome.out + outcome.err)
      #expect(shown.isEmpty, "\(arguments): \((outcome.out + outcome.err).debugDescription)")
    }
    // What was written can be read again.
    let files = FileManager.default.enumerator(atPath: sandbox.root + "/Proposals")?.allObjects
    for file in (files as? [String] ?? []) where file.hasSuffix(".yml") {
      #expect(HiddenTextTests.hidden(try sandbox.read("Proposals/" + file)).isEmpty)
    }
  }
}

extension String {
  fileprivate var withoutNull: String { filter { $0 != "\0" } }
}
