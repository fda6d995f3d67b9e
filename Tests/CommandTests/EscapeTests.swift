import Foundation
import TestSupport
import Testing

/// Everything that a committee may type or name, tried on a portfolio beside a secret.
@Suite("Ways out of the portfolio")
struct EscapeTests {
  private static let secret = "sesame-open-3141"

  /// A sandbox with a file beside it that nothing may read or write.
  private func sandbox() throws -> (sandbox: Sandbox, outside: String) {
    let sandbox = try Sandbox(proposals: true)
    let outside = URL(fileURLWithPath: sandbox.root).deletingLastPathComponent()
      .appendingPathComponent("outside").path
    try FileManager.default.createDirectory(
      atPath: outside + "/reviews", withIntermediateDirectories: true)
    for name in ["secret.yml", "reviews/secret.yml", "proposal.yml"] {
      try Data("title:   \(EscapeTests.secret)\n".utf8).write(
        to: URL(fileURLWithPath: outside + "/" + name))
    }
    return (sandbox, outside)
  }

  /// Every file around the sandbox's repository, with its text.
  private func surroundings(_ outside: String) throws -> [String: Data] {
    let names = FileManager.default.enumerator(atPath: outside)?.allObjects as? [String] ?? []
    return try names.filter { $0.hasSuffix(".yml") }.reduce(into: [:]) {
      $0[$1] = try Data(contentsOf: URL(fileURLWithPath: outside + "/" + $1))
    }
  }

