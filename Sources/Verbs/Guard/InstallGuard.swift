package import Diagnostics
import Files
import Git
import History
import PortfolioModel
package import Store

/// Makes the guard the `pre-receive` hook of a shared repository.
package struct InstallGuard: Sendable {
  package struct Outcome: Sendable {
    /// The hook's absolute path.
    package let path: String
    /// Whether the same hook was there already.
    package let wasThere: Bool
    /// The full names, or patterns, of the branches that it protects now.
    package let protected: [String]
    /// Those that match no branch, if the repository has branches.
    package let unmatched: [String]
  }

  /// The absolute path of the program that the hook runs.
  package let program: String
  package let surroundings: Surroundings

  package init(program: String, _ surroundings: Surroundings) {
    self.program = program
    self.surroundings = surroundings
  }

  private static let mark = "# Written by 'rspmaint guard install'"

  /// The whole text of the hook. The program's path is quoted for the shell.
  package var text: String {
    """
    #!/bin/sh
    \(InstallGuard.mark): refuses what 'rspmaint audit' would not prove.
    exec \(Typed.quoted(program)) guard

    """
  }

  /// - Throws: `Refusal` where another hook is there, which is never overwritten.
  package func run(in workspace: borrowing Workspace) throws(Refusal) -> Outcome {
    let folder = try workspace.hooksFolder(surroundings)
    let (protection, branches) = try workspace.withRepository { repository in
      (try Protection(repository), try repository.branches().map(\.name))
    }
    let unmatched = branches.isEmpty ? [] : protection.unmatched(by: branches)
    let path = folder + "/pre-receive"
    do throws(FileProblem) {
      try makeFolder(folder)
      let hooks = try Folder(folder)
      try hooks.removeLeftovers(of: "pre-receive")
      guard let kind = try hooks.kind(of: "pre-receive") else {
        try hooks.write(Array(text.utf8), to: "pre-receive", isExecutable: true)
        return Outcome(
          path: path, wasThere: false, protected: protection.patterns, unmatched: unmatched)
      }
      let current =
        kind == .file
        ? String(decoding: try hooks.read("pre-receive", limit: 1 << 20), as: UTF8.self) : ""
      if current.hasSameBytes(as: text), Path.isExecutable(path) {
        return Outcome(
          path: path, wasThere: true, protected: protection.patterns, unmatched: unmatched)
      }
    } catch {
      throw Refusal(error)
    }
    throw Refusal(
      .refused, "there is another hook at '\(path)', which stays as it is",
      help: [
        "look at it; if it may go: rm \(Typed.quoted(path)), then run this again",
        "else let the 'update' hook beside it end with: exec \(Typed.quoted(program)) guard \"$@\"",
      ])
  }

  private func makeFolder(_ path: String) throws(FileProblem) {
    guard !Path.isFolder(path) else { return }
    let parts = Path.parts(path)
    try Folder(parts.folder).makeFolder(at: parts.name)
  }
}
