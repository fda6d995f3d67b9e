import Foundation
import TestSupport
import Testing

@Suite("Three people in three clones, by the tool alone")
struct ThreeClonesStoryTests {
  /// Ada, Rune and Cleo, each in their own clone.
  private struct Table {
    let clones: Clones
    let session: Transcript

    private static let people: [Sandbox.Actor] = [.editor, .reviewer, .chair]

    func run(_ person: Sandbox.Actor, _ arguments: [String]) throws {
      session.sandbox = clones[try #require(Table.people.firstIndex(of: person))]
      try session.run(arguments: arguments, as: person)
    }

    func run(_ person: Sandbox.Actor, _ arguments: String...) throws {
      try run(person, arguments)
    }

    func propose(_ person: Sandbox.Actor, _ title: String, _ changes: String...) throws {
      try run(person, ["propose"] + changes + ["--title", title] + Transcript.words + ["--open"])
    }
  }

  @Test("Share a ballot of nine proposals, from the first rating to the last acceptance")
  func ballot() throws {
    let clones = try Clones(3, committee: true)
    defer { clones.remove() }
    try story("three-clones", on: clones[0]) { session in
      let table = Table(clones: clones, session: session)
      try propose(at: table)
      try review(at: table)
      try accept(at: table)
    }
    try clones.expectTogether()
  }

  /// Each makes three, and all have the same numbers at first.
  private func propose(at table: Table) throws {
    try table.propose(.editor, "Tools for LOINC are everywhere", "loinc", "--set", "tooling=high")
    try table.propose(
      .editor, "Delist ICD-9", "--delist", "icd-9", "--because", "Payers have left it.",
      "--replaced-by", "icd-10")
    try table.propose(
      .editor, "Add FHIR R5", "--add", "fhir-r5", "--set", "category=information-exchange", "--set",
      "brief-name=FHIR R5", "--set", "formal-name=HL7 FHIR release 5", "--set",
      "scope=Exchange of records by resources.", "--set", "group=emerging", "--set",
      "maturity=trial-use", "--set", "adoption=low", "--set", "deployment=pilot", "--set",
      "tooling=moderate", "--set", "sdo=HL7 International")
    try table.run(.editor, "status")
    try table.run(.editor, "sync")
    try table.session.expect("1-ada-proposes")
    try table.propose(.reviewer, "Tools for UDI", "udi", "--set", "tooling=high")
    try table.propose(.reviewer, "Tools for ICD-10", "icd-10", "--set", "tooling=high")
    try table.propose(
      .reviewer, "Say what UCUM is for", "ucum", "--set",
      "scope=Codes for the units of measure that accompany numeric quantities.")
    try table.run(.reviewer, "sync", "--dry-run")
    try table.run(.reviewer, "sync")
    try table.session.expect("2-rune-proposes")
    try table.propose(.chair, "Tools for UCUM", "ucum", "--set", "tooling=high")
    try table.run(
      .chair,
      ["rename", "dicomweb", "dicom-web", "--title", "DICOMweb in two words"] + Transcript.words + [
        "--open"
      ])
    try table.propose(.chair, "Survey of structured reports", "dicom-sr", "--set", "tooling=high")
    try table.run(.chair, "sync")
    try table.run(.editor, "sync")
    try table.run(.reviewer, "sync")
    try table.session.expect("3-cleo-proposes")
  }

  /// All review what others proposed, and Ada objects to 0006 until Cleo settles that.
  private func review(at table: Table) throws {
    for number in ["4", "5", "7", "8", "9"] {
      try table.run(.editor, "review", number, "--approve")
    }
    try table.run(.editor, "review", "6", "--object", "--comment", "It is for texts too.")
    try table.run(.editor, "sync")
    try table.session.expect("4-ada-reviews")
    for number in ["1", "2", "3", "7", "8", "9"] {
      try table.run(.reviewer, "review", number, "--approve")
    }
    try table.run(.reviewer, "sync")
    try table.session.expect("5-rune-reviews")
    for number in ["1", "2", "3", "4", "5", "6"] {
      try table.run(.chair, "review", number, "--approve")
    }
    try table.run(.chair, "sync")
    try table.run(.chair, "status")
    try table.run(
      .chair, "review", "6", "--resolve", "ada-editor", "--because", "The quantity is what counts.")
    try table.run(.chair, "sync")
    try table.session.expect("6-cleo-reviews")
  }

  /// Each accepts their own three, without knowing of the others.
  private func accept(at table: Table) throws {
    try table.run(.editor, "sync")
    try table.run(.reviewer, "sync")
    try table.run(.editor, "commit", "1", "2", "3")
    try table.run(.reviewer, "commit", "4", "5", "6")
    try table.run(.chair, "commit", "7", "8", "9")
    try table.session.expect("7-all-accept")
    try table.run(.editor, "sync")
    try table.run(.reviewer, "sync")
    try table.run(.chair, "sync")
    try table.run(.editor, "sync")
    try table.run(.reviewer, "sync")
    try table.run(.editor, "status")
    try table.run(.reviewer, "history", "ucum")
    try table.run(.editor, "history", "dicomweb")
    try table.run(.chair, "list", "fhir")
    try table.session.expect("8-all-share")
  }
}
