import Foundation
import TestSupport
import Testing

@Suite("What status says of sharing")
struct SharingStatusTests {
  private struct Sharing: Decodable, Equatable {
    struct Standing: Decodable, Equatable {
      let branch: String
      let unshared: Int
      let ahead: Int
    }

    let schema: String
    let sharing: Standing?
  }

  /// What stands above the proposals, and the same in JSON.
  private func status(_ clone: Sandbox) throws -> (text: String, sharing: Sharing.Standing?) {
    let text = try clone.rspmaint(["status", "--as-of", Clones.day])
    #expect(text.code == 0 && text.err == "", "\(text.err)")
    let json = try clone.rspmaint(["status", "--as-of", Clones.day, "--format", "json"])
    let status = try JSONDecoder().decode(Sharing.self, from: Data(json.out.utf8))
    #expect(status.schema == "rspmaint.status/1")
    let lines = text.out.components(separatedBy: "\n")
    return (lines.prefix { $0 != "Proposals" }.joined(separator: "\n"), status.sharing)
  }

  @Test("Opens with what is not shared, and with what others shared, as of the last sync")
  func counts() throws {
    let clones = try Clones()
    defer { clones.remove() }
    let heading = try status(clones[1])
    #expect(heading.sharing == .init(branch: "origin/main", unshared: 0, ahead: 0))
    try clones.propose(1, "udi", "UDI to high")
    var now = try status(clones[1])
    #expect(
      now.text == heading.text + "\n1 saved change is not shared yet: 'rspmaint sync'\n",
      "\(now.text)")
    try clones.propose(1, "icd-10", "ICD-10 to high")
    for standard in ["loinc", "ucum", "icd-9"] {
      try clones.propose(0, standard, "\(standard) to high")
    }
    _ = try clones.sync(0)
    // Nothing is asked over the network.
    now = try status(clones[1])
    #expect(now.sharing == .init(branch: "origin/main", unshared: 2, ahead: 0))
    try clones[1].git("fetch", "-q")
    now = try status(clones[1])
    #expect(
      now.text == heading.text + """

        2 saved changes are not shared yet: 'rspmaint sync'

        The shared repository is 3 ahead

        """, "\(now.text)")
    #expect(now.sharing == .init(branch: "origin/main", unshared: 2, ahead: 3))
    _ = try clones.sync(1)
    #expect(try status(clones[1]).text == heading.text)
  }

  @Test("Counts what is shared on another branch as shared")
  func aside() throws {
    let clones = try Clones()
    defer { clones.remove() }
    try clones.propose(1, "udi", "UDI to high")
    _ = try clones.sync(1, as: .editor, "--branch", "work")
    #expect(try status(clones[1]).sharing == .init(branch: "origin/main", unshared: 0, ahead: 0))
  }

  @Test(
    "Says nothing where there is no shared repository",
    arguments: ["git remote remove origin", "git checkout -q --detach", "rm -rf .git"])
  func none(script: String) throws {
    let clones = try Clones()
    defer { clones.remove() }
    try clones.propose(1, "udi", "UDI to high")
    try clones[1].shell(script)
    let now = try status(clones[1])
    #expect(now.sharing == nil && !now.text.contains("shared"), "\(now.text)")
  }

  @Test(
    "Asks git for its configuration where there may be a remote, and only there",
    arguments: [
      ("true", [:], false),
      ("git remote add origin ../x", [:], true),
      ("git config --file ../x remote.origin.url y; git config include.path ../../x", [:], true),
      (
        "true",
        [
          "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "remote.origin.url",
          "GIT_CONFIG_VALUE_0": "y",
        ], true
      ),
    ] as [(script: String, variables: [String: String], asks: Bool)])
  func asks(script: String, variables: [String: String], asks: Bool) throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.write(
      "#!/bin/sh\ntouch \"${0%/*}/asked\"\nexec /usr/bin/git \"$@\"\n", to: "../bin/git")
    try sandbox.shell("chmod +x ../bin/git; \(script)")
    let bin = URL(fileURLWithPath: sandbox.root).deletingLastPathComponent().path + "/bin"
    let outcome = try sandbox.start(
      Sandbox.binary, ["status", "--as-of", Clones.day], .editor, input: nil,
      variables.merging(["PATH": "\(bin):/usr/bin:/bin"]) { $1 })
    #expect(outcome.code == 0 && outcome.err == "")
    #expect(sandbox.exists("../bin/asked") == asks)
    #expect(outcome.out.contains("shared") == asks, "\(outcome.out)")
  }
}
