import TestSupport
import Testing

@Suite("A standard that is added")
struct AddedStandardTests {
  private static let fields = [
    "category=information-exchange", "brief-name=FHIR R5", "formal-name=HL7 FHIR release 5",
    "scope=Exchange of records by resources.", "group=emerging", "maturity=trial-use",
    "adoption=low", "deployment.us=low", "deployment.elsewhere=pilot", "deployment.combined=pilot",
    "tooling=moderate", "sdo=HL7 International",
  ].flatMap { ["--set", $0] }

  @Test("Is written by flags, and changed by them afterwards")
  func flags() throws {
    try story("added-by-flags", committee: true) { session in
      try session.run(
        arguments: ["propose", "--add", "fhir-r5"] + AddedStandardTests.fields
          + ["--insert", "used-with=IHE PAM", "--place", "first", "--title", "Add FHIR R5"]
          + Transcript.words)
      try session.expect("added")
      try session.run(
        "propose", "fhir-r5", "--update", "1", "--set", "tooling=high", "--insert", "sdo=ISO",
        "--drop", "sdo=HL7 International", "--set", "deployment.us=moderate")
      try session.expect("changed")
      let file = "Proposals/0001-add-fhir-r5/proposal.yml"
      try session.expect(try session.sandbox.read(file), as: "proposal")
      try session.run("propose", "--update", "1", "--set", "fhir-r5:deployment=low")
      try session.run("propose", "--update", "1", "--set", "fhir-r5:scope=")
      try session.run("propose", "--update", "1", "--add", "fhir-r5", "--set", "clause=9")
      try session.run("propose", "--update", "1", "--confirm", "fhir-r5:tooling")
      try session.run("propose", "--update", "1", "--insert", "fhir-r5:sdo=ISO")
      try session.expect("refused")
      #expect(try session.sandbox.read(file).contains("tooling: high"))
      try session.run("open", "1")
      try session.approve(1, by: .reviewer, .second)
      session.expectDone()
      try session.run("commit", "1")
      try session.run("show", "FHIR R5")
      try session.expect("accepted")
      try session.expectSound()
    }
  }

  @Test("Is refused with all that is missing, or where its id is taken")
  func refused() throws {
    try story("added-refused") { session in
      try session.run(
        "propose", "--add", "fhir-r5", "--set", "brief-name=FHIR R5", "--set", "adoption=low")
      try session.run("propose", "--add", "fhir-r5")
      try session.expect("missing")
      try session.run("propose", "--add", "loinc", "--set", "tooling=low")
      try session.run("propose", "--add", "IHE WIA", "--set", "tooling=low")
      try session.run("propose", "--add", "FHIR R5", "--set", "tooling=low")
      try session.expect("id")
      try session.run("propose", "loinc", "--record", "x.yml")
      try session.run("propose", "loinc", "--template")
      try session.run("propose", "--add", "fhir-r5", "--template", "--record", "x.yml")
      try session.run("propose", "--add", "fhir-r5", "--record", "x.yml")
      try session.expect("options")
    }
  }

  @Test("Is read from a template that was filled in")
  func template() throws {
    try story("added-by-record") { session in
      let sandbox = session.sandbox
      try session.run("propose", "--add", "fhir-r5", "--template")
      try session.expect("template")
      let template = try sandbox.rspmaint(["propose", "--add", "fhir-r5", "--template"]).out
      try sandbox.write(template, to: "fhir.yml")
      let record = ["propose", "--add", "fhir-r5", "--record", sandbox.root + "/fhir.yml"]
      try session.run(arguments: record)
      try session.expect("empty")
      let values = [
        "category:": "information-exchange", "brief-name:": "FHIR R5", "formal-name:": "HL7 FHIR",
        "scope:": "Exchange of records.", "group:": "emerging", "  maturity:": "trial-use",
        "  product-adoption:": "low", "  site-deployment:": "{regions: {mars: low}}",
        "  tooling:": "moderate", "sdo:": "[HL7 International]",
        "# used-with: [ID]": "", "# clause: TEXT": "",
      ]
      var text = template
      for (field, value) in values where !value.isEmpty {
        text = text.replacing("\n\(field)\n", with: "\n\(field) \(value)\n")
      }
      text = text.replacing("# used-with: [ID]", with: "used-with: [loinx, {external: IHE PAM}]")
      try sandbox.write(text, to: "fhir.yml")
      try session.run(arguments: record)
      try session.expect("faults")
      text = text.replacing("loinx", with: "loinc").replacing("{regions: {mars: low}}", with: "low")
      try sandbox.write(text, to: "fhir.yml")
      try session.run(
        arguments: record + ["--set", "tooling=high", "--title", "Add FHIR R5"] + Transcript.words)
      try session.expect("written")
      try session.expect(
        try sandbox.read("Proposals/0001-add-fhir-r5/proposal.yml"), as: "proposal")
    }
  }
}
