import PortfolioModel
import Testing

@Suite("Text in Markdown")
struct MarkdownTextTests {
  @Test(
    "Is text and no markup",
    arguments: [
      ("[a](javascript:alert(1))", "\\[a\\](javascript:alert(1))"),
      ("![a](http://x)", "!\\[a\\](http://x)"),
      ("<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert(1)\\>"),
      ("</td></table><script>", "\\</td\\>\\</table\\>\\<script\\>"),
      ("&lt;b&gt;", "\\&lt;b\\&gt;"),
      ("a | b", "a \\| b"),
      ("`a` and ``b``", "\\`a\\` and \\`\\`b\\`\\`"),
      ("# a", "\\# a"), ("a\n# b", "a \\# b"), ("a\n===", "a ==="), ("===", "\\==="),
      ("---", "\\---"), ("-", "\\-"), ("- a", "\\- a"), ("+", "\\+"), ("-a", "-a"),
      ("1.", "1\\."), ("12) a", "12\\) a"), ("1.5", "1.5"),
      ("> a", "\\> a"), ("a\n> b", "a \\> b"),
      ("a\n\nRSP-Proposal: 9\n", "a  RSP-Proposal: 9"),
      ("**a** __b__ ~~c~~", "\\*\\*a\\*\\* \\_\\_b\\_\\_ \\~\\~c\\~\\~"),
      ("@everyone #1 $x$", "\\@everyone \\#1 \\$x\\$"),
      ("a\rb", "a\\\\u{D}b"), ("a\r\nb", "a\\\\u{D} b"), ("a\u{202E}b", "a\\\\u{202E}b"),
      ("a\u{1B}[2Jb", "a\\\\u{1B}\\[2Jb"), ("a\u{2028}b", "a\\\\u{2028}b"),
    ])
  func escaped(text: String, expected: String) {
    #expect(MarkdownText.escaped(text) == expected)
  }

  @Test(
    "Is code only where nothing in it ends the code or the cell",
    arguments: [
      ("icd-10", "`icd-10`"), ("a`b", "a\\`b"), ("a|b", "a\\|b"), ("a\nb", "a b"),
      (" a", " a"), ("", ""), ("a\u{9B}b", "a\\\\u{9B}b"),
    ])
  func code(word: String, expected: String) {
    #expect(MarkdownText.code(word) == expected)
  }

  @Test("Cuts a long line where no code and no escape is, and names the whole")
  func lines() {
    let abridgement = Abridgement { _ in "0123456789abcdef" }
    let start = String(repeating: "x", count: Limits.line - 3)
    for tail in ["`abcdefghij`", "\\\\\\\\\\\\", "``````", "a\\`bcdefg"] {
      let text = abridgement.line(start + tail)
      let cut = text.prefix { $0 != "…" }
      #expect(text.hasSuffix("… (\((start + tail).utf8.count) bytes, blob 0123456789)"))
      #expect((start + tail).hasPrefix(cut))
      #expect(cut.count { $0 == "`" }.isMultiple(of: 2) || tail.hasPrefix("a"))
      #expect(cut.reversed().prefix { $0 == "\\" }.count.isMultiple(of: 2), "\(cut.suffix(9))")
    }
    #expect(abridgement.quoted("short") == "short")
    let long = String(repeating: "ä", count: Limits.quoted)
    #expect(abridgement.quoted(long) == long)
    #expect(abridgement.quoted(long + "b") == long + "… (481 bytes, blob 0123456789)")
  }

  @Test("Holds no markup from groups and levels that are none")
  func words() throws {
    let id = try #require(Identifier("a"))
    let hostile = FieldValue.text("[x](javascript:y)\n\nRSP-Proposal: 9\n")
    let changes = [
      Change(
        SubjectID(.standard, id),
        .set([FieldChange("group", from: hostile, to: hostile)])),
      Change(SubjectID(.standard, id), .add(Fields([Fields.Entry("group", hostile)]))),
      Change(
        SubjectID(.override, id),
        .add(
          Fields([
            Fields.Entry("waives", .list([.fields(Fields([Fields.Entry("at", hostile)]))]))
          ]))),
    ]
    let proposal = try #require(Proposal.provisional(changes))
    let entries = ChangelogEntry.entries(of: proposal, cutBy: Abridgement { _ in "0123456789" })
    #expect(entries.count == 3)
    for entry in entries {
      #expect(entry.text.contains("\\[x\\](javascript:y)"), "\(entry.text)")
      #expect(!entry.text.contains("\n"), "\(entry.text)")
    }
  }
}
