import Foundation
import TestSupport
import Testing

/// Work that takes seconds, on a terminal.
@Suite("Long work", .slow)
struct LongWorkTests {
  /// The shipped portfolio with so many more standards that one processor needs seconds.
  private func large() throws -> Sandbox {
    let sandbox = try Sandbox()
    let folder = "Portfolio/standards/data/"
    let record = try sandbox.read(folder + "icd-10.yml").split(separator: "\n")
    let kept = [
      "brief-name", "formal-name", "scope", "group", "position", "assessment", "  ", "sdo",
    ]
    let end = try #require(record.firstIndex { $0.hasPrefix("sdo:") })
    for number in 1...30_000 {
      let text = record[...end].filter { line in
        kept.contains { line.hasPrefix($0) } && !line.hasPrefix("  - ")
      }.map { line in
        if let start = ["brief-name", "formal-name"].first(where: line.hasPrefix) {
          return "\(start): Standard \(number)"
        }
        return line.hasPrefix("position") ? "position: \(number * 10 + 100_000)" : String(line)
      }
      try sandbox.write(
        text.joined(separator: "\n") + "\n", to: folder + "standard-\(number).yml")
    }
    return sandbox
  }

  private func onTerminal(_ command: String, in sandbox: Sandbox) throws -> Sandbox.Outcome {
    try sandbox.start(
      "/usr/bin/script", ["-qec", "RSPMAINT_THREADS=1 \(command)", "/dev/null"], .editor, input: "")
  }

  @Test("Says how far it is, takes the line away, and ends at once when it is interrupted")
  func progress() throws {
    let sandbox = try large()
    defer { sandbox.remove() }
    let whole = try onTerminal("'\(Sandbox.binary)' validate --quiet", in: sandbox)
    let lines = whole.out.split(separator: "\r").map(String.init)
    let said = lines.filter { $0.contains(" of 30,") }
    #expect(whole.code == 0)
    #expect(!said.isEmpty, "\(whole.out.prefix(2_000))")
    // Each line takes the place of the one before, and none is left.
    #expect(said.allSatisfy { $0.hasPrefix("\u{1B}[K") })
    #expect(whole.out.contains("\r\u{1B}[K\r") || whole.out.hasSuffix("\r\u{1B}[K"))
    // Without a terminal nothing is said.
    let quiet = try sandbox.rspmaint(["validate", "--quiet"])
    #expect(quiet.err == "")

    let before = try sandbox.git("status", "--porcelain", "-uall")
    let stopped = try onTerminal(
      "timeout --foreground --preserve-status -s INT 1 '\(Sandbox.binary)' validate --quiet",
      in: sandbox)
    #expect(stopped.code == 130)
    #expect(try sandbox.git("status", "--porcelain", "-uall") == before)
  }
}
