import Foundation
import TestSupport
import Testing

@Suite("What the doctor says")
struct DoctorTests {
  private func doctor(
    _ sandbox: Sandbox, _ arguments: [String] = [], _ more: [String: String] = [:]
  ) throws -> Sandbox.Outcome {
    try sandbox.start(Sandbox.binary, ["doctor"] + arguments, .editor, input: nil, more)
  }

  /// The line on a subject, and the lines of help below it.
  private func lines(on subject: String, _ outcome: Sandbox.Outcome) -> [String] {
    let lines = outcome.out.components(separatedBy: "\n")
    guard let start = lines.firstIndex(where: { $0.hasPrefix(subject + " ") }) else { return [] }
    return [lines[start]] + lines[(start + 1)...].prefix { $0.hasPrefix("  help: ") }
  }

  @Test("Tells what works, where all does")
  func works() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let outcome = try doctor(sandbox)
    #expect(outcome.code == 0 && outcome.err == "", "\(outcome.err)")
    let tip = try sandbox.id("HEAD").prefix(10)
    let said = outcome.out.replacing(
      /(libgit2|libyaml|libzip|expat|xlsxwriter|git)( +works  )[0-9]+\.[0-9][^\n]*/,
      with: { "\($0.1)\($0.2)<version>" })
    #expect(
      said == """
        rspmaint 0.1.0
        ==============

        libgit2     works  <version>
        libyaml     works  <version>
        libzip      works  <version>
        expat       works  <version>
        xlsxwriter  works  <version>
        git         works  <version>
        reviews     works  ssh-keygen signs reviews, and checks them
        portfolio   works  83 standards in \(sandbox.root)
        repository  works  on main, at \(tip)
        identity    works  you are Ada Editor <ada@editors.example>
        sharing     absent  there is no shared repository: this one has no remote
          help: your work is saved here; once you have an address: git remote add origin ADDRESS
          help: two proposals with one number are mended without one: 'rspmaint renumber N'
        hooks       absent  there are none
          help: to let git judge what is committed by hand: rspmaint hooks install
        signing     absent  commits are not signed, as git is set

        """)
    #expect(try sandbox.git("status", "--porcelain") == "")
  }

  @Test("Says the same in JSON")
  func json() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let outcome = try doctor(sandbox, ["--format", "json"])
    let value = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [String: Any])
    #expect(value["schema"] as? String == "rspmaint.doctor/1")
    #expect(value["isUsable"] as? Bool == true)
    let checks = try #require(value["checks"] as? [[String: Any]])
    #expect(checks.count == 13)
    #expect(Set(checks.compactMap { $0["standing"] as? String }) == ["works", "absent"])
  }

  @Test("Fails only where no verb could work")
  func unusable() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell("mkdir ../elsewhere")
    let nowhere = try doctor(sandbox, ["--repo", "../elsewhere"])
    #expect(nowhere.code == 1)
    #expect(
      lines(on: "portfolio", nowhere).first
        == "portfolio   fails  there is no portfolio at '../elsewhere' or above it")
    #expect(nowhere.out.hasSuffix("No verb can work here until the portfolio is found and read.\n"))

    try sandbox.write("format: 99\n", to: "Portfolio/portfolio.yml")
    let unread = try doctor(sandbox)
    #expect(unread.code == 1)
    #expect(
      lines(on: "portfolio", unread).last == "  help: 'rspmaint validate' names them")
  }

  @Test("Names what is missing, and what to type")
  func missing() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell("mkdir ../empty")
    let bare = try doctor(sandbox, [], ["PATH": sandbox.root + "/../empty"])
    #expect(bare.code == 0)
    #expect(
      lines(on: "git", bare) == [
        "git         fails  there is no git, which shares work and knows who you are",
        "  help: apt-get install git",
      ])
    #expect(lines(on: "reviews", bare).last == "  help: apt-get install openssh-client")

    try sandbox.git("config", "commit.gpgsign", "true")
    try sandbox.git("config", "gpg.program", "/nowhere/gpg")
    #expect(
      lines(on: "signing", try doctor(sandbox)) == [
        "signing     fails  commits are to be signed, and there is no '/nowhere/gpg'",
        "  help: apt-get install gnupg",
      ])
    try sandbox.shell(
      "printf '#!/bin/sh\\n' > .git/hooks/pre-commit && chmod +x .git/hooks/pre-commit")
    #expect(lines(on: "hooks", try doctor(sandbox)) == ["hooks       works  pre-commit"])
  }

  @Test("Looks at folders without git, and at shared repositories")
  func kinds() throws {
    let plain = try Sandbox(git: false)
    defer { plain.remove() }
    let outcome = try doctor(plain)
    #expect(outcome.code == 0)
    #expect(
      lines(on: "repository", outcome) == [
        "repository  absent  a plain folder: files are written, and there is no history",
        "  help: git init",
      ])

    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.git("clone", "-q", "--bare", ".", "../shared.git")
    let shared = try doctor(sandbox, ["--repo", "../shared.git"])
    #expect(shared.code == 0, "\(shared.out)")
    #expect(
      lines(on: "portfolio", shared) == ["portfolio   works  83 standards in a bare repository"])
    #expect(lines(on: "hooks", shared).last == "  help: rspmaint guard install")
  }

  #if os(Linux)
    @Test("Says so where libgit2 can't be loaded")
    func unloadable() throws {
      let sandbox = try Template.bare.sandbox(committee: false)
      defer { sandbox.remove() }
      // A file of the library's name, which is none.
      let binary = try Data(contentsOf: URL(fileURLWithPath: Sandbox.binary))
      let start = try #require(binary.range(of: Data("libgit2.so.".utf8))).lowerBound
      let name = String(decoding: binary[start...].prefix { $0 != 0 }, as: UTF8.self)
      try sandbox.write("", to: "../libraries/" + name)
      let outcome = try doctor(sandbox, [], ["LD_LIBRARY_PATH": sandbox.root + "/../libraries"])
      #expect(outcome.code == 1)
      #expect(lines(on: "libgit2", outcome).first?.contains("file too short") == true)
      #expect(
        lines(on: "libgit2", outcome).last
          == "  help: install it: all that needs the history can't work")
    }
  #endif

  @Test("Leaves the names of libraries to --version, which loads none")
  func version() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    for arguments in [["--version"], ["list", "--version"]] {
      let outcome = try sandbox.start(Sandbox.binary, arguments, .editor, input: nil)
      #expect(outcome.code == 0 && outcome.err == "")
      let lines = outcome.out.components(separatedBy: "\n")
      #expect(lines.first == "rspmaint 0.1.0")
      #expect(
        lines.last == "" && lines.count == 3
          && lines[1].wholeMatch(
            of: /built with libgit2 [0-9.]+, libyaml [0-9.]+, libzip [0-9.]+, expat .+/)
            != nil,
        "\(outcome.out)")
    }
  }
}
