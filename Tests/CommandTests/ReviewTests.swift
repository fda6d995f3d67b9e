import Foundation
import TestSupport
import Testing

@Suite("Reviews and quorum")
struct ReviewTests {
  @Test("Takes a survey of twelve ratings, one of them objected to")
  func survey() throws {
    try session(committee: true) { session in
      let rated = [
        "dicom-ivus-sr", "dicom-cardiac-cath-sr", "dicom-ct-mr-cardiovascular-sr",
        "dicom-stress-testing-sr", "dicom-chest-cad", "dicom-colon-cad", "udi", "icd-11",
        "radlex-playbook", "rad-report", "dicom-ups", "dicom-enhanced-image-iods",
      ]
      try session.propose(
        "Survey of autumn", rated.flatMap { ["--set", "\($0):product-adoption=moderate"] })
      try session.run("diff", "--proposal", "1")
      try session.approve(1, by: .reviewer)
      try session.run("status")
      try session.run(
        "review", "1", "--object", "--comment", "UDI is not that far.", "--commit", as: .second)
      try session.run("status")
      try session.run("commit", "1")
      try session.run(
        "propose", "--update", "1", "--set", "udi:product-adoption=low", "--commit")
      try session.run(
        arguments: ["propose", "--update", "1", "--confirm", "udi:product-adoption", "--commit"])
      try session.run("status")
      try session.run("validate", "--quiet")
      try session.approve(1, by: .second, .reviewer)
      try session.run("status")
      try session.run("commit", "1")
      try session.expectSound()
      try session.run("changelog")
      try session.git("log", "-1", "--format=%an%n%B")
    }.expectSnapshot("survey")
  }

  @Test("Counts no own, lapsed, foreign or former member's approval")
  func discounts() throws {
    try session(committee: true) { session in
      try session.propose("Re-rate LOINC", ["loinc", "--set", "tooling=high"])
      try session.run("review", "1", "--approve", as: .editor)
      try session.run("review", "1", "--approve", as: .left)
      try session.run("review", "1", "--approve", as: .stranger)
      try session.run("review", "1", "--object", as: .reviewer)
      try session.approve(1, by: .reviewer)
      try session.run("propose", "--update", "1", "--rationale", "Better said.", "--commit")
      try session.run("status")
      try session.run("validate", "--quiet")
      try session.run("commit", "1")
      // Whoever edits the text is one of its own people from then on.
      try session.run(
        "propose", "--update", "1", "--rationale", "Said by another.", "--commit", as: .second)
      try session.run("review", "1", "--approve", as: .second)
      try session.approve(1, by: .reviewer, .chair)
      try session.run("commit", "1")
      try session.expectSound()
    }.expectSnapshot("discounts")
  }

  @Test("Closes proposals for good")
  func closing() throws {
    try session { session in
      try session.propose("Re-rate LOINC", ["loinc", "--set", "tooling=high"])
      try session.propose("Re-rate UCUM", ["ucum", "--set", "tooling=high", "--after", "1"])
      try session.run("withdraw", "1", "--because", "Mistaken.", as: .reviewer)
      try session.run("reject", "1", "--because", "No evidence.", "--commit", as: .reviewer)
      try session.run("reject", "1", "--because", "Again.")
      try session.run("review", "1", "--approve", as: .reviewer)
      try session.run("status")
      try session.run("withdraw", "2", "--because", "Nothing to follow.", "--commit")
      try session.run("validate", "--quiet")
      try session.run("review", "9", "--approve")
      try session.git("log", "--format=%s")
    }.expectSnapshot("closing")
  }
}
