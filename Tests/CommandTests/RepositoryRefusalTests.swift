import Foundation
import TestSupport
import Testing

@Suite("Repositories that can't be used")
struct RepositoryRefusalTests {
  /// What makes the same arguments work.
  enum Mend: Sendable {
    /// The first help, typed as it stands but for the names that it leaves open; then, where it makes
    /// a copy, in that.
    case help(_ fills: [String: String] = [:], copy: String? = nil, then: String = "true")
    /// The help is words; this is what they ask for.
    case words(String)
    /// Not to be had with the git of these tests, and why.
    case impossible(String)
  }

  /// A repository that a program of git's, or a crash, has left in a state that is refused.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// Runs at the root of a repository with an approved proposal 1.
    let script: String
    var arguments = ["commit", "1"]
    /// What the refusal says, and the command that it gives.
    let words: String
    let help: String
    let mend: Mend

    init(
      _ name: String, _ script: String, _ arguments: [String] = ["commit", "1"], says words: String,
      help: String, mend: Mend = .help()
    ) {
      testDescription = name
      self.script = script
      self.arguments = arguments
      self.words = words
      self.help = help
      self.mend = mend
    }
  }

  static var all: [Case] { formats + attributes + damage }

  @Test("Each has its message with the command that helps", arguments: all.orSome(8))
  func refused(_ item: Case) throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell(item.script)
    let record = "Portfolio/standards/data/loinc.yml"
    let before = sandbox.exists(record) ? try sandbox.read(record) : nil
    let outcome = try sandbox.rspmaint(item.arguments)
    #expect(outcome.code == 1, "\(outcome.out)\(outcome.err)")
    let first = outcome.err.split(separator: "\n").first.map(String.init) ?? ""
    #expect(first.hasPrefix("rspmaint: ") && first.contains(item.words), "\(outcome.err)")
    #expect(outcome.help.joined(separator: "\n").contains(item.help), "\(outcome.err)")
    if let before { #expect(try sandbox.read(record) == before) }
    var place: [String] = []
    switch item.mend {
    case .help(let fills, let copy, let then):
      try sandbox.shell(try outcome.command(0, fills))
      try sandbox.shell(then)
      place = copy.map { ["--repo", $0] } ?? []
    case .words(let script): try sandbox.shell(script)
    case .impossible: return
    }
    let again = try sandbox.rspmaint(item.arguments + place)
    #expect(again.code == 0, "\(again.err)")
  }

  @Test("An object of another id is refused by what proves and writes, and read by what only reads")
  func foreignObject() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell(
      """
      other=$(sed 's/^title: ./title: Z/' Portfolio/portfolio.yml | git hash-object -w --stdin)
      id=$(git rev-parse HEAD:Portfolio/portfolio.yml)
      file() { echo ".git/objects/$(echo $1 | sed 's,^..,&/,')"; }
      test $other != $id && rm -f $(file $id) && mv $(file $other) $(file $id)
      """)
    #expect(try sandbox.rspmaint(["list", "--rev", "HEAD"]).code == 0)
    for arguments in [["audit", "--since", "HEAD~1"], ["commit", "1"]] {
      let outcome = try sandbox.rspmaint(arguments)
      #expect(outcome.code == 1, "\(arguments): \(outcome.out)")
      #expect(outcome.err.contains("an object can't be read in "), "\(outcome.err)")
    }
  }

  @Test("A partial clone is told to fetch what is missing, and then works")
  func partialClone() throws {
    let sandbox = try Template.accepted.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell(
      """
      git config uploadpack.allowFilter true && git config uploadpack.allowAnySHA1InWant true
      git clone -q --filter=blob:none "file://$PWD" ../partial
      """)
    let old = ["show", "loinc", "--rev", "HEAD~1", "--repo", "../partial"]
    let outcome = try sandbox.rspmaint(old)
    #expect(outcome.code == 1, "\(outcome.out)")
    #expect(outcome.err.contains("the clone is partial"), "\(outcome.err)")
    #expect(outcome.err.contains("git fetch --refetch --no-filter"), "\(outcome.err)")
    try sandbox.git("-C", "../partial", "fetch", "-q", "--refetch", "--no-filter")
    #expect(try sandbox.rspmaint(old).code == 0)
  }

  @Test(
    "A repository of someone else's names the folder to trust, also from below",
    .enabled(if: getuid() == 0, "only root can give files away"))
  func notOwned() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    try sandbox.shell("chown -R 65534 .")
    for folder in [".", "Portfolio/standards"] {
      let outcome = try sandbox.rspmaint(["list", "--repo", folder])
      #expect(outcome.code == 1, "\(outcome.out)")
      #expect(outcome.err.contains("belongs to another user"), "\(outcome.err)")
      let path = URL(fileURLWithPath: sandbox.root).resolvingSymlinksInPath().path
      #expect(
        outcome.err.contains("git config --global --add safe.directory '\(path)'\n"),
        "\(outcome.err)")
    }
    let refused = try sandbox.rspmaint(["list"])
    try sandbox.shell(try refused.command(0))
    #expect(try sandbox.rspmaint(["list"]).code == 0)
    // Where git keeps its settings elsewhere, the second one helps.
    try sandbox.shell("rm ~/.gitconfig")
    try sandbox.shell(try refused.command(1))
    let global = try sandbox.start(
      Sandbox.binary, ["list"], .editor, input: nil, ["GIT_CONFIG_GLOBAL": sandbox.root + "/../g"])
    #expect(global.code == 0, "\(global.err)")
  }

  @Test("Without an identity, gives the command to type")
  func noIdentity() throws {
    let sandbox = try Template.approved.sandbox(committee: false)
    defer { sandbox.remove() }
    let nobody = [
      "GIT_AUTHOR_NAME": "", "GIT_AUTHOR_EMAIL": "", "GIT_COMMITTER_NAME": "",
      "GIT_COMMITTER_EMAIL": "",
    ]
    let outcome = try sandbox.start(
      Sandbox.binary, ["commit", "1"], .editor, input: nil, nobody)
    #expect(outcome.code == 1)
    #expect(outcome.err.contains("help: rspmaint identity 'NAME <EMAIL>'\n"), "\(outcome.err)")
  }
}
