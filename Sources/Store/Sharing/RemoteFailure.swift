import Diagnostics
import PortfolioModel
import Programs

/// Why git could not talk to the shared repository, from what it said, which is in English.
struct RemoteFailure {
  private let outcome: Program.Outcome
  private let words: String

  init(_ outcome: Program.Outcome) {
    self.outcome = outcome
    words = String(decoding: outcome.errors, as: UTF8.self).asciiLowercased
  }

  private func says(_ phrases: String...) -> Bool { phrases.contains(where: words.contains) }

  /// A sentence with what to type. Nothing was changed.
  ///
  /// - Parameter elsewhere: The top of the worktree, where that is not the user's own folder.
  func refusal(of remote: String, _ elsewhere: String?) -> Refusal {
    let said = Refusal.quoted(String(decoding: outcome.errors, as: UTF8.self))
    if says(
      "could not read username", "could not read password", "terminal prompts disabled",
      "authentication failed", "permission denied (", "host key verification failed")
    {
      return Refusal(
        .refused,
        "the shared repository '\(remote)' asks who you are, and nobody could answer it",
        details: said,
        help: [
          "run \(run: .sync) in a terminal, where you can answer",
          "or let git remember it: "
            + "\(git: .config(.setEverywhere("credential.helper", "store"))); for ssh: 'ssh-add'",
        ])
    }
    if says("does not appear to be a git repository", "repository not found", "does not exist")
      || words.contains("repository '") && words.contains("' not found")
    {
      return Refusal(
        .noInput, "there is no repository at the address of '\(remote)'", details: said,
        help: ["mend the address: \(gitLine: .setAddress(of: remote), in: elsewhere)"])
    }
    if says(
      "could not resolve host", "name or service not known", "temporary failure in name resolution",
      "connection refused", "connection timed out", "network is unreachable", "no route to host",
      "couldn't connect", "failed to connect", "connection reset", "connection closed",
      "unable to access", "could not read from remote repository")
    {
      return Refusal(
        .tryAgain, "the shared repository '\(remote)' can't be reached", details: said,
        help: ["your work is saved here; once you are online: \(run: .sync)"])
    }
    return Refusal(
      .refused, "git did not get through with the shared repository '\(remote)':", details: said,
      help: ["once that is mended: \(run: .sync)"])
  }

  /// Whether another git program of this repository is at the same reference.
  static func isHeldUp(_ outcome: Program.Outcome) -> Bool {
    outcome.errors.split(separator: UInt8(ascii: "\n"))
      .map { String(decoding: $0, as: UTF8.self) }
      .contains { !$0.hasPrefix("remote:") && $0.contains("cannot lock ref") }
      || lock(in: outcome) != nil
  }

  /// The lock file by which another git program keeps this one from a reference, or nil.
  static func lock(in outcome: Program.Outcome) -> String? {
    let words = String(decoding: outcome.errors, as: UTF8.self)
    guard let start = words.firstRange(of: "Unable to create '")?.upperBound,
      let end = words[start...].firstRange(of: ".lock'")?.lowerBound
    else { return nil }
    return String(words[start..<end]) + ".lock"
  }
}
