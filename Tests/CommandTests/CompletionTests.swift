import Foundation
import TestSupport
import Testing

/// What real shells make of the scripts of `rspmaint completions`. `RSPMAINT_REQUIRE_SHELLS=1` makes
/// it a failure that one of them is missing.
@Suite("Completions in real shells")
struct CompletionTests {
  private static let isRequired =
    ProcessInfo.processInfo.environment["RSPMAINT_REQUIRE_SHELLS"] == "1"

  private static let shells = ["bash", "zsh", "fish"].filter { shell in
    isRequired
      || ["/bin/", "/usr/bin/"].contains {
        FileManager.default.isExecutableFile(atPath: $0 + shell)
      }
  }

  /// What is typed before the tab key, and words that must and must not be there afterwards.
  private static let lines: [(typed: String, offered: [String], other: [String])] = [
    ("rspmaint show icd-", ["icd-9", "icd-10", "icd-11"], ["loinc"]),
    ("rspmaint explain loi", ["nc"], []),
    ("rspmaint propose --set gro", ["up="], ["up\\="]),
    ("rspmaint propose --title 'a b' --set loinc:group=", ["legacy", "emerging"], ["ihe-wia"]),
    ("rspmaint propose loinc --set tooling=mo", ["derate"], []),
    ("rspmaint commit ", ["1"], ["loinc"]),
    ("rspmaint list --group le", ["gacy"], []),
    ("rspmaint list --facet specialties=Derm", ["atology"], []),
    ("rspmaint valid", ["ate"], []),
  ]

  @Test("Offer what the portfolio holds", arguments: shells)
  func offered(shell: String) throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    let script = sandbox.root + "/../_rspmaint"
    let printed = try sandbox.rspmaint(["completions", shell])
    #expect(printed.code == 0, "\(printed.err)")
    try Data(printed.out.utf8).write(to: URL(fileURLWithPath: script))
    let folder = URL(fileURLWithPath: Sandbox.binary).deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let check = Checkout.root + "/Tests/CommandTests/check_completions.py"
    let typed = CompletionTests.lines.map(\.typed)
    let outcome = try sandbox.start(
      "/usr/bin/env", ["python3", check, shell, script, sandbox.root] + typed, .editor, input: nil,
      ["PATH": folder + ":" + path])
    #expect(outcome.code == 0, "\(outcome.err)")
    let parts = outcome.out.split(separator: ">>>\n").map(String.init)
    for (line, part) in zip(CompletionTests.lines, parts) {
      let shown: String = part.split(separator: "\n").dropFirst().joined(separator: "\n")
      for word in line.offered { #expect(shown.contains(word), "\(shell): \(part)") }
      for word in line.other { #expect(!shown.contains(word), "\(shell): \(part)") }
    }
    #expect(parts.count == CompletionTests.lines.count)
  }

  @Test("Outside a portfolio nothing is offered, and nothing said")
  func nowhere() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell("mkdir ../empty")
    let outcome = try sandbox.start(
      Sandbox.binary,
      [
        "---completion", "show", "--", "positional@0", "1", "0", "rspmaint", "show", "--repo",
        "../empty",
      ],
      .editor, input: nil, [:])
    #expect(outcome.out.allSatisfy(\.isWhitespace) && outcome.err == "", "\(outcome.err)")
  }
}
