import Foundation
import TestSupport
import Testing

@Suite("Files that are not what they seem")
struct OddFileTests {
  private static let propose = [
    "propose", "loinc", "--set", "clause=9", "--title", "T", "--rationale", "R", "--evidence",
    "E <https://x.example/>",
  ]

  @Test("Are kept, and found, where they are tracked under a name of temporary files")
  func tracked() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let paths = [
      "Proposals/.rspmaint-999999-x/\u{301}a.yml", "Portfolio/.rspmaint-1-b.yml",
    ]
    for path in paths { try sandbox.write("a: b\n", to: path) }
    try sandbox.commitAll("Notes")
    try sandbox.write("half", to: "Portfolio/.rspmaint-1-c.yml")
    let outcome = try sandbox.rspmaint(OddFileTests.propose)
    #expect(outcome.code == 0, "\(outcome.err)")
    for path in paths { #expect(sandbox.exists(path)) }
    #expect(!sandbox.exists("Portfolio/.rspmaint-1-c.yml"))
    for arguments in [["validate"], ["validate", "--rev", "HEAD"]] {
      let outcome = try sandbox.rspmaint(arguments)
      #expect(outcome.code == 1)
      for path in paths {
        #expect(outcome.out.contains("\(path): error: this file does not belong"), "\(outcome.out)")
      }
    }
  }

  @Test("Are not written through where the lock is a link")
  func lock() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.write("precious\n", to: "precious")
    try sandbox.shell("mkdir -p .git/rspmaint; ln -sf ../../precious .git/rspmaint/lock")
    let outcome = try sandbox.rspmaint(OddFileTests.propose)
    #expect(outcome.code == 73 && outcome.err.contains("rspmaint/lock"), "\(outcome.err)")
    #expect(try sandbox.read("precious") == "precious\n")
  }

  @Test("Are said to have a name that is not UTF-8, or to be unreadable, where they are")
  func unreadable() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shell(
      "printf 'a: b\\n' > \"$(printf 'Portfolio/overrides/a\\377.yml')\"; "
        + "chmod -R a+rX ..; chmod 000 Portfolio/use-cases; rm -rf .git")
    let isRoot = getuid() == 0
    let outcome = try sandbox.start(
      isRoot ? "/usr/bin/setpriv" : Sandbox.binary,
      (isRoot ? ["--reuid=65534", "--clear-groups", Sandbox.binary] : []) + ["validate"], .editor,
      input: nil)
    try sandbox.shell("chmod 755 Portfolio/use-cases")
    #expect(
      outcome.out.contains(
        "Portfolio/overrides/a\u{FFFD}.yml: error: the file can't be read: its name is not UTF-8 "
          + "[unreadable-file]"), "\(outcome.out)\(outcome.err)")
    #expect(
      outcome.out.contains("Portfolio/use-cases: error: the file can't be read: Permission denied"))
  }

  @Test("Are found where folders stand in each other without end")
  func deep() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let folder = "Portfolio/" + String(repeating: "d/", count: 300)
    try sandbox.write("x\n", to: folder + "x.yml")
    let outcome = try sandbox.rspmaint(["validate"])
    #expect(outcome.code == 1 && outcome.out.contains("d/d: error: this file does not belong here"))
    #expect(outcome.out.utf8.count < 5_000)
  }

  @Test("Are not read where a revision holds them at a size that no record has")
  func large() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let path = "Portfolio/overrides/large.yml"
    try sandbox.write(String(repeating: "a", count: 2 << 20), to: path)
    try sandbox.commitAll("Large")
    let outcome = try sandbox.rspmaint(["validate", "--rev", "HEAD"])
    #expect(outcome.code == 1 && outcome.out.contains("\(path): error: the file is larger than 1"))
    // One text of a mebibyte at a hundred paths.
    try sandbox.write(String(repeating: "a", count: 1 << 20), to: path)
    try sandbox.shell("cd Portfolio/overrides; for n in $(seq 99); do cp large.yml l$n.yml; done")
    try sandbox.commitAll("Many")
    let many = try sandbox.rspmaint(["validate", "--rev", "HEAD"])
    #expect(many.code == 1 && many.err.contains("more than 32 MiB"), "\(many.err)")
  }

  @Test("Are no earlier report where they are larger than any")
  func earlier() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let path = sandbox.root + "/earlier.json"
    try Data(count: (8 << 20) + 1).write(to: URL(fileURLWithPath: path))
    let outcome = try sandbox.rspmaint(["diff", "--since", path])
    #expect(outcome.code == 65 && outcome.err.contains("larger than 8 MiB"), "\(outcome.err)")
  }
}