  /// Holds that nothing but files of new proposals came to be.
  private func expectProposalsOnly(_ sandbox: Sandbox) throws {
    for line in try sandbox.git("status", "--porcelain", "-uall").split(separator: "\n") {
      let path = String(line.dropFirst(3))
      #expect(
        path.wholeMatch(of: /Proposals\/000[2-9]-[a-z0-9-]{1,64}\/(proposal|state)\.yml/) != nil,
        "\(path)")
    }
  }

  private static let names = [
    "../../outside/secret", "../outside/secret.yml", "/etc/passwd", ".git", ".git/config", ".GIT",
    "..", ".", "a/../../b", "icd-10.yml", "icd-10/", "\\..\\outside", "icd_10",
    "%2e%2e%2foutside", "\u{202E}icd-10", "icd-10\u{0301}", "~", "$HOME", "-", "con",
    String(repeating: "a", count: 65), String(repeating: "../", count: 2000),
  ]

  @Test("Takes no name for an id that is none", arguments: EscapeTests.names.orSome(4))
  func ids(name: String) throws {
    let (sandbox, outside) = try sandbox()
    defer { sandbox.remove() }
    let before = try surroundings(outside)
    let reason = [
      "--title", "T", "--rationale", "R", "--evidence", "E <https://x.example/>",
    ]
    for arguments in [
      ["show", "--", name], ["explain", "--", name], ["history", "--", name],
      ["propose", "--set", "scope=x"] + reason + ["--", name],
      ["propose", "icd-10", "--set", "\(name)=x"] + reason,
      ["propose", "icd-10", "--set", "superseded-by=[\"\(name)\"]"] + reason,
      ["propose", "icd-10", "--set", "category=\(name)"] + reason,
    ] {
      let outcome = try sandbox.rspmaint(arguments)
      // A draft may hold a word that is none, and says so; it can't be opened.
      let isDraft = outcome.code == 0 && outcome.out.contains(": warning: ")
      #expect(
        isDraft || [1, 64, 66].contains(outcome.code),
        "\(arguments): \(outcome.out)\(outcome.err)")
      if isDraft {
        let number = try #require(outcome.out.firstMatch(of: /proposal (\d{4})/)?.1)
        #expect(try sandbox.rspmaint(["open", String(Int(number) ?? 0)]).code == 1)
      }
      #expect(!(outcome.out + outcome.err).contains(EscapeTests.secret), "\(arguments)")
    }
    #expect(try surroundings(outside) == before)
    try expectProposalsOnly(sandbox)
  }

  @Test(
    "Takes no name of a device for an id",
    arguments: ["con", "aux", "nul", "com1", "lpt9"].orSome(2))
  func devices(name: String) throws {
    let (sandbox, _) = try sandbox()
    defer { sandbox.remove() }
    let record = try sandbox.read("Portfolio/standards/data/icd-10.yml")
    try sandbox.write(record, to: "Portfolio/standards/data/\(name).yml")
    let validate = try sandbox.rspmaint(["validate", "--quiet"])
    #expect(
      validate.code == 1 && validate.out.contains("'\(name)' is not an id"), "\(validate.out)")
    #expect(validate.out.contains("Windows"), "\(validate.out)")
    let propose = try sandbox.rspmaint([
      "propose", "--set", "\(name):scope=x", "--title", "T", "--rationale", "R",
    ])
    #expect(propose.code != 0 && propose.err.contains("'\(name)"), "\(propose.err)")
  }

  @Test(
    "Keeps a proposal's folder under Proposals, whatever its title",
    arguments: [
      "../../outside/x", "/etc/passwd", ".git/hooks/pre-commit", "..", "a\u{202E}b", "日本語",
      String(repeating: "long title ", count: 300),
    ].orSome(3))
  func slugs(title: String) throws {
    let (sandbox, outside) = try sandbox()
    defer { sandbox.remove() }
    let before = try surroundings(outside)
    _ = try sandbox.rspmaint([
      "propose", "icd-10", "--set", "clause=9", "--title", title, "--rationale", "R",
      "--evidence", "E <https://x.example/>",
    ])
    try expectProposalsOnly(sandbox)
    #expect(try surroundings(outside) == before)
  }

  @Test(
    "Formats nothing outside",
    arguments: [
      "../outside", "../outside/secret.yml", "Portfolio/../../outside/secret.yml", "/", "/etc",
      "Portfolio/../.git/config", ".git", "Portfolio/standards/../../../outside",
    ].orSome(3))
  func format(path: String) throws {
    let (sandbox, outside) = try sandbox()
    defer { sandbox.remove() }
    let before = try surroundings(outside)
    let outcome = try sandbox.rspmaint(["format", path])
    #expect([64, 66].contains(outcome.code), "\(outcome.out)\(outcome.err)")
    #expect(try surroundings(outside) == before)
  }

  @Test(
    "Follows no link, to read or to write",
    arguments: [
      ("Portfolio/standards/data/icd-10.yml", "secret.yml"),
      ("Portfolio/overrides/linked.yml", "secret.yml"),
      ("Portfolio/standards/data", ""),
      ("Portfolio/delisted", ""),
      ("Portfolio/criteria.yml", "secret.yml"),
      ("Portfolio/CHANGELOG.md", "secret.yml"),
      ("Proposals/0001-list-ihe-tce-as-emerging/reviews", "reviews"),
      ("Proposals/0001-list-ihe-tce-as-emerging/state.yml", "secret.yml"),
      ("Proposals/0002-linked", ""),
      ("Proposals", ""),
    ].orSome(4))
  func links(path: String, target: String) throws {
    let (sandbox, outside) = try sandbox()
    defer { sandbox.remove() }
    let before = try surroundings(outside)
    let place = sandbox.root + "/" + path
    if FileManager.default.fileExists(atPath: place) {
      try FileManager.default.removeItem(atPath: place)
    }
    try FileManager.default.createSymbolicLink(
      atPath: place, withDestinationPath: outside + (target.isEmpty ? "" : "/" + target))
    for arguments in [
      ["validate"], ["format"], ["list"], ["show", "icd-10"], ["status"], ["diff"],
      ["changelog"], ["changelog", "--write"], ["diff", "--proposal", "1"], ["open", "1"],
      ["review", "1", "--approve"], ["reject", "1", "--because", "x"],
      [
        "propose", "loinc", "--set", "clause=9", "--title", "T", "--rationale", "R",
        "--evidence", "E <https://x.example/>",
      ],
    ] {
      let outcome = try sandbox.rspmaint(arguments)
      #expect(
        !(outcome.out + outcome.err).contains(EscapeTests.secret),
        "\(arguments): \(outcome.out)\(outcome.err)")
      #expect(try surroundings(outside) == before, "\(arguments)")
    }
    #expect(try sandbox.rspmaint(["validate"]).code != 0)
  }

  @Test(
    "Takes files for strays that only look as if they belonged",
    arguments: [
      "Portfolio/Standards/data/x.yml", "Portfolio/.git/config.yml", "Portfolio/standards/x.yml",
      "Portfolio/standards/data/x.YML", "Portfolio/standards/data/deep/x.yml",
      "Portfolio/overrides/.yml", "Proposals/0002-X/proposal.yml", "Proposals/2-x/proposal.yml",
      "Proposals/0001-list-ihe-tce-as-emerging/reviews/deep/x.yml",
      "Portfolio/standards/data/\u{1B}[31mx.yml", "Portfolio/standards/data/Icd-10.yml",
      "Portfolio/overrides/a\u{202E}b.yml", "Portfolio/use-cases/a\nb.yml",
      "Portfolio/overrides/\(String(repeating: "a", count: 200)).yml",
    ].orSome(5))
  func strays(path: String) throws {
    let (sandbox, _) = try sandbox()
    defer { sandbox.remove() }
    try sandbox.write("title: T\n", to: path)
    let outcome = try sandbox.rspmaint(["validate"])
    #expect(outcome.code == 1, "\(outcome.out)\(outcome.err)")
    #expect(
      outcome.out.contains("[unexpected-file]") || outcome.out.contains("[invalid-file-name]")
        || outcome.out.contains("[unknown-key]"), "\(outcome.out)")
  }
}
