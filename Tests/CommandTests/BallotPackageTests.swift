import Forms
import Foundation
import TestSupport
import Testing

@Suite("The package of a ballot")
struct BallotPackageTests {
  static let names = [
    "comment-form.csv", "comment-form.docx", "letter.docx", "letter.md", "report.html",
    "tables.html", "voting-form.csv", "voting-form.docx",
  ]

  @Test("Is the same bytes each time, whatever the day, after more time and after the close")
  func same() throws {
    try BallotSession.run { ballot in
      let first = try ballot.package("one", on: BallotSession.voted)
      try ballot.does(
        ["ballot", "extend", "cd", "--closes", "2026-12-01", "--because", "More time."],
        as: .chair, on: BallotSession.voted)
      try ballot.vote()
      try ballot.end()
      try ballot.dispose()
      try ballot.close()
      let second = try ballot.package("two", "--issue", "1", on: "2027-01-01")
      #expect(try FileManager.default.contentsOfDirectory(atPath: first).sorted() == Self.names)
      for name in Self.names {
        #expect(
          try ballot.bytes(first + "/" + name) == ballot.bytes(second + "/" + name), "\(name)")
      }
      let zips = try ["a.zip", "b.zip"].map { name in
        try ballot.bytes(try ballot.package(name, on: BallotSession.closed))
      }
      #expect(zips[0] == zips[1] && zips[0].starts(with: [0x50, 0x4B, 3, 4]))
      let check = try ballot.does(["ballot", "package", "cd", "--check"], on: BallotSession.closed)
      #expect(
        check.hasPrefix(
          "What is made now is what was sent in ballot 'cd' (package 1: round 1, until 2026-11-05), "
            + "byte for byte: 8 files.\n"), "\(check)")
    }
  }

  @Test("Says rule, dates and changes in the letter; the forms have a row for each")
  func holds() throws {
    try BallotSession.run(opens: false) { ballot in
      try ballot.open("--document", "N 1234", "--project", "ISO/CD 21860")
      let folder = try ballot.package("out", on: BallotSession.voted)
      func text(_ name: String) throws -> String {
        String(decoding: try ballot.bytes(folder + "/" + name), as: UTF8.self)
      }
      let letter = try text("letter.md")
      for words in [
        "Ballot 'cd'; Date: 2026-10-01; Document: N 1234; Project: ISO/CD 21860", "# Second draft",
        "closes on 2026-11-05 (UTC, that day included)", "at least 2/3 of the votes cast",
        "| Chair Org | chair-org | p-member | Cleo Chair |", "| 0001 | LOINC to high |",
        "| 1.1 | Table 1, LOINC | tooling: moderate → high |",
      ] {
        #expect(letter.contains(words), "\(words) in \(letter)")
      }
      #expect(
        try text("comment-form.csv")
          == "\u{FEFF}MB/NC,Line number (e.g. 17),Clause/ Subclause (e.g. 3.1),"
          + "Paragraph/ Figure/ Table/ (e.g. Table 1),Type of comment,Comments,Proposed change,"
          + "Observations of the secretariat\r\n"
          + ",,,\"Table 1, LOINC (change 1.1)\",,,,\r\n,,,\"Table 1, UCUM (change 2.1)\",,,,\r\n")
      #expect(
        try text("voting-form.csv")
          == "\u{FEFF}MB/NC,Proposal,Title,Approve,Approve with comments,Disapprove with reasons,"
          + "Abstain,Reasons or comments\r\n,0001,LOINC to high,,,,,\r\n,0002,UCUM to high,,,,,\r\n"
      )
      let report = try BallotPackageTests.words(try text("report.html"))
      for words in [
        "LOINC to high", "put to vote", "2 reviewers in favour",
        "Your vote is asked for on each of 2 proposals of ballot 'cd', “Second draft”. Voting closes on "
          + "2026-11-05 (UTC, that day included). The letter says how to answer.",
      ] {
        #expect(report.contains(words), "\(words) in \(report)")
      }
      for words in ["committed", "ready", "2 of 2", "Nothing to mend", "rspmaint"] {
        #expect(!report.contains(words), "\(words) in \(report)")
      }
      let tables = try BallotPackageTests.words(try text("tables.html"))
      #expect(
        tables.contains(
          "This is a preview for the voters of ballot 'cd': it shows the tables as they would print if "
            + "all 2 proposals were approved. The tables in force are those of ISO 21860:2020."),
        "\(tables)")
      let form = try FormContent(
        reading: try ballot.bytes(folder + "/comment-form.docx"), file: "comment-form.docx")
      let cells = form.tables.flatMap(\.rows).flatMap(\.cells).map(\.text)
      for words in ["Date: 2026-10-01", "Document: N 1234", "Project: ISO/CD 21860"] {
        #expect(cells.contains(words), "\(cells)")
      }
      #expect(cells.contains("Table 1, LOINC (change 1.1)"))
    }
  }

  /// What a page shows below its head: its text without marks.
  static func words(_ page: String) throws -> String {
    let body = try #require(page.firstRange(of: "<header")).lowerBound
    return String(page[body...]).replacing(
      /<(script|style)[^>]*>.*?<\/\1>/.dotMatchesNewlines(), with: " "
    )
    .replacing(/<[^>]*>/, with: " ").replacing("&#39;", with: "'").replacing(/\s+/, with: " ")
  }

  @Test(
    "Names standards in the letter where entries of the ledger change, and says what they decide")
  func ledger() throws {
    try BallotSession.run(opens: false) { ballot in
      try ballot.does(
        [
          "propose", "--confirm-override", "snomed-rt-licence", "--review-by", "2030-01-31",
          "--drop-override", "ihe-tce-as-published", "ihe-tce", "--set",
          "product-adoption=moderate",
          "--title", "The ledger",
        ] + Transcript.words + ["--open"], on: BallotSession.written)
      try ballot.does(
        [
          "propose", "radlex-playbook", "--set", "product-adoption=pilot", "--waive",
          "emerging.product-adoption@pilot", "--text", "Its use is only starting.", "--reason",
          "Sites should consider it.", "--review-by", "2030-01-31", "--title", "Another entry",
        ] + Transcript.words + ["--open"], on: BallotSession.written)
      for number in ["3", "4"] { try ballot.review(number, on: BallotSession.written) }
      try ballot.does(
        [
          "ballot", "open", "cd", "--proposals", "3,4", "--title", "Ledger", "--closes",
          BallotSession.closes,
        ], as: .chair, on: BallotSession.opened)
      let folder = try ballot.package("out", on: BallotSession.voted)
      let letter = String(decoding: try ballot.bytes(folder + "/letter.md"), as: UTF8.self)
      for words in [
        "| Ledger, IHE TCE | dropped: no longer waives product adoption (preferred)",
        "| Ledger, SNOMED CT (RT Identifiers) and SNOMED CT (Numeric Identifiers) | confirmed, to be "
          + "reviewed again by 2030-01-31 |",
        "| Ledger, RadLex Playbook | new: waives product adoption (emerging) down to pilot for RadLex "
          + "Playbook |",
        "a preview of the tables, as they would print if all of this is approved",
      ] {
        #expect(letter.contains(words), "\(words) in \(letter)")
      }
      #expect(!letter.contains("| it ") && !letter.contains("snomed-rt-licence"), "\(letter)")
    }
  }

  @Test("Has one row in the voting form where one vote is asked for on all")
  func whole() throws {
    try BallotSession.run(opens: false) { ballot in
      try ballot.open("--vote-on", "package")
      let folder = try ballot.package("out", on: BallotSession.voted)
      let form = String(decoding: try ballot.bytes(folder + "/voting-form.csv"), as: UTF8.self)
      #expect(form.contains("\r\n,all,\"Second draft: 0001 LOINC to high, 0002 UCUM to high\","))
    }
  }

  @Test("Overwrites nothing, and fills an empty folder")
  func keeps() throws {
    try BallotSession.run { ballot in
      let path = try ballot.package("out", on: BallotSession.voted)
      let said = try ballot.refuses("ballot", "package", "cd", "--output", path, code: 73)
      #expect(said.contains("can't be written: it is there already"), "\(said)")
      #expect(
        said.contains(
          "nothing is overwritten: name a new folder, or an empty one: '--output FOLDER'"),
        "\(said)")
      let zip = try ballot.package("out.zip", on: BallotSession.voted)
      let taken = try ballot.refuses("ballot", "package", "cd", "--output", zip, code: 73)
      #expect(
        taken.contains("nothing is overwritten: name another file: '--output FILE'"), "\(taken)")
      let empty = try ballot.path("empty")
      try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
      _ = try ballot.package("empty", on: BallotSession.voted)
      #expect(try FileManager.default.contentsOfDirectory(atPath: empty).count == Self.names.count)
    }
  }

  @Test("Names what differs from what was sent, and says so where another version made it")
  func differs() throws {
    try BallotSession.run { ballot in
      let path = "Proposals/ballots/cd/ballot.yml"
      let text = try ballot.sandbox.read(path)
      let line = try #require(text.firstMatch(of: /name: letter\.md, digest: ([0-9a-f]{64})/))
      let forged = text.replacing(line.1, with: String(repeating: "0", count: 64))
      func check(_ text: String) throws -> String {
        try ballot.sandbox.write(text, to: path)
        let outcome = try ballot.session.run(
          "ballot", "package", "cd", "--check", day: BallotSession.voted)
        #expect(outcome.code == 1)
        return outcome.err
      }
      let said = try check(forged)
      #expect(said.contains("differs from what was sent in ballot 'cd': letter.md"), "\(said)")
      #expect(said.contains("are not those that were sent"))
      let other = try check(forged.replacing("made-by: 0.1.0", with: "made-by: 0.0.9"))
      #expect(other.contains("version 0.0.9 of this tool made it, and this is 0.1.0"), "\(other)")
      #expect(other.contains("that is no forgery"))
    }
  }

  @Test("Report and package are frozen with the ballot")
  func frozen() throws {
    try BallotSession.run(opens: false) { ballot in
      let shown = try ballot.does(
        ["diff", "HEAD", "--proposal", "1", "2", "--format", "json"], on: BallotSession.opened)
      try ballot.open()
      let report = try ballot.sandbox.read("Proposals/ballots/cd/report.json")
      #expect(report == shown)
      try ballot.sandbox.write(
        report.replacing("LOINC to high", with: "LOINC to low"),
        to: "Proposals/ballots/cd/report.json")
      try ballot.session.commitAll("Tidy the ballot")
      #expect(try ballot.audit() == ["audit-ballot-forged"])
    }
  }
}
