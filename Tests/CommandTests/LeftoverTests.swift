import Foundation
import TestSupport
import Testing

@Suite("Temporary files that killed runs left")
struct LeftoverTests {
  @Test("Are removed whatever process has their number by now")
  func numbers() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    // Process 1 always lives.
    let paths = [
      "Portfolio/standards/data/.rspmaint-1-loinc.yml", "Portfolio/.rspmaint-1-CHANGELOG.md",
      ".git/rspmaint/.rspmaint-1-journal",
    ]
    for path in paths { try sandbox.write("half", to: path) }
    try sandbox.write("half", to: "Proposals/.rspmaint-1-0001-a/proposal.yml")
    let outcome = try sandbox.rspmaint(["format"])
    #expect(outcome.code == 0)
    for path in paths + ["Proposals/.rspmaint-1-0001-a"] {
      #expect(!sandbox.exists(path), "\(path)")
    }
    #expect(outcome.err.contains("removed Proposals/.rspmaint-1-0001-a, left by a run that was"))
  }

  @Test("Of a hook and of a report go when the same file is written again")
  func unlocked() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.write("half", to: ".git/hooks/.rspmaint-1-pre-receive")
    try sandbox.write("half", to: "reports/.rspmaint-1-report.html")
    try sandbox.write("half", to: "reports/.rspmaint-1-other.html")
    for _ in 0..<2 { #expect(try sandbox.rspmaint(["guard", "install"]).code == 0) }
    #expect(!sandbox.exists(".git/hooks/.rspmaint-1-pre-receive"))
    let diff = ["diff", "--format", "html", "--output", "reports/report.html"]
    #expect(try sandbox.rspmaint(diff).code == 0)
    #expect(sandbox.exists("reports/report.html"))
    #expect(!sandbox.exists("reports/.rspmaint-1-report.html"))
    #expect(sandbox.exists("reports/.rspmaint-1-other.html"))
  }
}
