import Foundation
import TestSupport
import Testing

/// `RSPMAINT_REQUIRE_EXPORTS=1` makes it a failure that the linters of pipelines are missing.
@Suite("The start of a portfolio")
struct InitTests {
  /// A folder that lies in no portfolio, and the binary in it.
  private func outside(_ work: (Sandbox) throws -> Void) throws {
    let sandbox = try Sandbox(git: false)
    defer { sandbox.remove() }
    try FileManager.default.removeItem(atPath: sandbox.root + "/Portfolio")
    try FileManager.default.removeItem(atPath: sandbox.root + "/.gitattributes")
    try work(sandbox)
  }

  private static let words = [
    "--title", "Patient summary", "--domain", "patient summaries",
  ]

  private func start(
    _ sandbox: Sandbox, _ folder: String, _ more: [String] = [], variables: [String: String] = [:]
  ) throws -> Sandbox.Outcome {
    try sandbox.start(
      Sandbox.binary, ["init", folder] + InitTests.words + more, .editor, input: nil, variables)
  }

  @Test("Makes a repository whose first commit holds a valid portfolio")
  func starts() throws {
    try outside { sandbox in
      let outcome = try start(sandbox, "new")
      #expect(outcome.err == "")
      try #require(outcome.code == 0)
      let id = try sandbox.git("-C", "new", "rev-parse", "HEAD").trimmingCharacters(in: .newlines)
      #expect(
        outcome.out == """
          Made new with 5 files, saved as \(id.prefix(10)) on main:
            .gitattributes
            Portfolio/CHANGELOG.md
            Portfolio/criteria.yml
            Portfolio/portfolio.yml
            README.md
          Audits start at this commit: 'rspmaint audit --since \(id)'
          It holds no standard yet.
          Nobody has decided 10 levels of its criteria yet; README.md says how to.
          There is more, to be run in the new folder:
            'rspmaint hooks install' lets git judge what is committed by hand
            'rspmaint init ci --host github' writes pipelines that validate and report
            'rspmaint init editor' lets editors know fields and words
          Next: go to new and add a standard: 'rspmaint propose --add ID --template'

          """)
      #expect(try sandbox.git("-C", "new", "status", "--porcelain") == "")
      #expect(
        try sandbox.git("-C", "new", "log", "--format=%an <%ae> %s")
          == "\(Sandbox.Actor.editor.rawValue) Start the portfolio “Patient summary”\n")
      for arguments in [
        ["validate"], ["format", "--check"], ["changelog", "--check"], ["audit", "--since", id],
      ] {
        let outcome = try sandbox.rspmaint(arguments + ["--repo", "new"])
        #expect(outcome.code == 0, "\(arguments): \(outcome.out)\(outcome.err)")
      }
      let description = try sandbox.read("new/Portfolio/portfolio.yml")
      #expect(description.hasPrefix("id: patient-summaries\nformat: 1\ntitle: Patient summary\n"))
      #expect(description.hasSuffix("domain:\n  name: patient summaries\n"))
      let readme = try sandbox.read("new/README.md")
      #expect(readme.hasPrefix("# Patient summary\n"))
      #expect(!readme.contains("{{"))
    }
  }

  @Test(
    "Says of each level that nobody has decided it, and of each condition where it is published")
  func undecided() throws {
    try outside { sandbox in
      #expect(try start(sandbox, "new").code == 0)
      let bases = try sandbox.read("new/Portfolio/criteria.yml").split(separator: "\n")
        .filter { $0.contains("at-least: ") && $0.contains("basis: ") || $0.contains("condition") }
        .map { $0.split(separator: "basis: ")[1].dropLast() }
      #expect(bases.count { $0 == "to be decided" } == 10)
      #expect(bases.count { $0 == "published 5.2.2" } == 2)
      #expect(bases.count == 12)
    }
  }

  @Test("Fills an empty folder, and the one where the user stands")
  func fillsEmpty() throws {
    try outside { sandbox in
      let outcome = try start(sandbox, ".")
      #expect(outcome.code == 0, "\(outcome.err)")
      #expect(try sandbox.rspmaint(["validate"]).code == 0)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: sandbox.root).sorted() == [
          ".git", ".gitattributes", "Portfolio", "README.md",
        ])
    }
  }

  @Test(
    "Writes nothing into a folder that holds something, and nothing where its folder is missing")
  func refusesTaken() throws {
    try outside { sandbox in
      try sandbox.write("mine\n", to: "taken/notes.txt")
      try sandbox.write("mine\n", to: "file")
      try sandbox.shell("ln -s nowhere broken")
      let cases: [(folder: String, message: String, code: Int32)] = [
        ("taken", "'taken' holds something already: notes.txt", 1),
        ("file", "'file' is no folder", 1),
        ("broken", "there is a broken link at 'broken'", 1),
        ("none/new", "there is no folder to make 'none/new' in", 66),
      ]
      for (folder, message, code) in cases {
        let outcome = try start(sandbox, folder)
        #expect(outcome.code == code, "\(folder)")
        #expect(outcome.out == "")
        #expect(outcome.err.hasPrefix("rspmaint: \(message)\n"), "\(outcome.err)")
      }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: sandbox.root).sorted() == [
          "broken", "file", "taken",
        ])
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: sandbox.root + "/taken") == [
          "notes.txt"
        ])
    }
  }

  @Test("Leaves nothing where git does not know the user, or a hook refuses the commit")
  func leavesNothing() throws {
    try outside { sandbox in
      let unknown = try sandbox.start(
        "/usr/bin/env",
        [
          "-u", "GIT_AUTHOR_NAME", "-u", "GIT_AUTHOR_EMAIL", "-u", "GIT_COMMITTER_NAME", "-u",
          "GIT_COMMITTER_EMAIL", Sandbox.binary, "init", "new",
        ] + InitTests.words, .editor, input: nil)
      #expect(unknown.code == 1)
      #expect(
        unknown.err == """
          rspmaint: git does not know who you are
            help: git config --global user.name 'YOUR NAME'
            help: git config --global user.email YOU@EXAMPLE.ORG

          """)
      try sandbox.write("#!/bin/sh\necho not today >&2\nexit 1\n", to: "hooks/pre-commit")
      try sandbox.shell("chmod +x hooks/pre-commit; mkdir empty")
      let hooks = [
        "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.hooksPath",
        "GIT_CONFIG_VALUE_0": sandbox.root + "/hooks",
      ]
      for folder in ["new", "empty"] {
        let refused = try start(sandbox, folder, variables: hooks)
        #expect(refused.code == 1)
        #expect(
          refused.err == """
            rspmaint: git could not make the first commit, so nothing was made
              | not today

            """)
      }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: sandbox.root).sorted() == [
          "empty", "hooks",
        ])
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: sandbox.root + "/empty").isEmpty)
      let skipped = try start(sandbox, "new", ["--no-verify"], variables: hooks)
      #expect(skipped.code == 0, "\(skipped.err)")
    }
  }

  @Test("Takes rules and records of another portfolio, and neither its members nor its editions")
  func takesOver() throws {
    let sandbox = try Sandbox(proposals: true, committee: true)
    defer { sandbox.remove() }
    let outcome = try start(sandbox, "../other", ["--from", ".", "--id", "other"])
    try #require(outcome.code == 0, "\(outcome.err)")
    #expect(outcome.out.contains("It holds 83 standards of the other portfolio"))
    let text = try sandbox.read("../other/Portfolio/portfolio.yml")
    #expect(text.hasPrefix("id: other\nformat: 1\ntitle: Patient summary\nedition: first draft\n"))
    for word in ["committee:", "contributors:", "covers:"] { #expect(!text.contains(word)) }
    for word in ["\nregions:\n", "\n  facets:\n"] { #expect(text.contains(word)) }
    #expect(!sandbox.exists("../other/Portfolio/committee.yml"))
    #expect(!sandbox.exists("../other/Proposals"))
    for path in ["criteria.yml", "standards", "overrides", "use-cases"] {
      try sandbox.shell("diff -r Portfolio/\(path) ../other/Portfolio/\(path)")
    }
    #expect(try sandbox.rspmaint(["validate", "--repo", "../other"]).code == 0)
    // What is taken over has to be valid.
    try sandbox.edit("Portfolio/criteria.yml", "regional: lowest", "regional: loweest")
    let refused = try start(sandbox, "../third", ["--from", "."])
    #expect(refused.code == 65)
    #expect(refused.err.contains("has 1 error\n  Portfolio/criteria.yml: "), "\(refused.err)")
    #expect(!sandbox.exists("../third"))
  }

  @Test("Adds pipelines, schemas and settings to the first commit, and installs hooks")
  func extras() throws {
    try outside { sandbox in
      let outcome = try start(
        sandbox, "new", ["--host", "github", "--editor", "vscode", "--editor", "neovim", "--hooks"])
      #expect(outcome.err == "")
      try #require(outcome.code == 0)
      #expect(!outcome.out.contains("There is more"), "\(outcome.out)")
      #expect(outcome.out.contains("its hooks are installed.\n"), "\(outcome.out)")
      let files = try sandbox.git("-C", "new", "ls-files").split(separator: "\n").map(String.init)
      for path in [
        ".github/workflows/portfolio.yml", ".nvim.lua", ".rspmaint/schemas/record.schema.json",
        ".vscode/settings.json",
      ] {
        #expect(files.contains(path), "\(files)")
      }
      #expect(try sandbox.git("-C", "new", "status", "--porcelain") == "")
      let hooks = try sandbox.rspmaint(["hooks", "status", "--repo", "new"])
      #expect(hooks.out.components(separatedBy: "installed, in").count == 4, "\(hooks.out)")
      for more in [["editor"], ["ci", "--host", "github"]] {
        let again = try sandbox.rspmaint(["init"] + more + ["--repo", "new"])
        #expect(again.code == 0 && !again.out.contains("Wrote"), "\(again.out)\(again.err)")
      }
      // They judge what is committed by hand.
      try sandbox.edit("new/Portfolio/criteria.yml", "regional: lowest", "regional: loweest")
      let refused = try sandbox.start(
        "/usr/bin/git", ["-C", "new", "commit", "-qam", "Wrong"], .editor, input: nil)
      #expect(refused.code == 1 && refused.err.contains("loweest"), "\(refused.err)")
    }
  }

  @Test("Makes the portfolio without hooks where git takes them from a folder that others share")
  func sharedHooks() throws {
    try outside { sandbox in
      try sandbox.shell("mkdir hooks; git config --global core.hooksPath \"$PWD/hooks\"")
      let outcome = try start(sandbox, "new", ["--hooks"])
      #expect(outcome.code == 1 && outcome.out.hasPrefix("Made new with 5 files"))
      #expect(
        outcome.err.hasPrefix(
          "rspmaint: the portfolio is made, but not its hooks: git takes the hooks from '"),
        "\(outcome.err)")
      #expect(
        outcome.err.hasSuffix(
          "  help: 'rspmaint hooks install' in the new folder says what to do\n"))
      #expect(try sandbox.rspmaint(["validate", "--repo", "new"]).code == 0)
    }
  }

  private static let environment = ProcessInfo.processInfo.environment
  private static let isRequired = environment["RSPMAINT_REQUIRE_EXPORTS"] == "1"
  private static let python = environment["RSPMAINT_PYTHON"]

  /// `RSPMAINT_PYTHON` names a Python with actionlint and check-jsonschema beside it.
  @Test(
    "Writes pipelines in which linters find nothing",
    .enabled(if: python != nil || isRequired, "RSPMAINT_PYTHON is missing."))
  func linters() throws {
    let python = try #require(InitTests.python)
    let tools = URL(fileURLWithPath: python).deletingLastPathComponent().path
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    for host in ["github", "gitlab"] {
      #expect(try sandbox.rspmaint(["init", "ci", "--host", host]).code == 0)
    }
    let schema = tools + "/check-jsonschema"
    for (tool, arguments) in [
      (tools + "/actionlint", [".github/workflows/portfolio.yml"]),
      (schema, ["--builtin-schema", "vendor.github-workflows", ".github/workflows/portfolio.yml"]),
      (
        schema,
        [
          "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci",
          ".gitlab-ci.yml",
        ]
      ),
    ] {
      let outcome = try sandbox.start(tool, arguments, .editor, input: nil)
      #expect(outcome.code == 0, "\(tool): \(outcome.out)\(outcome.err)")
    }
  }

  @Test("Writes the pipelines of a host, and leaves a file that somebody edited")
  func pipelines() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    for (host, path) in [
      ("github", ".github/workflows/portfolio.yml"), ("gitlab", ".gitlab-ci.yml"),
    ] {
      let first = try sandbox.rspmaint(["init", "ci", "--host", host])
      #expect(first.code == 0 && first.out == "Wrote \(path)\n", "\(first.err)")
      let again = try sandbox.rspmaint(["init", "ci", "--host", host])
      #expect(again.code == 0 && again.out == "\(path) is there already.\n")
      let text = try sandbox.read(path)
      #expect(text.contains("rspmaint validate --format \(host)"))
      #expect(text.contains("--format comment --page-url"))
      #expect(!text.contains("{{folder}}"))
      try sandbox.edit(path, "portfolio", "portfolios")
      let edited = try sandbox.read(path)
      let refused = try sandbox.rspmaint(["init", "ci", "--host", host])
      #expect(refused.code == 1)
      #expect(
        refused.err.hasPrefix("rspmaint: other files are there, which stay as they are: \(path)\n"))
      #expect(try sandbox.read(path) == edited)
    }
    try sandbox.shell("mkdir one 'two parts'; cp -r Portfolio one; cp -r Portfolio 'two parts'")
    try sandbox.shell("rm -r .github; git add -A; git commit -q -m 'In folders'")
    #expect(try sandbox.rspmaint(["init", "ci", "--host", "github", "--repo", "one"]).code == 0)
    #expect(try sandbox.read(".github/workflows/portfolio.yml").contains("directory: one\n"))
    let odd = try sandbox.rspmaint(["init", "ci", "--host", "github", "--repo", "two parts"])
    #expect(odd.code == 1 && odd.err.contains("can't stand in a pipeline as it is"), "\(odd.err)")
    let started = try start(sandbox, "../new", ["--host", "gitlab"])
    #expect(started.code == 0 && sandbox.exists("../new/.gitlab-ci.yml"), "\(started.err)")
  }
}
