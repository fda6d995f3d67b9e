import Foundation
import TestSupport
import Testing

@Suite("The help pages")
struct HelpTests {
  static let verbs = [
    "list", "show", "explain", "history", "tables", "criteria", "rules", "propose", "open",
    "refresh",
    "reject", "rename", "withdraw", "validate", "diff", "review", "status", "commit", "changelog",
    "format",
    "schema", "export", "init", "init start", "init ci", "init editor", "save", "undo",
    "identity", "audit", "guard", "sync", "renumber",
    "survey", "survey open", "survey export", "survey import", "survey close", "survey round",
    "survey status", "survey report", "survey show", "survey list", "survey seal",
    "ballot", "ballot open", "ballot package", "ballot status", "ballot import", "ballot extend",
    "ballot end", "ballot lost", "ballot comments", "ballot dispose", "ballot reason",
    "ballot tally",
    "ballot close", "ballot report",
    "ballot cancel", "ballot show", "ballot list", "ballot satisfied", "ballot recirculate",
    "ballot seal", "ballot record-external", "split", "takeover",
    "changelog correct", "edition", "edition cut", "edition publish", "edition confirm",
    "edition list",
    "edition diff", "edition bundle", "edition verify", "man", "doctor", "guide",
    "hooks", "hooks install", "hooks status", "hooks remove", "hooks run",
  ]

  private func help(_ arguments: [String], columns: Int, _ sandbox: Sandbox) throws -> String {
    let outcome = try sandbox.start(
      Sandbox.binary, ["help"] + arguments, .editor, input: nil, ["COLUMNS": String(columns)])
    #expect(outcome.code == 0)
    return outcome.out
  }

  private func words(_ verb: String) -> [String] {
    verb.split(separator: " ").map(String.init)
  }

  /// The command lines of a page's examples.
  private func examples(of page: String) -> [String] {
    page.components(separatedBy: "\n").drop { $0 != "Examples:" }.dropFirst()
      .prefix { $0.hasPrefix("  rspmaint ") }.map { String($0.dropFirst(2)) }
  }

  @Test("Fit the terminal, whether it is narrow or wide", arguments: [80, 120])
  func width(columns: Int) throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    for arguments in [[]] + HelpTests.verbs.map(words) {
      let page = try help(arguments, columns: columns, sandbox)
      for line in page.components(separatedBy: "\n") {
        #expect(line.count <= columns, "\(arguments): \(line)")
      }
      // A paragraph is filled: the next word did not fit.
      let overview = page.components(separatedBy: "\n").prefix { !$0.hasPrefix("USAGE") }
      for (line, next) in zip(overview, overview.dropFirst())
      where !line.isEmpty && !line.hasPrefix("OVERVIEW") {
        guard let first = next.first, first.isLetter || first == "'", !line.hasSuffix(":"),
          !line.contains("   "), !line.hasPrefix(" ")
        else { continue }
        let word = next.prefix { $0 != " " }
        #expect(line.count + 1 + word.count >= columns, "\(arguments): \(line)")
      }
    }
  }

  @Test("Are found by a step's own name, where one verb has it")
  func steps() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let page = try help(["record-external"], columns: 80, sandbox)
    #expect(page == (try help(["ballot", "record-external"], columns: 80, sandbox)))
    for (word, words) in [
      ("shows", "did you mean 'rspmaint help show'?"),
      ("qqqq", "'rspmaint --help' lists the verbs"),
    ] {
      let outcome = try sandbox.rspmaint(["help", word])
      #expect(outcome.code == 64 && outcome.out == "", "\(outcome.out)")
      #expect(outcome.err.contains("There is no verb '\(word)'."), "\(outcome.err)")
      #expect(outcome.err.contains(words), "\(outcome.err)")
    }
    let name = try sandbox.rspmaint(["edition", "cut", "DIS!", "--stage", "DIS"])
    #expect(name.code == 64)
    #expect(name.err.contains("help: use a to z, 0 to 9 and single hyphens"), "\(name.err)")
  }

  @Test("Name the values of options and arguments as one types them", arguments: HelpTests.verbs)
  func values(verb: String) throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let page = try help(words(verb), columns: 120, sandbox)
    for line in page.components(separatedBy: "\n") where line.hasPrefix("  ") {
      let names = line.matches(of: /^  (-[-a-z, ]*)?<([^>]*)>/).map { $0.2 }
      for name in names where name != "subcommand" {
        #expect(name.contains { $0.isUppercase }, "\(line)")
      }
    }
  }

  @Test("Have two examples or more, which the tool can read", arguments: HelpTests.verbs)
  func examples(verb: String) throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let examples = examples(of: try help(words(verb), columns: 80, sandbox))
    #expect(examples.count >= 2)
    let folder = URL(fileURLWithPath: Sandbox.binary).deletingLastPathComponent().path
    for example in examples {
      #expect(example.hasPrefix("rspmaint \(verb)"))
      let outcome = try sandbox.start(
        "/bin/bash", ["-c", example], .editor, input: nil, ["PATH": folder + ":/usr/bin:/bin"])
      // What it says where it can't read an argument.
      #expect(!outcome.err.contains("--help' for more"), "\(example): \(outcome.err)")
    }
  }
}
