import Foundation
import TestSupport
import Testing

@Suite("The reviewers' report")
struct ReportTests {
  /// The report in each format against its golden files; commit ids and the page's own style and
  /// script are left out.
  private func expect(_ name: String, _ sandbox: Sandbox, _ arguments: String...) throws {
    for (format, ending) in [
      ("text", "txt"), ("markdown", "md"), ("html", "html"), ("json", "json"),
    ] {
      let outcome = try sandbox.rspmaint(
        ["diff"] + arguments + ["--format", format, "--as-of", "2026-11-23"])
      #expect(outcome.err == "" && outcome.code == 0, "\(name) \(format): \(outcome.err)")
      try expectSame(
        ReportTests.normalized(outcome.out), asSnapshot: "reports/\(name).\(ending)")
    }
  }

  static func normalized(_ text: String) -> String {
    var text = text
    for (pattern, word) in [
      ("\\b[0-9a-f]{40}\\b", "<commit>"), ("commit [0-9a-f]{12}\\b", "commit <id>"),
      ("(?s)<style>.*?</style>", "<style></style>"),
      ("(?s)<script>.*?</script>", "<script></script>"), ("sha256-[A-Za-z0-9+/=]*", "sha256-…"),
    ] {
      text = text.replacingOccurrences(of: pattern, with: word, options: .regularExpression)
    }
    return text
  }

  @Test("Tells the shipped draft in every format")
  func shippedDraft() throws {
    let sandbox = try Sandbox(proposals: true)
    defer { sandbox.remove() }
    try expect("shipped-draft", sandbox, "--proposal", "1")
  }

  @Test("Tells the SNOMED RT case in every format")
  func snomed() throws {
    _ = try session { session in
      let snomed = try SnomedCase(session.sandbox)
      try snomed.edit()
      try snomed.waive()
      try session.run(
        arguments: ["propose", "--from-worktree"] + SnomedCase.words + ["--open"])
      try expect("snomed", session.sandbox, "--proposal", "1")
      // The same between two commits, once it is accepted.
      try session.approve(1, by: .reviewer)
      try session.run("commit", "1")
      try expect("snomed-accepted", session.sandbox, "HEAD~1..HEAD")
    }
  }

  @Test("Tells a survey of forty ratings in every format, identical ones together")
  func survey() throws {
    _ = try session { session in
      let list = try session.sandbox.rspmaint(["list", "--format", "json"])
      let json = try JSONSerialization.jsonObject(with: Data(list.out.utf8)) as? [String: Any]
      let standards = try #require(json?["standards"] as? [[String: Any]])
      let ids = standards.compactMap { $0["id"] as? String }
      let moderate = ids.filter { id in
        let paths = FileManager.default.enumerator(atPath: session.sandbox.root + "/Portfolio")
        let path = paths?.compactMap { $0 as? String }.first { $0.hasSuffix("/\(id).yml") } ?? ""
        return (try? session.sandbox.read("Portfolio/" + path))?
          .contains("  tooling: moderate\n") == true
      }
      try session.propose(
        "Survey of tools", moderate.prefix(40).flatMap { ["--set", "\($0):tooling=high"] })
      try expect("survey", session.sandbox, "--proposal", "1")
    }
  }

  @Test("Tells a change of the criteria in every format: who would fall, who becomes due")
  func criteria() throws {
    _ = try session { session in
      try session.propose(
        "Ask for moderate deployment",
        [
          "--criteria", "preferred.site-deployment=moderate", "--transitions", "--review-by",
          "2027-11-30", "--reason", "Time to follow.",
        ])
      try expect("criteria", session.sandbox, "--proposal", "1")
    }
  }

  @Test("Tells a delisting that leaves names behind in every format")
  func delisting() throws {
    _ = try session { session in
      try session.run(
        arguments: ["propose", "--delist", "ihe-rem", "--because", "No longer maintained."]
          + ["--replaced-by", "ihe-rem-nm", "--title", "Delist IHE REM"] + Transcript.words)
      try expect("delisting", session.sandbox, "--proposal", "1")
    }
  }

