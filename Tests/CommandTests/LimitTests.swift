import Foundation
import TestSupport
import Testing

/// States that could not be left again, and the limits that keep from them.
@Suite("Limits of what is written and taken")
struct LimitTests {
  /// Whether tests run that read tens of megabytes again and again: minutes with a debug build.
  static let isLong =
    ProcessInfo.processInfo.environment["RSPMAINT_SURVIVAL"] == "1"

  static let loinc = "Portfolio/standards/data/loinc.yml"

  /// A committee of so many members.
  private static func committee(_ count: Int) -> String {
    Sandbox.committee
      + (6..<count + 1).map {
        "  - {id: m\($0), name: M\($0), email: m\($0)@x.example, affiliation: X, role: member}\n"
      }.joined()
  }

  /// A file of a proposal of about so many bytes.
  static func text(_ bytes: Int, _ title: String = "Words", more: String = "") -> String {
    let line = "  " + String(repeating: "word ", count: 19) + "word\n"
    return """
      title: \(title)
      nature: assessment
      proposer: Ada Editor <ada@editors.example>
      created: 2026-11-23
      changes:
        - standard: loinc
          set:
            - {field: assessment.tooling, from: moderate, to: high}
      evidence:
        - {title: T, kind: survey, source: S\(more)}
      rationale: |

      """ + String(repeating: line, count: bytes / line.utf8.count + 1)
  }

  static let withdrawn = """
    status: withdrawn
    closed: {date: 2026-11-23, by: Ada Editor <ada@editors.example>, because: Enough.}

    """

  static func review(_ stem: String, _ bytes: Int) -> String {
    "reviewer: Sam <\(stem)@x.example>\ndate: 2026-11-23\nverdict: abstain\ncontent: "
      + String(repeating: "a", count: 40) + "\ncomment: |\n  "
      + String(repeating: "word ", count: bytes / 5) + "word\n"
  }

  private func start(_ session: Transcript, committee count: Int) throws {
    try session.sandbox.write(LimitTests.committee(count), to: "Portfolio/committee.yml")
    try session.sandbox.git("add", "-A")
    try session.sandbox.git("commit", "-q", "--amend", "-m", "Import the portfolio")
  }

  private func addMember(_ session: Transcript, _ id: String) throws -> Sandbox.Outcome {
    try session.sandbox.edit(
      "Portfolio/committee.yml", "members:\n",
      "members:\n  - {id: \(id), name: New, email: \(id)@x.example, affiliation: X, role: member}\n"
    )
    let proposed = try session.run(
      arguments: ["propose", "--from-worktree", "--title", "Add a member"] + Transcript.words
        + ["--open"])
    guard proposed.code == 0 else { return proposed }
    try session.approve(1, by: .reviewer, .second, .chair)
    return try session.run("commit", "1")
  }

  @Test("Takes the 251st member")
  func member() throws {
    _ = try session { session in
      try start(session, committee: 250)
      let outcome = try addMember(session, "a-new")
      #expect(outcome.code == 0, "\(session.text.suffix(2000))")
      #expect(try session.run("status").code == 0)
      #expect(try session.run("audit", "--since", "HEAD~4").code == 0)
    }
  }

  @Test("Refuses the 1,001st member and the 2,001st item before they are committed")
  func refused() throws {
    _ = try session { session in
      try start(session, committee: 1000)
      let outcome = try addMember(session, "a-new")
      #expect(outcome.code == 1 && outcome.err.contains("[beyond-limit]"), "\(outcome.err)")
      #expect(outcome.err.contains("the committee has more than 1000 members"), "\(outcome.err)")
      #expect(try session.run("status").code == 0)
    }
    _ = try session { session in
      let items = (1...1999).map { "S\($0)" }.joined(separator: ", ")
      try session.sandbox.edit(
        LimitTests.loinc, "sdo: [Regenstrief Institute]", "sdo: [Regenstrief Institute, \(items)]")
      let folder = "Proposals/0001-words"
      try session.sandbox.write(
        LimitTests.text(100).replacingOccurrences(
          of: "{field: assessment.tooling, from: moderate, to: high}",
          with: "{field: sdo, insert: [Another]}"), to: folder + "/proposal.yml")
      try session.sandbox.write("status: open\n", to: folder + "/state.yml")
      try session.commitAll("Many developers")
      let proposed = try session.run("propose", "loinc", "--insert", "sdo=Another", "--title", "T")
      #expect(proposed.code == 1 && proposed.err.contains("[too-many-items]"), "\(proposed.err)")
      try session.approve(1, by: .reviewer)
      let outcome = try session.run("commit", "1")
      #expect(outcome.code == 1 && outcome.err.contains("[too-many-items]"), "\(outcome.err)")
      #expect(try session.run("status").code == 0)
    }
  }

