import Diagnostics
import PortfolioModel
import Testing

@Suite("Checks of use cases")
struct UseCaseCheckTests {
  private func findings(_ rows: String, unread: Set<Identifier> = []) throws -> [String] {
    let portfolio = try Sample.portfolio(
      [
        try Sample.standard("a"), try Sample.standard("old", .legacy),
        try Sample.standard("new", .emerging),
      ], delisted: [try Sample.delisted("gone")],
      useCases: [try Sample.useCase("u", "title: U\n" + rows)])
    return Sample.lines(UseCaseCheck(portfolio, unread: unread).findings())
  }

  private func row(_ more: String, name: String = "N") -> String {
    "  - name: \(name)\n    category: data\n    \(more)\n"
  }

  @Test("Is silent on preferred standards, and on use cases without rows")
  func silent() throws {
    #expect(
      try findings("rows:\n" + row("standards: [a]\n    incorporates: [a]"))
        == ["standards-without-use-case portfolio"])
    #expect(try findings("") == [])
    #expect(
      try findings(
        "rows:\n" + row("standards: [a]") + row("candidates: [old, new]", name: "M"))
        == ["use-case-ambiguous u rows.1.candidates"])
  }

  @Test("Notes what a row rests on")
  func rests() throws {
    #expect(
      try findings("rows:\n" + row("standards: [old, new, gone, lost]\n    incorporates: [old, a]"))
        == [
          "use-case-names-legacy u rows.0.standards.0",
          "use-case-names-emerging u rows.0.standards.1",
          "use-case-names-delisted u rows.0.standards.2", "unknown-standard u rows.0.standards.3",
          "use-case-names-legacy u rows.0.incorporates.0",
        ])
    #expect(
      try findings(
        "rows:\n" + row("standards: [a, old, new, lost]"), unread: [try Sample.id("lost")]
      ).count
        == 2)
  }

  @Test("Wants either standards or candidates, and each name once")
  func shape() throws {
    #expect(
      try findings(
        "rows:\n" + row("note: N")
          + row("standards: [a]\n    candidates: [old, new]", name: "M")
          + row("standards: [a]"))
        == [
          "missing-key u rows.0", "missing-key u rows.1", "use-case-ambiguous u rows.1.candidates",
          "repeated-item u rows.2.name",
        ])
  }
}

@Suite("Checks of prose")
struct ProseCheckTests {
  private func findings(_ text: String, _ group: Group = .preferred) throws -> [String] {
    let standard = try Sample.standard("a", group, with: text)
    return Sample.lines(ProseCheck(try Sample.portfolio([standard])).findings())
  }

  @Test(
    "Notes a group that the record has left",
    arguments: [
      "It stays legacy.", "It remains emerging!", "It is Legacy, for now.", "The legacy group.",
      "Listed as emerging.", "First.\n  It becomes legacy.", "It is legacy. It is legacy.",
    ])
  func groups(text: String) throws {
    #expect(
      try findings("description: |\n  \(text)\n") == ["prose-left-behind a description"])
  }

  @Test(
    "Is silent on the record's own group, and on the word in other senses",
    arguments: [
      "It stays preferred.", "It replaces legacy formats.", "Is it so? Legacy is a word.",
    ])
  func others(text: String) throws {
    #expect(try findings("description: |\n  \(text)\n") == [])
  }

  @Test("Notes a level that the record's rating does not hold")
  func levels() throws {
    #expect(
      try findings("notes: |\n  Product adoption is high.\n  Deployment is low.\n")
        == ["prose-left-behind a notes"])
    #expect(try findings("scope: Adoption is moderate; high standards.\n") == [])
    #expect(try findings("scope: Deployment was high.\n") == ["prose-left-behind a scope"])
    #expect(try findings("tooling-note: Adoption and deployment are moderate and low.\n") == [])
  }

  @Test("Reads the notes of relations")
  func notes() throws {
    #expect(
      try findings(
        "used-with: [{external: X}]\nrelation-notes:\n"
          + "  - {relation: used-with, target: {external: X}, note: while it is emerging}\n")
        == ["prose-left-behind a relation-notes.0.note"])
  }
}
