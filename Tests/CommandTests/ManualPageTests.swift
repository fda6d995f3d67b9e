import Foundation
import TestSupport
import Testing

@Suite("The pages of the manual")
struct ManualPageTests {
  private static let day = "2026-11-28"

  /// The program that reads manual pages, where it is installed.
  private static func program(_ name: String) -> String? {
    ["/usr/bin/", "/usr/local/bin/"].map { $0 + name }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  private func page(_ words: String) throws -> String {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let outcome = try sandbox.start(
      Sandbox.binary,
      ["man", "--as-of", ManualPageTests.day] + words.split(separator: " ").map(String.init),
      .editor, input: nil)
    #expect(outcome.code == 0 && outcome.err == "", "\(outcome.err)")
    return outcome.out
  }

  @Test("Are one for each verb and step, and mandoc finds no fault in them")
  func all() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell("mkdir man1")
    let outcome = try sandbox.start(
      Sandbox.binary, ["man", "--output", "man1", "--as-of", ManualPageTests.day], .editor,
      input: nil)
    let names = try FileManager.default.contentsOfDirectory(atPath: sandbox.root + "/man1")
    #expect(outcome.code == 0)
    #expect(outcome.err == "wrote \(names.count) pages into man1\n")
    let expected = HelpTests.verbs.map { "rspmaint-\($0.replacing(" ", with: "-")).1" }
    // The guard has a step of its own, which its page shows.
    #expect(
      Set(names)
        == Set(expected + ["rspmaint.1", "rspmaint-completions.1", "rspmaint-guard-install.1"]))
    guard let mandoc = ManualPageTests.program("mandoc") else { return }
    let lint = try sandbox.start(
      "/bin/sh", ["-c", "cd man1 && exec '\(mandoc)' -T lint ./*.1"], .editor, input: nil)
    #expect(lint.code == 0 && lint.out == "", "\(lint.out)")
  }

  @Test("Say what the help says", arguments: HelpTests.verbs)
  func options(verb: String) throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let words = verb.split(separator: " ").map(String.init)
    let help = try sandbox.start(
      Sandbox.binary, ["help"] + words, .editor, input: nil, ["COLUMNS": "200"]
    ).out
    let page = try page(verb)
    let names = help.components(separatedBy: "\n").compactMap {
      $0.firstMatch(of: /^  (?:-., )?--([a-z-]+)/).map { String($0.1) }
    }
    #expect(!names.isEmpty)
    for name in names {
      #expect(page.contains("Fl \\-" + name.replacing("-", with: "\\-")), "\(name)")
    }
    let examples = help.components(separatedBy: "\n").drop { $0 != "Examples:" }.dropFirst()
      .prefix { $0.hasPrefix("  rspmaint ") }
    for example in examples {
      let line = example.dropFirst(2).replacing("\\", with: "\\e").replacing("-", with: "\\-")
        .replacing("'", with: "\\(aq").replacing("~", with: "\\(ti")
      #expect(page.components(separatedBy: "\n").contains(String(line)), "\(line)")
    }
  }

  @Test("Are whole, in mdoc's order of sections")
  func sections() throws {
    let page = try page("ballot open")
    let lines = page.components(separatedBy: "\n")
    #expect(
      lines.prefix(8) == [
        ".Dd November 28, 2026", ".Dt RSPMAINT-BALLOT-OPEN 1", ".Os", ".Sh NAME",
        ".Nm rspmaint-ballot-open",
        ".Nd \\&Freeze \\&proposals \\&into \\&a \\&ballot, \\&on \\&which \\&voting \\&begins",
        ".Sh SYNOPSIS", ".Nm rspmaint ballot open",
      ])
    #expect(
      lines.filter { $0.hasPrefix(".Sh ") } == [
        ".Sh NAME", ".Sh SYNOPSIS", ".Sh DESCRIPTION", ".Sh OPTIONS", ".Sh EXIT STATUS",
        ".Sh EXAMPLES", ".Sh SEE ALSO",
      ])
    // What has to be given stands without brackets.
    #expect(lines.contains(".Fl \\-title Ar \\&TITLE"))
    #expect(lines.contains(".Op Fl \\-document Ar \\&DOCUMENT"))
    #expect(lines.suffix(4) == [".Sh SEE ALSO", ".Xr rspmaint 1 ,", ".Xr rspmaint-ballot 1", ""])
    #expect(try self.page("ballot open") == page)
  }

  @Test("Are what man shows", .enabled(if: ManualPageTests.program("man") != nil))
  func shown() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.write(try page(""), to: "rspmaint.1")
    let outcome = try sandbox.start(
      "/bin/sh", ["-c", "man -l rspmaint.1 | col -b"], .editor, input: nil, ["MANWIDTH": "80"])
    #expect(outcome.err == "")
    for words in [
      "rspmaint VERB [ARGUMENT ...]", "rspmaint-propose(1)", "This is the manual of version 0.1.0.",
      "rspmaint list --group preferred", "EXIT STATUS",
    ] {
      #expect(outcome.out.contains(words), "\(words)")
    }
  }

  @Test("Are asked for by names that there are")
  func unknown() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let near = try sandbox.start(Sandbox.binary, ["man", "balot", "open"], .editor, input: nil)
    #expect(near.code == 66)
    #expect(
      near.err
        == "rspmaint: there is no page on 'balot open'\n  help: did you mean 'ballot open'?\n")
    let both = try sandbox.start(
      Sandbox.binary, ["man", "open", "--output", "."], .editor, input: nil)
    #expect(both.code == 64)
    let nowhere = try sandbox.start(
      Sandbox.binary, ["man", "--output", "nowhere"], .editor, input: nil)
    #expect(nowhere.code == 73, "\(nowhere.err)")
  }
}
