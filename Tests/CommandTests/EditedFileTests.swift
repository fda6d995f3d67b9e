import Foundation
import TestSupport
import Testing

@Suite("Files that were edited in place")
struct EditedFileTests {
  @Test("Are told of one by one, with the changes that they became")
  func told() throws {
    try story("edited-files") { session in
      let sandbox = session.sandbox
      let folder = "Portfolio/standards/data/"
      func edit() throws {
        try sandbox.edit(folder + "ucum.yml", "tooling: moderate", "tooling: high")
        try sandbox.edit(folder + "ucum.yml", "sdo: [", "sdo: [Another, ")
        try sandbox.edit(folder + "ucum.yml", "description: |\n", "description: |\n  More words.\n")
        let record = try sandbox.read(folder + "udi.yml")
          .replacing("brief-name: UDI", with: "brief-name: Device ids")
          .replacing("position: ", with: "position: 9")
        try sandbox.write(record, to: folder + "device-ids.yml")
        try FileManager.default.removeItem(atPath: sandbox.root + "/" + folder + "icd-9.yml")
      }
      let words = ["--title", "Three", "--because", "It is not used."] + Transcript.words
      try edit()
      try session.run(arguments: ["propose", "--from-worktree", "--no-save"] + words)
      try session.expect("kept")
      try session.run(arguments: ["propose", "--from-worktree"] + words)
      try session.expect("put-back")
      #expect(try sandbox.git("status", "--porcelain", "Portfolio") == "")
    }
  }

  @Test("Are mended by format, or named with what stops it alone")
  func formatted() throws {
    try story("format-stops") { session in
      let sandbox = session.sandbox
      let file = "Portfolio/standards/data/ucum.yml"
      try sandbox.edit(file, "brief-name: UCUM\n", "")
      try sandbox.edit(file, "position: ", "brief-name: \"UCUM\"\nposition: ")
      let misplaced = try sandbox.read(file)
      try session.run("format", file)
      try session.expect("mended")
      try sandbox.write(misplaced + "# a remark\ntoolling: high\n", to: file)
      try session.run("format", file)
      try session.run("format", "--check", file)
      try session.expect("stopped")
      try sandbox.write("brief-name:\n", to: file)
      try session.run("format", file)
      try session.expect("empty")
    }
  }
}
