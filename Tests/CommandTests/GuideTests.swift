import ArgumentParser
@testable import Commands
import Foundation
import TestSupport
import Testing

@Suite("The guides")
struct GuideTests {
  private static let roles = ["editor", "reviewer", "secretary", "host"]

  private func article(_ role: String) throws -> String {
    let name = role.prefix(1).uppercased() + role.dropFirst()
    let path = "Sources/Commands/Manual.docc/Guides/\(name).md"
    return try String(contentsOfFile: Sandbox.repositoryRoot + "/" + path, encoding: .utf8)
  }

  private func guide(_ role: String, _ more: String...) throws -> String {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let outcome = try sandbox.start(
      Sandbox.binary, ["guide", role] + more, .editor, input: nil, ["COLUMNS": "80"])
    #expect(outcome.code == 0 && outcome.err == "", "\(outcome.err)")
    return outcome.out
  }

  @Test("Are the articles of the manual, on two pages of 60 lines at most", arguments: roles)
  func pages(role: String) throws {
    let article = try article(role)
    #expect(try guide(role, "--format", "markdown") == article)
    let text = try guide(role)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 121)
    for line in lines { #expect(line.count <= 80, "\(line)") }
    for mark in ["`", "```", "<doc:", "\n#"] { #expect(!text.contains(mark), "\(mark)") }
    for line in commands(in: article).joined(separator: "\n").split(separator: "\n") {
      #expect(text.contains(line), "\(line)")
    }
    #expect(try guide(role, "--format", "json").contains("\"role\" : \"\(role)\""))
  }

  /// The lines of the blocks of commands, each with those that it goes on in.
  private func commands(in article: String) -> [String] {
    var commands: [String] = []
    var isBlock = false
    for line in article.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        isBlock = line == "```sh"
      } else if isBlock, let last = commands.last, last.hasSuffix("\\") {
        commands[commands.count - 1] = last + "\n" + line
      } else if isBlock {
        commands.append(line)
      }
    }
    return commands
  }

  @Test("Name only commands that can be typed", arguments: roles)
  func named(role: String) throws {
    let article = try article(role)
    for match in article.matches(of: /`rspmaint ([^`]+)`/) {
      let words = match.1.split(separator: " ").map { $0 == "DATE" ? "2030-01-31" : String($0) }
      do {
        _ = try Rspmaint.parseAsRoot(words)
      } catch {
        Issue.record("\(match.1): \(Rspmaint.message(for: error))")
      }
    }
  }

  /// What others do meanwhile: a function for each person, in a clone of their own.
  private static let others = """
    set -euo pipefail
    as() {
      local name="$1" email="$2"
      shift 2
      rm -rf "$OUTSIDE/other"
      git clone -q "$OUTSIDE/shared.git" "$OUTSIDE/other"
      (cd "$OUTSIDE/other" && rspmaint identity "$name <$email>" && "$@" && rspmaint sync) >/dev/null
    }
    ada() { as 'Ada Editor' ada@editors.example "$@"; }
    rune() { as 'Rune Reviewer' rune@north.example "$@"; }
    siri() { as 'Siri Second' siri@south.example "$@"; }
    prepare() {
      ada rspmaint propose example-codes --set tooling=high --title 'More tools' --rationale Because. \
        --evidence 'Survey <https://example.org/survey>' --open
    }
    """

  /// What happens before some lines of a guide, by how they begin.
  private static let meanwhile: [String: KeyValuePairs<String, String>] = [
    "editor": [
      "rspmaint commit":
        "rune rspmaint review 3 --approve; siri rspmaint review 3 --approve; rspmaint sync"
    ],
    "reviewer": ["git clone": "prepare"],
    "secretary": [
      "rspmaint sync\nrspmaint status":
        "prepare; rune rspmaint review 3 --approve; siri rspmaint review 3 --approve; "
        + "git clone -q ADDRESS portfolio; cd portfolio; "
        + "rspmaint identity 'Cleo Chair <cleo@chair.example>'",
      "rspmaint ballot import cd-1 north": "cp package/comment-form.docx north.docx",
      "rspmaint survey import use eve":
        "rspmaint survey export use --output form.csv; "
        + "sed 's/,tooling,,,/,tooling,,high,/' form.csv > eve.xlsx",
    ],
    "host": [:],
  ]

  @Test("Hold commands that work, in their order", arguments: roles)
  func commands(role: String) throws {
    let sandbox = try Sandbox(proposals: true, committee: role != "host")
    defer { sandbox.remove() }
    let outside = URL(fileURLWithPath: sandbox.root).deletingLastPathComponent().path
    try sandbox.shell(
      "git clone -q --bare . ../shared.git; mkdir ../clones; cp -R . ../clones/first")
    var script = GuideTests.others + "\ncd \"$OUTSIDE/clones\"\n"
    let commands = commands(in: try article(role))
    #expect(commands.count >= 12)
    for (index, command) in commands.enumerated() {
      let ahead = commands[index...].joined(separator: "\n")
      for (start, deed) in GuideTests.meanwhile[role] ?? [:] where ahead.hasPrefix(start) {
        // Only the first time.
        let isFirst = !commands[..<index].joined(separator: "\n").contains(start)
        if isFirst { script += deed + "\n" }
      }
      script += "echo \(index + 1): >&2\n" + command + "\n"
    }
    let closing = Date(timeIntervalSinceNow: 60 * 86_400).ISO8601Format().prefix(10)
    for (word, meaning) in [
      ("ADDRESS", "\"$OUTSIDE/shared.git\""), ("example-codes", "loinc"),
      ("START", "main"),
      ("2030-01-31", String(closing)),
    ] {
      script = script.replacing(word, with: meaning)
    }
    let folder = URL(fileURLWithPath: Sandbox.binary).deletingLastPathComponent().path
    let outcome = try sandbox.start(
      "/bin/bash",
      [
        "-c",
        "unset GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_AUTHOR_DATE; "
          + "unset GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL GIT_COMMITTER_DATE\n" + script,
      ], .editor, input: nil, ["PATH": folder + ":/usr/bin:/bin", "OUTSIDE": outside])
    #expect(outcome.code == 0, "\(outcome.out.suffix(2_000))\(outcome.err.suffix(2_000))")
    #expect(outcome.err.contains("\(commands.count):\n"))
  }

  @Test("Are of four roles")
  func unknown() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let outcome = try sandbox.start(Sandbox.binary, ["guide", "editr"], .editor, input: nil)
    #expect(outcome.code == 64)
    #expect(outcome.err.contains("Did you mean 'editor'?"), "\(outcome.err)")
  }
}
