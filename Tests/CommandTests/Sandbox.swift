import Foundation
import Testing

/// A copy of the shipped portfolio in a git repository of its own, and the built binary on it.
///
/// Own home, cleared environment, fixed dates and identities, so that every run is the same.
struct Sandbox {
  struct Outcome {
    let out: String
    let err: String
    let code: Int32
  }

  /// Who acts; the address tells people apart.
  enum Actor: String, CaseIterable {
    case editor = "Ada Editor <ada@editors.example>"
    case reviewer = "Rune Reviewer <rune@north.example>"
    case second = "Siri Second <siri@south.example>"
    case chair = "Cleo Chair <cleo@chair.example>"
    case left = "Lars Left <lars@west.example>"
    case stranger = "Sam Stranger <sam@elsewhere.example>"

    var name: String { String(rawValue.prefix { $0 != "<" }.dropLast()) }
    var email: String { String(rawValue.drop { $0 != "<" }.dropFirst().dropLast()) }
  }

  let root: String
  private let home: String

  static let repositoryRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The binary under test: `RSPMAINT_BINARY`, or the one that was built with the tests.
  static let binary: String = {
    if let path = ProcessInfo.processInfo.environment["RSPMAINT_BINARY"] { return path }
    let test = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = test.deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("rspmaint").path
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    return Sandbox.repositoryRoot + "/.build/debug/rspmaint"
  }()

  /// `proposals`: whether the shipped proposals come along.
  init(git: Bool = true, proposals: Bool = false, committee: Bool = false) throws {
    let base = FileManager.default.temporaryDirectory
      .appendingPathComponent("rspmaint-test-\(UUID().uuidString)")
    home = base.appendingPathComponent("home").path
    root = base.appendingPathComponent("rsp").path
    let files = FileManager.default
    try files.createDirectory(atPath: home, withIntermediateDirectories: true)
    try files.createDirectory(atPath: root, withIntermediateDirectories: true)
    for name in ["Portfolio", ".gitattributes"] + (proposals ? ["Proposals"] : []) {
      try files.copyItem(atPath: Sandbox.repositoryRoot + "/" + name, toPath: root + "/" + name)
    }
    if committee { try write(Sandbox.committee, to: "Portfolio/committee.yml") }
    guard git else { return }
    try self.git("init", "-q", "-b", "main")
    try commitAll("Import the portfolio")
  }

  /// A copy of another, with a place of its own.
  init(copying other: Sandbox) throws {
    let base = FileManager.default.temporaryDirectory
      .appendingPathComponent("rspmaint-test-\(UUID().uuidString)")
    home = base.appendingPathComponent("home").path
    root = base.appendingPathComponent("rsp").path
    let files = FileManager.default
    try files.createDirectory(atPath: home, withIntermediateDirectories: true)
    try files.copyItem(atPath: other.root, toPath: root)
    try git("update-index", "-q", "--refresh")
  }

  static let committee = """
    members:
      - {id: cleo-chair, name: Cleo Chair, email: cleo@chair.example, affiliation: Chair Org, role: chair}
      - {id: ada-editor, name: Ada Editor, email: ada@editors.example, affiliation: Editors, role: editor}
      - {id: rune-reviewer, name: Rune Reviewer, email: rune@north.example, affiliation: North, role: member}
      - {id: siri-second, name: Siri Second, email: siri@south.example, affiliation: South, role: member}
      - {id: lars-left, name: Lars Left, email: lars@west.example, affiliation: West, role: member, until: 2026-06-30}

    """

  func remove() {
    try? FileManager.default.removeItem(
      at: URL(fileURLWithPath: root).deletingLastPathComponent())
  }

  // MARK: - Files

  func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: root + "/" + path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func read(_ path: String) throws -> String {
    try String(contentsOfFile: root + "/" + path, encoding: .utf8)
  }

