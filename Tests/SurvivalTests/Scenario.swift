import Foundation
import TestSupport
import Testing

/// One writing verb on the prepared portfolio.
struct Scenario: CustomTestStringConvertible, Sendable {
  let name: String
  let arguments: [String]
  let actor: Sandbox.Actor
  /// What the worktree needs beforehand.
  let prepare: @Sendable (Place) throws -> Void
  /// A folder that this run makes: there whole, or not at all.
  let newFolder: String?
  /// How often it is killed at least.
  let leastKills: Int

  var testDescription: String { name }

  init(
    _ name: String, _ arguments: [String], as actor: Sandbox.Actor = .editor,
    newFolder: String? = nil, leastKills: Int = 0,
    prepare: @escaping @Sendable (Place) throws -> Void = { _ in }
  ) {
    self.name = name
    self.arguments = arguments
    self.actor = actor
    self.newFolder = newFolder
    self.leastKills = leastKills
    self.prepare = prepare
  }

  static let words = [
    "--rationale", "The reasons are in the evidence.", "--evidence",
    "survey: Survey of members <https://example.org/survey>",
  ]

  /// All verbs that write; the numbers are those of ``Template``.
  static let all: [Scenario] = [
    Scenario("commit", ["commit", "1"]),
    Scenario("commit of three", ["commit", "1", "2", "3"]),
    Scenario("review", ["review", "4", "--approve"], as: .reviewer),
    Scenario("review --no-save", ["review", "4", "--approve", "--no-save"], as: .reviewer),
    Scenario(
      "propose",
      ["propose", "icd-9", "--set", "notes=New.", "--title", "New"] + words
        + ["--open"], newFolder: "Proposals/0007-new"),
    Scenario(
      "propose --no-save",
      ["propose", "icd-9", "--set", "notes=New.", "--title", "New", "--no-save"] + words,
      newFolder: "Proposals/0007-new"),
    Scenario(
      "propose --from-worktree", ["propose", "--from-worktree", "--title", "Edits"] + words,
      newFolder: "Proposals/0007-edits", prepare: Template.editRecords),
    Scenario("propose --update", ["propose", "--update", "5", "--rationale", "Better.", "--open"]),
    Scenario("open", ["open", "5"]),
    Scenario("refresh", ["refresh", "6"]),
    Scenario("refresh --no-save", ["refresh", "6", "--no-save"]),
    Scenario("save", ["save"], prepare: Template.editProposals),
    Scenario("undo", ["undo"]) { try $0.prepare("open", "5") },
    Scenario("reject", ["reject", "4", "--because", "No evidence."]),
    Scenario("withdraw", ["withdraw", "4", "--because", "Mistaken."]),
    Scenario("format", ["format"], prepare: Template.blurRecords),
    Scenario("changelog --write", ["changelog", "--write"]) { place in
      try place.write("# Other\n", to: "Portfolio/CHANGELOG.md")
    },
    Scenario("commit with hooks", ["commit", "1", "2"], prepare: Template.addHooks),
    Scenario(
      "review --resolve",
      ["review", "4", "--resolve", "ada-editor", "--because", "Settled."], as: .reviewer,
      prepare: Template.object),
    Scenario("guard install", ["guard", "install"]), Scenario.sync,
  ].filter { Survival.only == nil || Survival.only == $0.name }

  /// What to run after a run that ended early: the verb again, but for a new folder that is there.
  func next(in place: Place) throws -> [String] {
    // A proposal that is saved stays, also where its files are still to come.
    if let newFolder, try place.exists(newFolder) || place.isCommitted(newFolder) {
      return ["format", "Proposals"]
    }
    return arguments
  }
}

extension Place {
  /// Whether the last commit holds a file or folder.
  fileprivate func isCommitted(_ path: String) throws -> Bool {
    try run("/usr/bin/git", ["cat-file", "-e", "HEAD:" + path]).code == 0
  }
}

