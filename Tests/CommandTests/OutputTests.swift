import Foundation
import TestSupport
import Testing

@Suite("Where standard output can't be written")
struct OutputTests {
  private func shell(_ script: String, _ sandbox: Sandbox) throws -> Sandbox.Outcome {
    try sandbox.start(
      "/bin/bash", ["-c", "rspmaint() { '\(Sandbox.binary)' \"$@\"; }\n" + script], .editor,
      input: nil)
  }

  #if os(Linux)
    @Test(
      "Ends with 74 and a sentence where the disk is full",
      arguments: ["list", "show loinc", "validate", "--help", "--version", "diff --format json"])
    func full(arguments: String) throws {
      let sandbox = try Template.bare.sandbox(committee: false)
      defer { sandbox.remove() }
      let outcome = try shell("rspmaint \(arguments) > /dev/full", sandbox)
      #expect(outcome.code == 74)
      #expect(
        outcome.err == "rspmaint: the output can't be written: No space left on device\n")
    }

    @Test("Goes on with what it writes, and ends with what is worse")
    func writes() throws {
      let sandbox = try Template.bare.sandbox(committee: false)
      defer { sandbox.remove() }
      let tip = try sandbox.git("rev-parse", "HEAD")
      let outcome = try shell(
        "rspmaint propose udi --confirm tooling --title Confirm > /dev/full", sandbox)
      #expect(outcome.code == 74, "\(outcome.err)")
      #expect(try sandbox.git("rev-parse", "HEAD~1") == tip)
      #expect(try shell("rspmaint open 9 > /dev/full", sandbox).code == 66)
    }
  #endif

  @Test("Is silent where nobody reads any more")
  func closedPipe() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let outcome = try shell("{ sleep 0.2; rspmaint list; echo \"exit $?\" >&2; } | true", sandbox)
    #expect(outcome.err == "exit 0\n")
  }

  @Test("Prints into no file of its own where the caller closed the output")
  func closed() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let outcome = try shell(
      "rspmaint propose udi --confirm tooling --title Confirm <&- >&- 2>&-", sandbox)
    #expect(outcome.code == 0)
    #expect(try shell("rspmaint list >&-", sandbox).code == 0)
    #expect(try sandbox.git("fsck", "--strict", "--no-dangling") == "")
    #expect(try sandbox.git("status", "--porcelain") == "")
    #expect(try sandbox.read(".git/rspmaint/lock") == "")
  }
}
