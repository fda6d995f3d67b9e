package import Diagnostics
import Files
package import Git
import PortfolioModel
import Programs

/// The hooks of `git commit --only`, run as git runs them.
package struct CommitHooks {
  /// The absolute path of the folder that holds them.
  private let folder: String
  private let surroundings: HookSurroundings
  private let skipsVerifying: Bool
  private let relay: @Sendable (String) -> Void

  fileprivate init(
    folder: String, _ hook: HookSurroundings, _ surroundings: Surroundings
  ) {
    self.folder = folder
    self.surroundings = hook
    skipsVerifying = surroundings.skipsHooks
    relay = surroundings.relay
  }

  /// Runs pre-commit, prepare-commit-msg and commit-msg for a commit, and returns the message that
  /// they leave.
  ///
  /// `what`: what messages call the commit. Throws ``Refusal`` where a hook fails, changes the tree
  /// that is to be committed, or removes a trailer of this tool.
  package func pass(
    _ message: String, _ tree: ObjectID, _ what: String, in repository: borrowing Repository
  ) throws -> String {
    let verifying = skipsVerifying ? [] : ["pre-commit"]
    let names = (verifying + ["prepare-commit-msg"] + (skipsVerifying ? [] : ["commit-msg"]))
      .filter(isThere)
    guard let last = names.last else { return message }
    let git = try Folder(surroundings.gitDirectory)
    if try git.kind(of: "rspmaint") == nil { try git.makeFolder(at: "rspmaint") }
    let scratch = try TemporaryFolder(in: surroundings.gitDirectory + "rspmaint")
    let index = scratch.path + "/index"
    try repository.writeIndex(of: tree, to: index)
    try git.write(Array(message.utf8), to: "COMMIT_EDITMSG")
    for name in names {
      let text = surroundings.messagePath
      let arguments =
        name == "pre-commit" ? [] : name == "commit-msg" ? [text] : [text, "message"]
      try run(name, arguments, index: index, what)
      guard try treeLeft(by: name, index, what, in: repository) == tree else {
        throw Refusal(
          .refused, "the hook '\(name)' changed what is to be committed for \(what)",
          help: ["a hook may refuse a commit, not change it: \(folder)/\(name)"])
      }
    }
    let passed = CommitHooks.cleaned(try messageLeft(by: last, in: git, what))
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

  private func treeLeft(
    by name: String, _ index: String, _ what: String, in repository: borrowing Repository
  ) throws(Refusal) -> ObjectID {
    do throws(RepositoryProblem) {
      return try repository.tree(ofIndex: index)
    } catch {
      throw Refusal(
        .refused,
        "the hook '\(name)' left no index that can be read, for \(what): \(error.detail)",
        help: ["a hook may look at $GIT_INDEX_FILE, not change it: \(folder)/\(name)"])
    }
  }

  /// The message as a hook left it; hooks may rewrite it.
  private func messageLeft(
    by name: String, in git: borrowing Folder, _ what: String
  ) throws(Refusal) -> String {
    let why: String
    do throws(FileProblem) {
      let bytes = try git.read("COMMIT_EDITMSG", limit: 1 << 20)
      if let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) { return text }
      why = bytes.contains(0) ? "a zero byte is in it" : "it is not UTF-8"
    } catch {
      why = error.isMissing ? "the file is gone" : error.text
    }
    throw Refusal(
      .refused, "the hook '\(name)' left no message for \(what): \(why)",
      help: ["mend the hook, \(folder)/\(name), or skip it: \(flag: .noVerify)"])
  }

  /// Runs post-commit; its failure doesn't undo the commit.
  package func tell(_ surroundings: Surroundings) {
    guard isThere("post-commit") else { return }
    do throws(Refusal) {
      try run("post-commit", [], index: self.surroundings.indexPath, "what was committed")
    } catch {
      for sentence in error.sentences {
        surroundings.note(sentence.text)
        for line in sentence.details { surroundings.note(Hint(line)) }
      }
    }
  }

  private func isThere(_ name: String) -> Bool { Path.isExecutable(folder + "/" + name) }

  private func run(
    _ name: String, _ arguments: [String], index: String, _ what: String
  ) throws(Refusal) {
    let outcome: Program.Outcome
    do throws(ProgramProblem) {
      outcome = try Program(
        folder + "/" + name, arguments: arguments,
        environment: surroundings.environment(index: index), folder: surroundings.top
      ).run()
    } catch {
      throw Refusal(.refused, "the hook '\(name)' can't be run: \(error.reason)")
    }
    let output = String(decoding: outcome.output + outcome.errors, as: UTF8.self)
    guard !outcome.succeeded else {
      let isWhole = output.isEmpty || output.utf8.last == UInt8(ascii: "\n")
      return relay(isWhole ? output : output + "\n")
    }
    throw Refusal(
      .refused,
      "the hook '\(name)' refused \(what) (exit \(outcome.status)):",
      details: Refusal.quoted(output),
      help: name == "post-commit" ? [] : ["mend what it names, or skip it: \(flag: .noVerify)"])
  }

  /// The message as git stores it: no space at the ends of lines, no blank lines at the beginning
  /// or end, and no two blank lines in a row.
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
  /// Those of git's hooks that this tool's work runs into, of those that are there and executable.
  package func hooksThere(_ surroundings: Surroundings) throws(Refusal) -> [String] {
    let folder = try hooksFolder(surroundings)
    let names = [
      "pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "pre-push", "pre-receive",
      "update",
    ]
    return names.filter { Path.isExecutable(folder + "/" + $0) }
  }

  /// The hooks that this repository runs for an author's commits.
  package func commitHooks(
    by author: Identity, _ surroundings: Surroundings
  ) throws(Refusal) -> CommitHooks {
    CommitHooks(
      folder: try hooksFolder(surroundings),
      try HookSurroundings(self, by: author, surroundings), surroundings)
  }

  /// The folder where git looks for hooks: `core.hooksPath`, relative to where hooks run, or
  /// `hooks` in the common git directory.
  package func hooksFolder(_ surroundings: Surroundings) throws(Refusal) -> String {
    let configured = try configuration(surroundings).path("core.hooksPath") ?? ""
    return try withRepository { repository in
      guard !configured.isEmpty else { return repository.commonDirectory + "hooks" }
      guard !configured.hasPrefix("/") else { return configured }
      return (repository.workingDirectory ?? repository.gitDirectory) + configured
    }
  }
}