  @Test("Says in every format that nothing changed")
  func nothing() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try expect("nothing", sandbox)
    for format in ["text", "markdown", "html", "json"] {
      #expect(
        try sandbox.rspmaint(["diff", "--format", format]).out.contains("Nothing changed"))
    }
  }

  @Test("Shows only what is new or gone since an earlier report")
  func since() throws {
    _ = try session { session in
      let sandbox = session.sandbox
      try session.propose(
        "Re-rate", ["--set", "loinc:tooling=high", "--set", "ucum:tooling=high"])
      let earlier = sandbox.root + "-earlier.json"
      defer { try? FileManager.default.removeItem(atPath: earlier) }
      let written = try sandbox.rspmaint(
        ["diff", "--proposal", "1", "--format", "json", "--output", earlier])
      #expect(written.out == "" && written.err == "wrote \(earlier)\n")
      let same = try sandbox.rspmaint(["diff", "--proposal", "1", "--since", earlier]).out
        .replacingOccurrences(of: "\n", with: " ")
      #expect(same.contains("Nothing is new"))
      #expect(same.contains("Of its changes 2 still stand"))
      try sandbox.edit(
        "Proposals/0001-re-rate/proposal.yml", "  - standard: ucum\n", "  - standard: udi\n")
      try sandbox.edit(
        "Proposals/0001-re-rate/proposal.yml",
        "  - standard: udi\n    set:\n      - {field: assessment.tooling, from: moderate",
        "  - standard: udi\n    set:\n      - {field: assessment.tooling, from: low")
      let next = try sandbox.rspmaint(["diff", "--proposal", "1", "--since", earlier]).out
        .replacingOccurrences(of: "\n", with: " ")
      #expect(next.contains("1 is new, 1 is gone"))
      #expect(next.contains("gone: UCUM tooling"))
      #expect(!next.contains("LOINC "))
      let broken = try sandbox.rspmaint(["diff", "--since", "Portfolio/portfolio.yml"])
      #expect(broken.code == 65)
      #expect(broken.err.contains("is not an earlier report"))
      #expect(try sandbox.rspmaint(["diff", "--since", "none.json"]).code == 66)
      #expect(try sandbox.rspmaint(["diff", "--output", "no/where.txt"]).code == 73)
    }
  }

  @Test("Lets no text of a record become markup in Markdown, and folds by details only")
  func markdown() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try Hostile.edit(sandbox)
    let report = try sandbox.rspmaint(["diff", "--format", "markdown"]).out
    let tags = try NSRegularExpression(pattern: "(?<!\\\\)<(?!https?://)[^>]*>")
    let range = NSRange(report.startIndex..., in: report)
    let found = tags.matches(in: report, range: range).compactMap {
      Range($0.range, in: report).map { String(report[$0]) }
    }
    #expect(
      Set(found).isSubset(
        of: ["<details>", "<details open>", "</details>", "<summary>", "</summary>"]), "\(found)")
    #expect(report.contains("\\[UDI\\](javascript:window.hacked=1)"))
    #expect(!report.contains("[UDI](javascript"))
  }

  @Test("Tells a rename as one entry")
  func rename() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let path = "Portfolio/standards/data/udi.yml"
    try sandbox.edit(path, "brief-name: UDI\n", "brief-name: UDI System\n")
    try sandbox.write(
      try sandbox.read(path).replacingOccurrences(
        of: "description: |", with: "formerly: [UDI]\ndescription: |"), to: path)
    #expect(try sandbox.rspmaint(["format", path]).code == 0)
    let report = try sandbox.rspmaint(["diff", "--format", "markdown"]).out
    #expect(report.contains("| UDI | **UDI System** |"))
    #expect(report.contains("### Renamed (2)") && !report.contains("formerly"))
  }

  @Test("Fills a page of 83 additions in under 1 MB")
  func fromEmpty() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let page = try sandbox.rspmaint(["diff", "--from-empty", "--format", "html"]).out
    #expect(page.utf8.count < 1_000_000)
    #expect(page.components(separatedBy: "<article").count == 1 + 83 + 2)
  }
}
