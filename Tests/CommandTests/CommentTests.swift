import Foundation
import TestSupport
import Testing

@Suite("The report as a comment on a host")
struct CommentTests {
  private static let page = "https://pages.example.org/12/"

  private func comment(
    _ arguments: [String], _ sandbox: Sandbox, page: Bool = true
  ) throws -> String {
    let outcome = try sandbox.rspmaint(
      ["diff"] + arguments + ["--format", "comment", "--as-of", "2026-11-23"]
        + (page ? ["--page-url", CommentTests.page] : []))
    #expect(outcome.code == 0 && outcome.err == "", "\(outcome.err)")
    #expect(outcome.out.unicodeScalars.count <= 65_536)
    return outcome.out
  }

  @Test("Is the Markdown report, with a mark to find it by and a link to the page")
  func whole() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    let comment = try comment(["--proposal", "1"], sandbox)
    let markdown = try sandbox.rspmaint([
      "diff", "--proposal", "1", "--format", "markdown", "--as-of", "2026-11-23",
    ])
    #expect(
      comment == "<!-- rspmaint diff -->\n" + markdown.out
        + "\n[The whole report](<\(CommentTests.page)>)\n")
    #expect(
      !(try self.comment(["--proposal", "1"], sandbox, page: false)).contains("whole report"))
  }

  /// Adds proposals whose rationales are so long that not all of them fit into a comment.
  private func addLong(_ count: Int, _ session: Transcript, character: String = "long ") throws {
    for number in 0..<count {
      try session.run(arguments: [
        "propose", "udi", "--confirm", "tooling", "--title", "Long \(number)", "--rationale",
        "W\(number) " + String(repeating: character, count: 9_000 / character.unicodeScalars.count),
        "--evidence", "survey: Survey <https://example.org/survey>", "--open",
      ])
    }
  }

  @Test("Leaves out whole proposals, names them, and keeps every objection")
  func cut() throws {
    _ = try session(committee: true) { session in
      try addLong(9, session)
      let words = "The reasons are \(String(repeating: "weak ", count: 200))end."
      let objected = try session.run(
        arguments: ["review", "9", "--object", "--comment", words], as: .reviewer)
      #expect(objected.code == 0, "\(objected.err)")
      let comment = try comment(["--proposal", "open"], session.sandbox)
      #expect(comment.contains("Rune Reviewer") && comment.contains("weak end."))
      #expect(comment.contains("W0 long") && !comment.contains("W8 long"))
      #expect(comment.contains("\n**Left out, so that the comment is not too long:**\n"))
      #expect(comment.contains("\n- 0009 Long 8 ("), "\(comment.suffix(900))")
      #expect(comment.hasSuffix("\n[The whole report](<\(CommentTests.page)>)\n"))
      // Each proposal is there whole, or named as left out.
      for number in 0..<9 {
        let isThere = comment.contains("\nW\(number) long")
        #expect(isThere != comment.contains("\n- 000\(number + 1) Long \(number) ("), "\(number)")
      }
    }
  }

  @Test("Counts characters as the host does, not bytes")
  func scalars() throws {
    _ = try session { session in
      try addLong(6, session, character: "漢")
      let comment = try comment(["--proposal", "open"], session.sandbox)
      #expect(comment.utf8.count > 65_536)
      #expect(!comment.contains("Left out"))
    }
  }

  @Test("Starts no mention and no reference with the words of a record")
  func calm() throws {
    _ = try session { session in
      try session.run(arguments: [
        "propose", "loinc", "--set", "tooling=high", "--title", "For @team, see #12", "--rationale",
        "Ask @team.", "--evidence", "survey: Survey <https://example.org/survey>", "--open",
      ])
      let comment = try comment(["--proposal", "1"], session.sandbox)
      #expect(comment.contains("For @<!-- -->team, see #<!-- -->12"), "\(comment)")
      #expect(!comment.contains("\\@") && !comment.contains("@team") && !comment.contains("#12"))
    }
  }

  @Test(
    "Refuses an address that is none, and one without a comment",
    arguments: [
      (["--format", "comment", "--page-url", "javascript:x"], "is not a web address"),
      (["--page-url", "https://example.org"], "--page-url goes with --format comment"),
    ])
  func refused(arguments: [String], words: String) throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let outcome = try sandbox.rspmaint(["diff"] + arguments)
    #expect(outcome.code == 64 && outcome.err.contains(words), "\(outcome.err)")
  }
}
