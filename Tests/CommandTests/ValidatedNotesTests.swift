import TestSupport
import Testing

@Suite("What validate says of notes")
struct ValidatedNotesTests {
  @Test("Counts exceptions and notes in one line, and shows them when asked")
  func counted() throws {
    try story("notes") { session in
      try session.run("validate")
      try session.run("validate", "--quiet")
      try session.run("validate", "loinc", "icd-10")
      try session.expect("counted")
      try session.run("validate", "--notes")
      try session.expect("shown")
      try session.run("validate", "--notes", "--quiet")
      try session.expect("both")
    }
  }

  @Test("Prints errors before all else")
  func errorsFirst() throws {
    try story("errors-first") { session in
      try session.sandbox.edit(
        "Portfolio/use-cases/device-to-department.yml", "standards: [loinc]",
        "standards: [loink]")
      try session.run("validate", "--notes")
      try session.expect("shown")
      try session.run("validate")
      try session.expect("counted")
    }
  }
}
