import Foundation
import TestSupport
import Testing

/// The data of a portfolio for other programs. `RSPMAINT_PYTHON` names a Python with fhir.resources,
/// rdflib and bibtexparser; `RSPMAINT_REQUIRE_EXPORTS=1` makes it a failure that it is missing.
@Suite("The data for others")
struct ExportTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let isRequired = environment["RSPMAINT_REQUIRE_EXPORTS"] == "1"
  private static let python = environment["RSPMAINT_PYTHON"]

  private static let files = [
    ("csv", "standards.csv"), ("json", "portfolio.json"), ("bibtex", "references.bib"),
    ("fhir", "fhir-bundle.json"), ("skos", "skos.jsonld"),
  ]

  private func export(_ format: String, _ sandbox: Sandbox, _ more: String...) throws -> String {
    let outcome = try sandbox.rspmaint(["export", "--format", format] + more)
    try #require(outcome.code == 0 && outcome.err == "", "\(outcome.err)")
    return outcome.out
  }

  @Test("Gives the same bytes each time, of a commit and of a plain folder alike")
  func repeats() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    for (format, _) in ExportTests.files {
      let text = try export(format, sandbox)
      #expect(text.utf8.last == UInt8(ascii: "\n") && text.utf8.count > 1000)
      #expect(try export(format, sandbox, "--rev", "HEAD") == text, "\(format)")
    }
    try sandbox.shell("mv .git ../aside")
    for (format, name) in ExportTests.files {
      let text = try export(format, sandbox)
      let outcome = try sandbox.rspmaint(["export", "--format", format, "--output", "../" + name])
      #expect(outcome.out == "" && outcome.err == "wrote ../\(name)\n")
      #expect(try sandbox.read("../" + name) == text)
    }
  }

  @Test("Writes a row of the sheet for each standard, a regional rating in a column of its own")
  func sheet() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let rows = try export("csv", sandbox).components(separatedBy: "\r\n")
    #expect(rows.count == 85 && rows.last == "")
    #expect(
      rows[0].hasPrefix(
        "id,brief-name,formal-name,category,group,position,clause,maturity,maturity-regions,"))
    #expect(rows[0].hasSuffix(",excluded-activities,excluded-specialties"))
    let row = try #require(rows.first { $0.hasPrefix("icd-10,") })
    #expect(
      row.hasPrefix(
        "icd-10,ICD-10,International Classification of Diseases,data,preferred,30,5.3.1.6,final,,"
          + "moderate,,,us high; canada high; elsewhere low,moderate,,,icd-11,"), "\(row)")
  }

  @Test("Takes its URIs from the portfolio, and needs no authority where there is none")
  func uris() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    func uris() throws -> [String] {
      let data = try JSONDecoder().decode(
        Exported.self, from: Data(try export("json", sandbox).utf8))
      return [data.uri, data.standards.first { $0.id == "loinc" }?.uri ?? ""]
    }
    let urns = try uris()
    #expect(Set(urns).count == 2)
    for urn in urns {
      #expect(
        urn.wholeMatch(
          of: /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/)
          != nil, "\(urn)")
    }
    for (base, end) in [("rsp", "rsp/loinc"), ("rsp/", "rsp/loinc"), ("rsp#", "rsp#loinc")] {
      try sandbox.shell("git checkout -q Portfolio")
      try sandbox.edit(
        "Portfolio/portfolio.yml", "edition: ", "uri: https://example.org/\(base)\nedition: ")
      #expect(
        try uris() == ["https://example.org/\(base)", "https://example.org/\(end)"], "\(base)")
    }
  }

  private struct Exported: Decodable {
    struct Listed: Decodable {
      let id: String
      let uri: String
    }

    let uri: String
    let standards: [Listed]
  }

  @Test("Keeps what LaTeX takes for commands as text")
  func latex() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.edit(
      "Portfolio/standards/data/loinc.yml", "sdo: [Regenstrief Institute]",
      #"sdo: ["A_B & {C} 5% \\ ~"]"#)
    #expect(
      try export("bibtex", sandbox).contains(
        #"organization = {{A\_B \& \textbraceleft{}C\textbraceright{} 5\% \textbackslash{} "#
          + #"\textasciitilde{}}}"#))
  }

  @Test(
    "Is read by the libraries of those who take it",
    .enabled(if: python != nil || isRequired, "RSPMAINT_PYTHON is missing."))
  func libraries() throws {
    let python = try #require(ExportTests.python)
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    for (format, name) in ExportTests.files {
      let outcome = try sandbox.rspmaint(["export", "--format", format, "--output", "../" + name])
      try #require(outcome.code == 0, "\(outcome.err)")
    }
    let checked = try sandbox.start(
      python,
      [Checkout.root + "/Tests/CommandTests/check_exports.py", sandbox.root + "/.."], .editor,
      input: nil)
    try #require(checked.code == 0, "\(checked.err)")
    let lines = checked.out.replacing(/urn:uuid:[-0-9a-f]{36}/, with: "URN")
    #expect(
      lines == """
        fhir URN 83 54 6 23
        skos URN 83 5
        bibtex 99 16
        json rspmaint.export/1 83

        """, "\(lines)")
  }
}
