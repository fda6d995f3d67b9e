import TestSupport
import Testing

/// Work that takes seconds, on a terminal.
@Suite("Long work", .slow)
struct LongWorkTests {
  /// The shipped portfolio with so many more standards that one processor needs seconds.
  private func large() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.shell(
      """
      awk 'BEGIN {
        for (i = 1; i <= 90000; i++) {
          file = "Portfolio/standards/data/standard-" i ".yml"
          print "brief-name: Standard " i > file
          print "formal-name: Standard " i > file
          print "scope: Codes." > file
          print "group: emerging" > file
          print "position: " i * 9 + 100000 > file
          print "assessment:" > file
          print "  maturity: final" > file
          print "  product-adoption: low" > file
          print "  site-deployment: low" > file
          print "  tooling: low" > file
          print "sdo: [Developers]" > file
          close(file)
        }
      }'
      """)
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
    let said = lines.filter { $0.contains(" of 90,") }
    #expect(whole.code == 0, "\(whole.out.prefix(2_000))")
    #expect(!said.isEmpty, "\(whole.out.prefix(2_000))")
    // Each line takes the place of the one before, and none is left.
    #expect(said.allSatisfy { $0.hasPrefix("\u{1B}[K") })
    #expect(lines.contains { $0.hasPrefix("\u{1B}[K") && !$0.contains(" of 90,") })
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