/// The portfolio on which all scenarios start, built once.
enum Template {
  static let records = ["loinc", "ucum", "icd-10"].map { "Portfolio/standards/data/\($0).yml" }

  static let place = Swift.Result { try build() }

  private static func build() throws -> Place {
    let place = try Place()
    try FileManager.default.createDirectory(
      atPath: place.root, withIntermediateDirectories: true)
    for name in ["Portfolio", ".gitattributes"] {
      try FileManager.default.copyItem(
        atPath: Checkout.root + "/" + name, toPath: place.root + "/" + name)
    }
    for name in ["staged", "dirty", "both"] {
      try place.write("\(name)\n", to: "notes/\(name).txt")
    }
    try place.git("init", "-q", "-b", "main")
    try place.commitAll("Import the portfolio")
    let standards = ["loinc", "ucum", "icd-10", "icd-11", "udi", "radlex-playbook"]
    for (index, id) in standards.enumerated() {
      let opens = index == 4 ? [] : ["--open"]
      let outcome = try place.rspmaint(
        ["propose", id, "--set", "notes=Number \(index + 1).", "--title", "Note \(id)"]
          + Scenario.words + opens)
      try #require(outcome.code == 0, "\(outcome.err)")
    }
    for number in ["1", "2", "3"] {
      try place.prepare("review", number, "--approve", as: .reviewer)
    }
    // What the sixth one changes has changed by itself.
    let path = "Portfolio/standards/data/radlex-playbook.yml"
    let text = try place.read(path)
    try place.write(
      text.contains("notes: |\n") ? text : text + "notes: |\n  By hand.\n", to: path)
    try place.commitAll("Edit by hand")
    try place.git("gc", "-q")
    // The user's own work, which nothing may touch.
    try place.write("staged by the user\n", to: "notes/staged.txt")
    try place.write("staged, then edited\n", to: "notes/both.txt")
    try place.git("add", "notes/staged.txt", "notes/both.txt")
    try place.write("edited by the user\n", to: "notes/dirty.txt")
    try place.write("edited once more\n", to: "notes/both.txt")
    try place.write("never added\n", to: "notes/untracked.txt")
    return place
  }

  @Sendable
  static func editRecords(_ place: Place) throws {
    for path in records {
      let text = try place.read(path)
      try place.write(text.replacingOccurrences(of: "scope: ", with: "scope: Edited. "), to: path)
    }
  }

  @Sendable
  static func editProposals(_ place: Place) throws {
    for folder in ["0004-note-icd-11", "0005-note-udi"] {
      try place.edit("Proposals/\(folder)/proposal.yml", "The reasons", "Better reasons")
    }
  }

  /// Hooks that look and say yes.
  @Sendable
  static func addHooks(_ place: Place) throws {
    for name in ["pre-commit", "commit-msg", "post-commit"] {
      try place.write("#!/bin/sh\nexec git rev-parse -q --verify HEAD\n", to: ".git/hooks/" + name)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: place.root + "/.git/hooks/" + name)
    }
  }

  /// A committee with the reviewer in the chair, and the editor's objection to the fourth proposal.
  @Sendable
  static func object(_ place: Place) throws {
    let path = "Portfolio/committee.yml"
    try place.write(
      """
      members:
        - {id: ada-editor, name: Ada Editor, email: ada@editors.example, affiliation: Editors, role: editor}
        - {id: rune-reviewer, name: Rune Reviewer, email: rune@north.example, affiliation: North, role: chair}

      """, to: path)
    try place.git("add", path)
    try place.git("commit", "-q", "-m", "Name the committee", "--", path)
    try place.prepare(
      "review", "4", "--object", "--comment", "No.", as: .editor)
  }

  /// The same values in another form.
  @Sendable
  static func blurRecords(_ place: Place) throws {
    for path in records {
      let lines = try place.read(path).components(separatedBy: "\n")
      let name = lines[0].dropFirst("brief-name: ".count)
      try place.write(
        (["brief-name:   '\(name)'"] + lines.dropFirst()).joined(separator: "\n"), to: path)
    }
  }
}
