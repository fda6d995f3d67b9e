import Files
import Git
import Programs

/// The hooks that git runs around `git commit --only`, run as git does.
struct CommitHooks {
  /// The absolute path of the folder that holds them.
  private let folder: String
  private let gitDirectory: String
  private let top: String
  private let environment: [String: String]
  private let skipsVerifying: Bool

  fileprivate init(
    folder: String, gitDirectory: String, top: String, environment: [String: String],
    skipsVerifying: Bool
  ) {
    self.folder = folder
    self.gitDirectory = gitDirectory
    self.top = top
    self.environment = environment
    self.skipsVerifying = skipsVerifying
  }

  /// Lets pre-commit, prepare-commit-msg and commit-msg see a commit, and returns its message as
  /// they leave it.
  ///
  /// `what`: the commit in a sentence. Throws ``Refusal`` where a hook fails, where it changes the
  /// tree that is to be committed, and where a trailer of this tool is not there any more.
  func pass(
    _ message: String, _ tree: ObjectID, _ what: String, in repository: borrowing Repository
  ) throws -> String {
    let verifying = skipsVerifying ? [] : ["pre-commit"]
    let names = (verifying + ["prepare-commit-msg"] + (skipsVerifying ? [] : ["commit-msg"]))
      .filter(isThere)
    guard !names.isEmpty else { return message }
    let index = gitDirectory + "rspmaint/next-index"
    let text = gitDirectory + "COMMIT_EDITMSG"
    let git = try Folder(gitDirectory)
    if try git.kind(of: "rspmaint") == nil { try git.makeFolder(at: "rspmaint") }
    if try git.kind(of: "rspmaint/next-index") != nil { try git.remove("rspmaint/next-index") }
    try repository.writeIndex(of: tree, to: index)
    try git.write(Array(message.utf8), to: "COMMIT_EDITMSG")
    for name in names {
      let arguments =
        name == "pre-commit" ? [] : name == "commit-msg" ? [text] : [text, "message"]
      try run(name, arguments, index: index, what)
      guard try repository.tree(ofIndex: index) == tree else {
        throw Refusal(
          .refused, "the hook '\(name)' changed what is to be committed for \(what)",
          help: ["a hook may refuse a commit, not change it: \(folder)/\(name)"])
      }
    }
    let passed = CommitHooks.cleaned(
      String(decoding: try git.read("COMMIT_EDITMSG", limit: 1 << 20), as: UTF8.self))
    guard AuditTrailers(passed) == AuditTrailers(message) else {
      throw Refusal(
        .refused, "a hook changed the trailers in the message of the commit for \(what)",
        help: [
          "the hooks in \(folder) have to leave RSP-Proposal and Reviewed-by as they are, in the "
            + "last paragraph"
        ])
    }
    return passed
  }

  /// Runs post-commit; the commit stands whatever it says.
  func tell(_ surroundings: Surroundings) {
    guard isThere("post-commit") else { return }
    do throws(Refusal) {
      try run("post-commit", [], index: nil, "what was committed")
    } catch {
      surroundings.note(error.message)
    }
  }

  private func isThere(_ name: String) -> Bool { Path.isExecutable(folder + "/" + name) }

  private func run(
    _ name: String, _ arguments: [String], index: String?, _ what: String
  ) throws(Refusal) {
    var environment = environment
    environment["GIT_EDITOR"] = ":"
    if let index { environment["GIT_INDEX_FILE"] = index }
    let outcome: Program.Outcome
    do throws(ProgramProblem) {
      outcome = try Program(
        folder + "/" + name, arguments: arguments, environment: environment, folder: top
      ).run()
    } catch {
      throw Refusal(.refused, "the hook '\(name)' can't be run: \(error.reason)")
    }
    guard !outcome.succeeded else { return }
    let output = String(decoding: outcome.output + outcome.errors, as: UTF8.self)
      .split(separator: "\n").map { "\n  " + $0 }.joined()
    throw Refusal(
      .refused, "the hook '\(name)' refused \(what) (exit \(outcome.status)):\(output)",
      help: name == "post-commit" ? [] : ["mend what it names, or skip it: '--no-verify'"])
  }

  /// The message as git keeps it: no space at the ends of lines, no blank lines at either end, never
  /// two in a row.
  static func cleaned(_ text: String) -> String {
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = line
      while let last = line.unicodeScalars.last, [" ", "\t", "\r"].contains(last) {
        line = Substring(line.unicodeScalars.dropLast())
      }
      if line.isEmpty, lines.last?.isEmpty ?? true { continue }
      lines.append(line)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Workspace {
  /// The hooks of this repository: in `core.hooksPath`, which is relative to the worktree, or in
  /// the common git directory.
  func commitHooks(_ surroundings: Surroundings) throws(Refusal) -> CommitHooks {
    try withRepository { repository in
      let top = repository.workingDirectory ?? ""
      var folder = repository.commonDirectory + "hooks"
      if let configured = try repository.string(forKey: "core.hooksPath") {
        let home = surroundings.environment["HOME"] ?? ""
        folder =
          configured.hasPrefix("~/")
          ? home + configured.dropFirst()
          : configured.hasPrefix("/") ? configured : top + configured
      }
      return CommitHooks(
        folder: folder, gitDirectory: repository.gitDirectory, top: top,
        environment: surroundings.environment, skipsVerifying: surroundings.skipsHooks)
    }
  }
}
