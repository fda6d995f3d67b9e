import Foundation
import TestSupport
import Testing

@Suite("The tables as they print")
struct TablesTests {
  private struct Table: Decodable {
    struct Piece: Decodable, Equatable {
      let text: String
      let marks: [String]
    }

    struct Row: Decodable {
      let standard: String?
      let cells: [[Piece]]

      var phrases: [String] {
        cells.map { cell in
          cell.map { piece in
            ([piece.text] + piece.marks.map { "(\($0))" }).filter { !$0.isEmpty }
              .joined(separator: " ")
          }.joined(separator: ", ")
        }
      }
    }

    struct Section: Decodable {
      let title: String
      let rows: [Row]
    }

    struct Footnote: Decodable {
      let letter: String
      let text: String
      let paraphrased: Bool
    }

    let id: String
    let number: Int?
    let title: String
    let sections: [Section]
    let footnotes: [Footnote]
  }

  private struct Tables: Decodable {
    let schema: String
    let tables: [Table]
  }

  private func tables(_ sandbox: Sandbox, _ arguments: String...) throws -> [Table] {
    let outcome = try sandbox.rspmaint(["tables", "--format", "json"] + arguments)
    #expect(outcome.code == 0 && outcome.err == "")
    let value = try JSONDecoder().decode(Tables.self, from: Data(outcome.out.utf8))
    #expect(value.schema == "rspmaint.tables/1")
    return value.tables
  }

  private static func fixture(_ name: String) throws -> [[String]] {
    let path = Sandbox.repositoryRoot + "/Tests/Fixtures/" + name
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test("Prints every row, cell and mark of the published Tables 1 to 5")
  func quotes() throws {
    let sandbox = try Sandbox(git: false)
    defer { sandbox.remove() }
    let printed = try tables(sandbox).flatMap { table in
      (table.number ?? 9) > 5
        ? []
        : table.sections.flatMap { section in
          section.rows.enumerated().map { index, row in
            [String(table.number ?? 0), section.title.lowercased(), String(index + 1)]
              + row.phrases
          }
        }
    }
    let published = try TablesTests.fixture("published-tables.tsv")
    #expect(printed.count == 83)
    #expect(
      printed.sorted { $0.lexicographicallyPrecedes($1) }
        == published.sorted {
          $0.lexicographicallyPrecedes($1)
        })
    // In the publication's own order, too.
    #expect(printed == published)
  }

  @Test("Letters every footnote as published, and marks the cells that it is about")
  func footnotes() throws {
    let sandbox = try Sandbox(git: false)
    defer { sandbox.remove() }
    let tables = try tables(sandbox)
    let rows = try TablesTests.fixture("published-footnotes.tsv").filter { $0[2] != "general" }
    var seen: [String] = []
    for row in rows {
      let table = try #require(tables.first { $0.number == Int(row[0]) })
      #expect(table.footnotes.contains { $0.letter == row[1] && !$0.text.isEmpty })
      seen.append("\(row[0])\(row[1])")
      let marked = table.sections.flatMap(\.rows).filter { line in
        line.cells.joined().contains { $0.marks.contains(row[1]) }
      }
      if Int(row[0]) ?? 0 < 6 {
        #expect(marked.compactMap(\.standard) == row[3].split(separator: ",").map(String.init))
        let columns = ["name", "maturity", "product-adoption", "site-deployment", "tooling"]
        for line in marked {
          let on = zip(columns, line.cells).filter { $1[0].marks.contains(row[1]) }
          #expect(on.map(\.0) == row[5].split(separator: ",").map(String.init))
        }
      } else {
        #expect(marked.map { $0.phrases[0] } == ["IHE SWF.b, incorporates HL7 ADT and HL7 OMG"])
        #expect(marked.map { $0.phrases[1] } == ["EHR, RIS, PACS (a)"])
      }
    }
    // The ledger's footnote alone is in other words than the publication's.
    let paraphrased = tables.flatMap { table in
      table.footnotes.filter(\.paraphrased).map { "\(table.number ?? 0)\($0.letter)" }
    }
    #expect(paraphrased == ["1b"])
    // No footnote that the publication does not have.
    let letters = tables.flatMap { table in
      table.footnotes.map { "\(table.number ?? 0)\($0.letter)" }
    }
    #expect(letters.sorted() == seen.sorted())
  }

  @Test("Prints in every format, one table or all")
  func formats() throws {
    _ = try session { session in
      for (format, ending) in [
        ("text", "txt"), ("markdown", "md"), ("html", "html"), ("csv", "csv"),
      ] {
        let outcome = try session.sandbox.rspmaint(["tables", "--format", format])
        #expect(outcome.code == 0 && outcome.err == "")
        try expectSame(
          ReportTests.normalized(outcome.out), asSnapshot: "reports/tables.\(ending)")
      }
      let one = try session.sandbox.rspmaint(["tables", "--category", "privacy-and-security"])
      #expect(one.out.contains("Table 4") && !one.out.contains("Table 1"))
      #expect(one.out.contains("Legacy\nNone listed."))
      let empty = try session.sandbox.rspmaint(["tables", "--category", "safety"])
      #expect(empty.out.components(separatedBy: "None listed.").count == 4)
      #expect(try session.sandbox.rspmaint(["tables", "--category", "none"]).code == 64)
      // At a revision, not what the worktree holds.
      try session.sandbox.edit(
        "Portfolio/standards/data/ucum.yml", "brief-name: UCUM", "brief-name: UCUM2")
      #expect(try session.sandbox.rspmaint(["tables", "--rev", "HEAD"]).out.contains("UCUM  "))
      #expect(try session.sandbox.rspmaint(["tables"]).out.contains("UCUM2 "))
    }
  }
}
