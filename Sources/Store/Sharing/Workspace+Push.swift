package import Diagnostics
import Git
import PortfolioModel
import Programs

/// What became of a push.
package enum PushOutcome: Sendable {
  /// The shared repository took it; its own lines, if it said something.
  case taken([String])
  /// Others were faster: theirs is to be fetched first.
  case overtaken
  /// The shared repository refused, and said why.
  case refused([String])
}

extension Workspace {
  /// Shares HEAD's branch, and tags by their full names. Never forces anything.
  ///
  /// - Throws: `Refusal` where the shared repository can't be reached.
  package func push(
    to shared: SharedBranch, tags: [String], asks: Bool, _ surroundings: Surroundings
  ) throws(Refusal) -> PushOutcome {
    let git = try SharingGit(self, shared.remote, asks: asks, surroundings)
    let outcome = try git.run(
      ["push", "--porcelain", shared.remote, "\(shared.local):\(shared.full)"]
        + tags.map { "\($0):\($0)" })
    let said = Workspace.remoteLines(outcome)
    guard !outcome.succeeded else { return .taken(said) }
    // A line a reference: a mark, both names, and what became of it.
    let rejected = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
      .filter { $0.hasPrefix("!\t") }
    guard !rejected.isEmpty else { throw git.failure(outcome) }
    let races = [
      "(fetch first)", "(non-fast-forward)", "cannot lock ref", "failed to update ref",
      "(stale info)", "incorrect old value provided", "reference already exists",
    ]
    if rejected.contains(where: { line in races.contains { line.contains($0) } }) {
      return .overtaken
    }
    return .refused(said.isEmpty ? rejected.map(String.init) : said)
  }

  /// The lines that came from the other side, hooks among them.
  private static func remoteLines(_ outcome: Program.Outcome) -> [String] {
    outcome.errors.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }.filter { $0.hasPrefix("remote:") }.map { line in
      var text = line.dropFirst("remote:".count)
      while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
      return String(text.first == " " ? text.dropFirst() : text)
    }.filter { !$0.isEmpty }
  }
}