  func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try read(path)
    try #require(text.contains(old), "\(path) holds no '\(old)'")
    try write(text.replacingOccurrences(of: old, with: new), to: path)
  }

  func copy(_ path: String, to other: String) throws {
    try FileManager.default.copyItem(atPath: root + "/" + path, toPath: root + "/" + other)
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root + "/" + path)
  }

  // MARK: - Programs

  /// A day as git takes it for the date of a commit.
  static func noon(_ day: String) -> String { day + "T12:00:00+00:00" }

  @discardableResult
  func git(_ arguments: String..., as actor: Actor = .editor) throws -> String {
    let outcome = try start("/usr/bin/git", arguments, actor, input: nil)
    try #require(outcome.code == 0, "git \(arguments): \(outcome.err)")
    return outcome.out
  }

  /// The id of what a revision names.
  func id(_ revision: String) throws -> String {
    try git("rev-parse", revision).trimmingCharacters(in: .newlines)
  }

  /// Runs a script of the shell at the root; every command in it has to succeed.
  func shell(_ script: String, as actor: Actor = .editor) throws {
    let outcome = try start("/bin/sh", ["-euc", script], actor, input: nil)
    try #require(outcome.code == 0, "\(script): \(outcome.err)")
  }

  func commitAll(_ message: String, as actor: Actor = .editor) throws {
    try git("add", "-A", as: actor)
    try git("commit", "-q", "-m", message, as: actor)
  }

  func rspmaint(
    _ arguments: [String], as actor: Actor = .editor, input: String? = nil
  ) throws -> Outcome {
    try start(Sandbox.binary, arguments, actor, input: input)
  }

  /// Runs a program with its output in files, so that no pipe can fill up.
  func start(
    _ program: String, _ arguments: [String], _ actor: Actor, input: String?,
    _ more: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: root)
    var environment = [
      "PATH": "/usr/bin:/bin", "HOME": home, "TZ": "UTC", "GIT_CONFIG_NOSYSTEM": "1",
      "LC_ALL": "C.UTF-8",
      "GIT_AUTHOR_DATE": "@1795435200 +0000", "GIT_COMMITTER_DATE": "@1795435200 +0000",
      "GIT_AUTHOR_NAME": actor.name, "GIT_AUTHOR_EMAIL": actor.email,
      "GIT_COMMITTER_NAME": actor.name, "GIT_COMMITTER_EMAIL": actor.email,
    ]
    // Whoever acts on a day commits on that day; without one it is today.
    if let option = arguments.firstIndex(of: "--as-of"), option + 1 < arguments.count {
      environment["GIT_COMMITTER_DATE"] = Sandbox.noon(arguments[option + 1])
    } else if program != "/usr/bin/git" {
      environment["GIT_COMMITTER_DATE"] = "@\(Int(Date().timeIntervalSince1970)) +0000"
    }
    environment["LD_LIBRARY_PATH"] = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]
    environment.merge(more) { $1 }
    process.environment = environment
    let place = home + "/" + UUID().uuidString
    for name in [".out", ".err", ".in"] {
      try Data().write(to: URL(fileURLWithPath: place + name))
    }
    try Data((input ?? "").utf8).write(to: URL(fileURLWithPath: place + ".in"))
    // Closed by hand: Foundation keeps them, and thousands of runs would use up the descriptors.
    let handles = [
      try FileHandle(forReadingFrom: URL(fileURLWithPath: place + ".in")),
      try FileHandle(forWritingTo: URL(fileURLWithPath: place + ".out")),
      try FileHandle(forWritingTo: URL(fileURLWithPath: place + ".err")),
    ]
    defer { for handle in handles { try? handle.close() } }
    process.standardInput = handles[0]
    process.standardOutput = handles[1]
    process.standardError = handles[2]
    let done = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in done.signal() }
    try process.run()
    done.wait()
    return Outcome(
      out: try String(contentsOfFile: place + ".out", encoding: .utf8),
      err: try String(contentsOfFile: place + ".err", encoding: .utf8),
      code: process.terminationStatus)
  }
}