  @Test("Writes no review that could not be read again")
  func unreadableReview() throws {
    _ = try session { session in
      try session.propose("LOINC to high", ["loinc", "--set", "tooling=high"])
      let comment = String(repeating: "word ", count: 26_000)
      for count in 0..<5 {
        let outcome = try session.sandbox.rspmaint(
          [
            "review", "1", "--object", "--comment", comment + "end", "--as-of", "2026-11-23",
          ], as: Sandbox.Actor.allCases[count + 1 < 6 ? count + 1 : 0])
        #expect(outcome.code == (count < 4 ? 0 : 1), "\(count): \(outcome.err.suffix(400))")
        if count >= 4 { #expect(outcome.err.contains("[beyond-limit]")) }
      }
      #expect(try session.run("withdraw", "1", "--because", "Too long.").code == 0)
    }
  }

  @Test("The guard takes nothing that can't be read, or is beyond a limit, and audit names it")
  func guarded() throws {
    let server = try Server(.bare)
    defer { server.remove() }
    let sandbox = server.sandbox
    let folder = "Proposals/0001-words"
    let items = (0...2000).map { "I\($0)" }.joined(separator: ", ")
    let many = LimitTests.text(100).replacingOccurrences(
      of: "{field: assessment.tooling, from: moderate, to: high}",
      with: "{field: formerly, insert: [\(items)]}")
    let cases: [(files: [String: String], rule: String)] = [
      ([folder + "/proposal.yml": many], "too-many-items"),
      ([folder + "/proposal.yml": "title: [\n"], "yaml-syntax"),
      ([folder + "/reviews/x.yml": "verdict: object\n"], "missing-key"),
      ([folder + "/proposal.yml": LimitTests.text(140 << 10)], "oversized-file"),
      (
        Dictionary(
          uniqueKeysWithValues: (0..<6).map {
            ("\(folder)/reviews/x-\($0).yml", LimitTests.review("x", 100_000))
          }), "beyond-limit"
      ),
      ([LimitTests.loinc: String(repeating: "x", count: (1 << 20) + 1)], "oversized-file"),
    ]
    for (files, rule) in cases {
      try sandbox.write(LimitTests.text(100), to: folder + "/proposal.yml")
      try sandbox.write("status: open\n", to: folder + "/state.yml")
      for (path, text) in files { try sandbox.write(text, to: path) }
      try server.session.commitAll("Words")
      let answer = try server.push("main")
      #expect(!answer.isTaken, "\(rule)")
      #expect(answer.said.contains("(\(rule)) [audit-unreadable]"), "\(rule): \(answer.said)")
      let audit = try server.session.run("audit", "--since", "HEAD~1")
      #expect(audit.code == 1 && audit.out.contains("[audit-unreadable]"), "\(rule): \(audit.out)")
      // A proposal that is mended is taken.
      if files.keys.allSatisfy({ $0.hasSuffix("proposal.yml") }) {
        try sandbox.write(LimitTests.text(100), to: folder + "/proposal.yml")
        try server.session.commitAll("Mend")
        #expect(try server.push("main").isTaken)
        try sandbox.git("rm", "-rq", folder)
        try server.session.commitAll("Take the draft away")
        let removal = try server.push("main")
        #expect(removal.isTaken, "\(removal.said)")
      } else {
        try sandbox.git("reset", "-q", "--hard", "HEAD~1")
      }
    }
  }

  @Test("What was too large may be made smaller, closed and taken away, and not grow")
  func large() throws {
    let server = try Server(baseline: false, installs: false)
    defer { server.remove() }
    let sandbox = server.sandbox
    for number in 1...3 {
      let folder = "Proposals/000\(number)-words"
      try sandbox.write(LimitTests.text(700 << 10, "Words \(number)"), to: folder + "/proposal.yml")
      try sandbox.write("status: open\n", to: folder + "/state.yml")
    }
    try server.session.commitAll("Words")
    #expect(try server.push("main").isTaken)
    #expect(try sandbox.rspmaint(["guard", "install", "--repo", server.path]).code == 0)
    try sandbox.write(
      LimitTests.text(100 << 10, "Words 1"), to: "Proposals/0001-words/proposal.yml")
    try sandbox.git("rm", "-rq", "Proposals/0003-words")
    try server.session.commitAll("Less")
    let closing = try server.session.run(
      "withdraw", "2", "--because", "Too long.")
    #expect(closing.code == 0, "\(closing.err)")
    let less = try server.push("main")
    #expect(less.isTaken, "\(less.said)")
    try sandbox.write(
      LimitTests.text(140 << 10, "Words 1"), to: "Proposals/0001-words/proposal.yml")
    try server.session.commitAll("More")
    #expect(!(try server.push("main").isTaken))
  }

  @Test("A proposal 999999 keeps nobody from the next")
  func lastNumber() throws {
    _ = try session { session in
      let folder = "Proposals/999999-words"
      try session.sandbox.write(LimitTests.text(100), to: folder + "/proposal.yml")
      try session.sandbox.write(LimitTests.withdrawn, to: folder + "/state.yml")
      try session.commitAll("The last number")
      let outcome = try session.run("propose", "loinc", "--set", "tooling=high")
      #expect(outcome.code == 0 && outcome.out.contains("999998"), "\(outcome.out)\(outcome.err)")
    }
  }
}
