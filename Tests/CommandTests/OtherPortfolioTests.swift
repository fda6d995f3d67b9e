import Foundation
import TestSupport
import Testing

@Suite("A portfolio of another domain")
struct OtherPortfolioTests {
  @Test("Goes the whole way: init, proposals, reviews, a ballot, an edition, an audit, a proof")
  func wholeLoop() throws {
    try OtherPortfolio.run { other in
      try other.decide()
      try other.fill()
      let report = try other.does("diff", "--proposal", "open")
      #expect(report.contains("List the standards of a summary"), "\(report)")
      try other.ballot()
      try other.publish()
      #expect(try other.does("list", "--group", "preferred").contains("fhir-ips"))
      let audit = try other.does(
        "audit", "--since", other.start, on: OtherPortfolio.closed)
      #expect(audit.contains("Proved"), "\(audit)")
      try other.does("validate", on: OtherPortfolio.closed)
      try other.does("format", "--check", on: OtherPortfolio.closed)
      try other.does("changelog", "--check", on: OtherPortfolio.closed)
      try other.session.expectSound()
      try other.does(
        "edition", "bundle", "RSP Patient summary 2026", "--output", "../edition.zip",
        on: OtherPortfolio.closed)
      let proof = try other.does("edition", "verify", "../edition.zip", on: OtherPortfolio.closed)
      #expect(proof.contains("all parts were made again"), "\(proof)")
    }
  }

  @Test("Has records that each say that their ratings are examples")
  func examples() throws {
    let folder = Checkout.root + "/Tests/Fixtures/patient-summary/standards"
    let names = try #require(
      FileManager.default.enumerator(atPath: folder)?.allObjects as? [String])
    let records = names.filter { $0.hasSuffix(".yml") }
    #expect(records.count >= 12)
    for name in records {
      let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      #expect(text.contains("notes: |\n  Example: its ratings were made up"), "\(name)")
    }
  }

  @Test("Describes its domain by lists of its own, which records, lists and changes follow")
  func facets() throws {
    try OtherPortfolio.run { other in
      try other.decide()
      try other.fill()
      for number in ["2", "3"] { try other.does("commit", number) }
      let listed = try other.does("list", "--facet", "sections=Medication")
      #expect(listed.contains("atc ") && listed.contains("edqm-standard-terms "), "\(listed)")
      #expect(listed.hasSuffix("2 of 13 standards\n"), "\(listed)")
      #expect(try other.does("list", "--facet", "sections").hasSuffix("6 of 13 standards\n"))
      #expect(
        try other.does("show", "snomed-ct-ips").contains("Sections: problems, allergies"))
      try other.propose(
        "LOINC names problems", "loinc", "--insert", "sections=problems")
      #expect(
        try other.sandbox.read("Proposals/0004-loinc-names-problems/proposal.yml")
          .contains("- {field: facets.sections, insert: [problems]}"))
      let report = try other.does("diff", "--proposal", "4")
      #expect(report.contains("Sections"), "\(report)")
      let cases: [(word: String, message: String)] = [
        (
          "section=results",
          "the portfolio lists no facet 'section'\n  help: did you mean 'sections'?"
        ),
        (
          "sections=allergie",
          "the portfolio lists no value of sections 'allergie'\n  help: did you mean 'allergies'?"
        ),
      ]
      for (word, message) in cases {
        let outcome = try other.sandbox.rspmaint(["list", "--facet", word])
        #expect(outcome.code == 64)
        #expect(outcome.err == "rspmaint: \(message)\n")
      }
      try other.sandbox.edit(
        "Portfolio/standards/data/loinc.yml", "facets: {sections: [results]}",
        "facets: {section: [results], sections: [result]}")
      let findings = try other.sandbox.rspmaint(["validate", "--quiet"])
      #expect(findings.code == 1)
      for sentence in [
        "error: 'section' is not a facet of the portfolio [unknown-facet]\n  help: did you mean 'sections'?",
        "error: 'result' is not among the values of Sections [unknown-facet]\n  help: did you mean 'results'?",
      ] {
        #expect(findings.out.contains(sentence), "\(findings.out)")
      }
    }
  }
}
