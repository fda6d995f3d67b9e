import TestSupport
import Testing

@Suite("Names as people type them")
struct TypedNameTests {
  private func run(_ arguments: [String]) throws -> Outcome {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    return try sandbox.rspmaint(arguments)
  }

  @Test(
    "Reading verbs take a name, whatever its case, or a part that fits one standard",
    arguments: [
      (["show", "LOINC"], "id loinc\n"), (["show", "ihe  wia"], "id ihe-wia\n"),
      (["explain", "report"], "Rad Report"), (["history", "UCUM"], "UCUM is preferred"),
    ])
  func reading(_ arguments: [String], _ says: String) throws {
    let outcome = try run(arguments)
    #expect(outcome.code == 0)
    #expect(outcome.out.contains(says), "\(outcome.out)")
  }

  @Test("A part that fits several standards lists them")
  func several() throws {
    let outcome = try run(["explain", "icd"])
    #expect(outcome.code == 64)
    #expect(
      outcome.err == """
        rspmaint: 'icd' may be any of 3 standards
          icd-10  ICD-10
          icd-9  ICD-9
          icd-11  ICD-11
          help: give the id of the one that you mean

        """)
  }

  @Test(
    "A name of no standard gets the nearest, by words first",
    arguments: [
      ("loinx", "  help: did you mean 'loinc'?\n"),
      ("ICD codes", "  icd-11  ICD-11\n"),
      ("qqqq qqqq", "  help: 'rspmaint list' shows the ids\n"),
    ])
  func none(_ name: String, _ says: String) throws {
    let outcome = try run(["show", name])
    #expect(outcome.code == 66)
    #expect(outcome.err.contains("'\(name)' is not in the portfolio\n"))
    #expect(outcome.err.contains(says), "\(outcome.err)")
  }

  @Test("A verb that writes takes whole names alone, and never guesses")
  func writing() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let words = ["--title", "T"] + Transcript.words
    try sandbox.rspmaint(["propose", "IHE WIA", "--set", "adoption=moderate"] + words).expectDone()
    #expect(
      try sandbox.read("Proposals/0001-t/proposal.yml").contains(
        """
          - standard: ihe-wia
            set:
              - {field: assessment.product-adoption, from: low, to: moderate}
        """))
    let guess = try sandbox.rspmaint(["propose", "icd", "--set", "adoption=moderate"] + words)
    #expect(guess.code == 64)
    #expect(guess.err.contains("'icd' is not in the portfolio\n"), "\(guess.err)")
    #expect(guess.err.contains("  icd-10  ICD-10\n"), "\(guess.err)")
    #expect(!sandbox.exists("Proposals/0002-t"))
  }

  @Test(
    "Fields go by the names that readers use",
    arguments: [
      ("deployment.us=moderate", "assessment.site-deployment.regions.us"),
      ("site-deployment[US]=moderate", "assessment.site-deployment.regions.us"),
      ("Deployment[canada]=moderate", "assessment.site-deployment.regions.canada"),
      ("deployment.elsewhere=pilot", "assessment.site-deployment.regions.elsewhere"),
      ("assessment.site-deployment.regions.us=low", "assessment.site-deployment.regions.us"),
      ("adoption=high", "assessment.product-adoption"),
      ("tooling=high", "assessment.tooling"),
    ])
  func fields(_ typed: String, _ path: String) throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.rspmaint(["propose", "ICD-10", "--set", typed, "--title", "T"] + Transcript.words)
      .expectDone()
    #expect(
      try sandbox.read("Proposals/0001-t/proposal.yml").contains("- {field: \(path), from: "))
  }

  @Test("A relation to what is outside the portfolio is written as such")
  func external() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.rspmaint(
      ["propose", "ihe-wia", "--insert", "used-with=IHE PAM", "--insert", "related-to=icd-10"]
        + ["--insert", "extends=RadLex Playbook", "--title", "T"] + Transcript.words
    ).expectDone()
    let text = try sandbox.read("Proposals/0001-t/proposal.yml")
    #expect(text.contains("{external: IHE PAM}"), "\(text)")
    #expect(text.contains("[radlex-playbook]"), "\(text)")
  }

  @Test("A verb and a word that are misspelt get the nearest")
  func misspelt() throws {
    let verb = try run(["statsu"])
    #expect(verb.code == 64)
    #expect(
      verb.err == """
        rspmaint: there is no verb 'statsu'
          help: did you mean 'rspmaint status'?

        """)
    let word = try run(["list", "--group", "prefered"])
    #expect(word.code == 64)
    #expect(word.err.contains("Did you mean 'preferred'? Allowed are 'preferred',"), "\(word.err)")
  }

  @Test("The list holds what every word is in, by name or in the text")
  func listed() throws {
    let named = try run(["list", "SNOMED", "numeric", "--format", "json"])
    #expect(named.out.contains("\"snomed-ct-numeric-identifiers\""))
    #expect(!named.out.contains("\"snomed-ct-rt-identifiers\""))
    #expect(try run(["list", "serum"]).out.contains("0 of 83 standards"))
    let texts = try run(["list", "serum", "--text"])
    #expect(texts.out.contains("loinc"), "\(texts.out)")
  }

  @Test("Findings are narrowed to standards, proposals, files and folders")
  func narrowed() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.edit("Portfolio/standards/data/icd-10.yml", "group: preferred", "group: prefered")
    let all = try sandbox.rspmaint(["validate"])
    #expect(all.code == 1)
    for subject in ["icd-10", "ICD-10", "Portfolio/standards/data"] {
      let outcome = try sandbox.rspmaint(["validate", subject])
      #expect(outcome.code == 1, "\(subject): \(outcome.err)")
      #expect(outcome.out.contains("'prefered' is not a group"), "\(outcome.out)")
    }
    let other = try sandbox.rspmaint(["validate", "ucum"])
    #expect(other.code == 0)
    #expect(other.out == "ucum: no errors, no warnings, no notes\n")
    let unknown = try sandbox.rspmaint(["validate", "7", "ucumm"])
    #expect(unknown.code == 66)
    #expect(unknown.err.contains("there is no proposal 0007"))
    #expect(unknown.err.contains("did you mean 'ucum'?"))
  }

  @Test("A proposal is shown by its number, also one that was withdrawn")
  func shown() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    let open = try sandbox.rspmaint(["show", "1"])
    #expect(open.code == 0)
    #expect(open.out.hasPrefix("0001 "), "\(open.out)")
    #expect(open.out.contains("Changes\n") && open.out.contains("Reviews\n"), "\(open.out)")
    try sandbox.rspmaint(["withdraw", "1", "--because", "It was too early."], as: .editor)
      .expectDone()
    let withdrawn = try sandbox.rspmaint(["show", "1"])
    #expect(withdrawn.out.contains("withdrawn: on "), "\(withdrawn.out)")
    #expect(withdrawn.out.contains("It was too early."))
    #expect(try sandbox.rspmaint(["show", "9"]).err.contains("there is no proposal 0009"))
  }
}
