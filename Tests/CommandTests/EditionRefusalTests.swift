import Foundation
import TestSupport
import Testing

@Suite("What editions refuse")
struct EditionRefusalTests {
  private func tidyUp(_ edition: EditionSession, _ old: String, _ new: String) throws {
    try edition.sandbox.edit(Transcript.ucum, "tooling: \(old)", "tooling: \(new)")
    try edition.session.commitAll("Tidy up")
  }

  @Test("Says of a tag that makes no edition where it is, and what to type")
  func squatters() throws {
    try EditionSession.run { edition in
      try edition.sandbox.git("tag", "edition/fdis", "HEAD~")
      let place = String(try edition.sandbox.id("HEAD~").prefix(10))
      let refused = try edition.refuses(
        "edition", "cut", "fdis", "--stage", "FDIS", "--carry", "all")
      #expect(
        refused.contains("tag edition/fdis is on \(place), a commit that makes no such edition"),
        "\(refused)")
      #expect(refused.contains("git tag -d edition/fdis"), "\(refused)")
      try edition.sandbox.git("tag", "-d", "edition/fdis")
      try edition.cut()
      try edition.sandbox.git("tag", "edition/iso-21860-2027")
      let published = try edition.refuses(
        "edition", "publish", "fdis", "--as", "ISO 21860:2027", "--number", "2")
      #expect(published.contains("git tag -d edition/iso-21860-2027"), "\(published)")
    }
  }

  @Test("Publishes nothing of a day before its draft")
  func days() throws {
    try EditionSession.run { edition in
      try edition.cut()
      let refused = try edition.refuses(
        "edition", "publish", "fdis", "--as", "ISO 21860:2027", "--number", "2", "--date",
        "2026-11-22")
      #expect(
        refused.contains("it is dated 2026-11-22, before FDIS 'fdis' was cut on 2026-11-23"),
        "\(refused)")
    }
  }

  @Test("Cuts no first edition that could not be proved, and writes no file of a later one")
  func unproved() throws {
    try EditionSession.run { edition in
      try tidyUp(edition, "moderate", "high")
      let refused = try edition.refuses(
        "edition", "cut", "fdis", "--stage", "FDIS", "--carry", "all")
      for words in [
        "the history is not proved since the first commit: 1 finding",
        "\(Transcript.ucum): this changed", "--since REVISION",
      ] { #expect(refused.contains(words), "\(refused)") }
      try edition.cut("fdis", stage: "FDIS", "--since", "HEAD")
      try edition.publish()
      try edition.does("edition", "bundle", "iso-21860-2027", "--output", "../edition.zip")
      let again = try edition.refuses(
        "edition", "bundle", "iso-21860-2027", "--output", "../edition.zip", code: 73)
      #expect(again.contains("../edition.zip can't be written: it is there already"), "\(again)")
      #expect(
        again.contains("nothing is overwritten: name another file: '--output FILE'"), "\(again)")
      try tidyUp(edition, "high", "moderate")
      let out = try edition.does("edition", "cut", "cd", "--stage", "CD", "--carry", "all")
      #expect(
        out.contains(
          "Its history is not proved since ISO 21860:2027: 1 finding, the first in "
            + "\(Transcript.ucum)."), "\(out)")
      let bundle = try edition.refuses("edition", "bundle", "cd", "--output", "../cd.zip")
      #expect(bundle.contains("nobody could prove edition/cd"), "\(bundle)")
      #expect(bundle.contains("\(Transcript.ucum): this changed"), "\(bundle)")
    }
  }
}
