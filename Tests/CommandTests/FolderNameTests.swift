import Foundation
import TestSupport
import Testing

@Suite("Folders with names of all kinds")
struct FolderNameTests {
  private static let propose =
    ["propose", "udi", "--confirm", "tooling", "--title", "Confirm", "--open"]
    + Transcript.words

  @Test(
    "Reads and commits below a folder of any name, in the folder's own place",
    arguments: ["\u{301}x", "a/\u{301}x", "Ünïcode mappe", "e\u{301}", "it's [a] *", "-n"].orSome(2)
  )
  func names(_ folder: String) throws {
    let sandbox = try Sandbox(git: false)
    defer { sandbox.remove() }
    try sandbox.shell(
      """
      mkdir -p './\(folder.replacingOccurrences(of: "'", with: "'\\''"))'
      mv Portfolio .gitattributes './\(folder.replacingOccurrences(of: "'", with: "'\\''"))'
      git init -q -b main && git config core.quotePath false
      git add -A && git commit -qm Import
      """)
    let here = ["--repo", "./" + folder]
    let proposed = try sandbox.rspmaint(FolderNameTests.propose + here)
    #expect(proposed.code == 0, "\(proposed.err)")
    #expect(
      try sandbox.git("show", "--format=", "--name-only", "-z", "HEAD").utf8.elementsEqual(
        "\(folder)/Proposals/0001-confirm/proposal.yml\0\(folder)/Proposals/0001-confirm/state.yml\0"
          .utf8))
    #expect(try sandbox.git("status", "--porcelain", "-uall") == "")
    for arguments in [["list"], ["list", "--rev", "HEAD"], ["validate"], ["status"]] {
      let outcome = try sandbox.rspmaint(arguments + here)
      #expect(outcome.code == 0, "\(arguments): \(outcome.err)")
    }
    let format = try sandbox.rspmaint(
      ["format", "--check", "./\(folder)/Portfolio/standards"] + here)
    #expect(format.code == 0, "\(format.err)")
    let approved = try sandbox.rspmaint(
      ["review", "1", "--approve"] + here, as: .reviewer)
    #expect(approved.code == 0, "\(approved.err)")
    let committed = try sandbox.rspmaint(["commit", "1"] + here)
    #expect(committed.code == 0, "\(committed.err)")
    #expect(try sandbox.git("status", "--porcelain", "-uall") == "")
  }

  @Test("Says that a path which is not UTF-8 is the trouble")
  func foreign() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell(
      """
      folder="$(printf '../caf\\351')" && mkdir "$folder" && cp -R Portfolio .git "$folder"
      """)
    let outcome = try sandbox.start(
      "/bin/sh",
      ["-c", "cd \"$(printf '../caf\\351')\" && exec '\(Sandbox.binary)' list"], .editor, input: nil
    )
    #expect(outcome.code == 66, "\(outcome.err)")
    #expect(outcome.err.contains("is not UTF-8"), "\(outcome.err)")
  }
}
