import Foundation
import TestSupport
import Testing

@Suite("What editors are told of the files")
struct EditorTests {
  private static let settings = ".vscode/settings.json"
  private static let lua = ".nvim.lua"
  private static let folder = ".rspmaint/schemas/"

  private struct Kind: Decodable {
    let kind: String
    let files: String?
  }

  private func run(_ sandbox: Sandbox, _ more: String...) throws -> Sandbox.Outcome {
    try sandbox.rspmaint(["init", "editor"] + more)
  }

  /// The kinds of files, by name, with the pattern of their paths.
  private func kinds(_ sandbox: Sandbox) throws -> [String: String] {
    struct List: Decodable { let schemas: [Kind] }
    let text = try sandbox.rspmaint(["schema", "--list", "--format", "json"]).out
    let list = try JSONDecoder().decode(List.self, from: Data(text.utf8))
    return Dictionary(
      uniqueKeysWithValues: list.schemas.compactMap { kind in kind.files.map { (kind.kind, $0) } })
  }

  /// The pattern of each kind's files, as the settings of VS Code name it.
  private func code(_ sandbox: Sandbox) throws -> [String: String] {
    struct Settings: Decodable {
      let schemas: [String: String]

      enum CodingKeys: String, CodingKey { case schemas = "yaml.schemas" }
    }
    let data = Data(try sandbox.read(EditorTests.settings).utf8)
    let schemas = try JSONDecoder().decode(Settings.self, from: data).schemas
    return try Dictionary(
      uniqueKeysWithValues: schemas.map { path, pattern in
        (
          String(
            try #require(path.wholeMatch(of: /\.\/\.rspmaint\/schemas\/(.+)\.schema\.json/)).1),
          pattern
        )
      })
  }

  /// The same, as those of Neovim do.
  private func neovim(_ sandbox: Sandbox) throws -> [String: String] {
    let lines = try sandbox.read(EditorTests.lua).matches(
      of: /\n +\[schema\("(.+)"\)\] = "(.+)",/)
    return Dictionary(uniqueKeysWithValues: lines.map { (String($0.1), String($0.2)) })
  }

  /// Whether a language server takes a path for one of a pattern: a star stands for a name, or, in older
  /// servers, for anything, and the pattern need not begin where the path does.
  private func fits(_ path: String, _ pattern: String, star: String) throws -> Bool {
    let parts = pattern.components(separatedBy: "*").map(NSRegularExpression.escapedPattern)
    let expression = try Regex(parts.joined(separator: star) + "$")
    return path.firstMatch(of: expression) != nil
  }

  @Test("Writes a schema for each kind of file, and settings that find it")
  func writes() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let outcome = try run(sandbox)
    #expect(outcome.code == 0 && outcome.err == "")
    #expect(
      outcome.out == """
        Wrote .rspmaint/schemas/
        Wrote .vscode/settings.json
        Wrote .nvim.lua
        VS Code needs its extension 'YAML' (redhat.vscode-yaml).
        Neovim needs yaml-language-server as 'yamlls', and 'set exrc'.

        """)
    let kinds = try kinds(sandbox)
    #expect(try code(sandbox) == kinds)
    #expect(try neovim(sandbox) == kinds)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: sandbox.root + "/" + EditorTests.folder)
    #expect(names.sorted() == kinds.keys.map { $0 + ".schema.json" }.sorted())
    for kind in kinds.keys {
      let printed = try sandbox.rspmaint(["schema", kind]).out
      #expect(try sandbox.read("\(EditorTests.folder)\(kind).schema.json") == printed, "\(kind)")
    }
    let all = try sandbox.git("status", "--porcelain", "--untracked-files=all")
    #expect(all.split(separator: "\n").count == kinds.count + 2, "\(all)")
    let again = try run(sandbox)
    #expect(
      again.out.hasPrefix(
        """
        .rspmaint/schemas/ is there already.
        .vscode/settings.json is there already.
        .nvim.lua is there already.

        """), "\(again.out)")
    #expect(try sandbox.git("status", "--porcelain", "--untracked-files=all") == all)
  }

  @Test("Has each file that there is under the pattern of its kind alone")
  func patterns() throws {
    var paths: Set<String> = []
    try BallotSession.run { ballot in
      try ballot.vote()
      try ballot.end()
      try ballot.dispose()
      try ballot.close()
      paths.formUnion(try ballot.sandbox.git("ls-files").split(separator: "\n").map(String.init))
    }
    try SurveySession.run { survey in
      try survey.answerAgain()
      paths.formUnion(try survey.sandbox.git("ls-files").split(separator: "\n").map(String.init))
    }
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try #require(try run(sandbox).code == 0)
    let patterns = try code(sandbox)
    var found: Set<String> = []
    for path in paths.sorted() where path.hasSuffix(".yml") {
      let kind = try #require(self.kind(of: path), "\(path)")
      found.insert(kind)
      for star in ["[^/]*", ".*"] {
        let fitting = try patterns.filter { try fits(path, $0.value, star: star) }.map(\.key)
        #expect(fitting == [kind], "\(path): \(fitting)")
      }
    }
    #expect(found.count > 13 && found.isSubset(of: patterns.keys), "\(found.sorted())")
  }

  /// The kind of a file by its path, as a reader knows it.
  private func kind(of path: String) -> String? {
    let steps = path.split(separator: "/").map(String.init)
    switch (steps[0], steps.count > 2 ? steps[1] : "") {
    case ("Portfolio", "standards"): return "record"
    case ("Portfolio", "overrides"): return "override"
    case ("Portfolio", "use-cases"): return "use-case"
    case ("Portfolio", "delisted"): return "delisted"
    case ("Portfolio", ""): return String(steps[1].dropLast(4))
    case ("Proposals", "ballots"):
      if steps.count > 4 { return steps[3] }
      return steps[3] == "result.yml" ? "ballot-result" : "ballot"
    case ("Proposals", "surveys"): return steps.count > 4 ? "response" : "survey"
    case ("Proposals", _): return steps.count > 3 ? "review" : String(steps[2].dropLast(4))
    default: return nil
    }
  }

  @Test("Keeps settings of the user's own byte for byte, and says what to add")
  func keeps() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let own = "{\n  // Mine.\n  \"editor.rulers\": [80]\n}\n"
    try sandbox.write(own, to: EditorTests.settings)
    try sandbox.write("-- mine\n", to: EditorTests.lua)
    let outcome = try run(sandbox)
    #expect(outcome.code == 0 && outcome.err == "", "\(outcome.err)")
    #expect(try sandbox.read(EditorTests.settings) == own)
    #expect(try sandbox.read(EditorTests.lua) == "-- mine\n")
    #expect(outcome.out.contains("Wrote .rspmaint/schemas/\n.vscode/settings.json is your own"))
    let parts = outcome.out.components(separatedBy: "add to it:\n\n")
    try #require(parts.count == 3, "\(outcome.out)")
    // What is to be added is added, and then nothing more is asked for.
    let more = parts[1].components(separatedBy: "\n\n")[0]
    try sandbox.write(
      "{\n  // Mine.\n  \"editor.rulers\": [80],\n\(more)\n}\n", to: EditorTests.settings)
    try sandbox.write(
      "-- mine\n" + parts[2].components(separatedBy: "\n\n")[0] + "\n", to: EditorTests.lua)
    let again = try run(sandbox)
    #expect(!again.out.contains("add to it"), "\(again.out)")
    #expect(again.out.contains(".vscode/settings.json is there already.\n.nvim.lua is there"))
  }

  @Test("Makes schemas of another version anew, and leaves a file that is none")
  func schemas() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try #require(try run(sandbox, "neovim").code == 0)
    #expect(!sandbox.exists(EditorTests.settings))
    let path = EditorTests.folder + "record.schema.json"
    let text = try sandbox.read(path)
    try sandbox.edit(path, "\"brief-name\"", "\"short-name\"")
    let renewed = try run(sandbox, "neovim")
    #expect(renewed.out.hasPrefix("Wrote .rspmaint/schemas/\n.nvim.lua is there already.\n"))
    #expect(try sandbox.read(path) == text)
    try sandbox.write("{}\n", to: path)
    let refused = try run(sandbox)
    #expect(refused.code == 1 && refused.out == "")
    #expect(
      refused.err.hasPrefix("rspmaint: other files are there, which stay as they are: \(path)\n"))
    #expect(try sandbox.read(path) == "{}\n" && !sandbox.exists(EditorTests.settings))
    let unknown = try run(sandbox, "vim")
    #expect(unknown.code == 64 && unknown.err.contains("neovim"), "\(unknown.err)")
  }

  @Test("Names the portfolio's folder, where it can stand in a pattern")
  func folders() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell(
      "mkdir -p one/two 'two parts'; cp -r Portfolio one/two; cp -r Portfolio 'two parts'")
    try sandbox.shell("git add -A; git commit -q -m 'In folders'")
    try #require(try run(sandbox, "--repo", "one/two").code == 0)
    #expect(try code(sandbox)["record"] == "one/two/Portfolio/standards/*/*.yml")
    #expect(try neovim(sandbox)["portfolio"] == "one/two/Portfolio/portfolio.yml")
    let odd = try run(sandbox, "--repo", "two parts")
    #expect(odd.code == 1)
    #expect(odd.err.contains("'two parts/' can't stand in an editor's settings"), "\(odd.err)")
  }
}
