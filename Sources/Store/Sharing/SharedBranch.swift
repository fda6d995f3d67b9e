package import Diagnostics
import Git
import PortfolioModel

/// The branch of the shared repository that a branch of this one goes by.
package struct SharedBranch: Hashable, Sendable {
  /// The remote's name.
  package let remote: String
  /// The branch there, by its short name.
  package let branch: String
  /// The full name of the branch here.
  package let local: String

  /// `origin/main`.
  package var name: String { "\(remote)/\(branch)" }

  /// The reference that says where the branch stood there when it was last looked at.
  package var tracking: String { "refs/remotes/\(name)" }

  /// The full name of the branch there.
  package var full: String { "refs/heads/" + branch }

  /// The short name of the branch here.
  package var localName: String { SharedBranch.shortName(of: local) }

  static func shortName(of branch: String) -> String {
    String(branch.dropFirst("refs/heads/".count))
  }

  /// Another branch of the same shared repository.
  package func named(_ branch: String) -> SharedBranch {
    SharedBranch(remote: remote, branch: branch, local: local)
  }
}

extension Workspace {
  /// The upstream of HEAD's branch, else the branch of its name on the only remote.
  ///
  /// - Throws: `Refusal` with what to type where there is none.
  package func sharedBranch(_ surroundings: Surroundings) throws(Refusal) -> SharedBranch {
    guard root != nil else { throw Refusal(RepositoryProblem(.bare)) }
    let head = try withRepository { try $0.head() }
    guard case .branch(let local, _) = head else {
      if case .unborn = head { throw Refusal(RepositoryProblem(.unbornBranch)) }
      throw Refusal(
        .refused, "HEAD is detached, so there is no branch to share",
        help: ["go back to your branch, then sync: \(gitLine: .switchBranch, in: elsewhereTop)"])
    }
    let (shared, remotes) = try upstream(of: local, surroundings)
    if let shared { return shared }
    guard !remotes.isEmpty else {
      throw Refusal(
        .refused, "there is no shared repository: this one has no remote",
        help: [
          "your work is saved here; once you have an address: \(gitLine: .addRemote, in: elsewhereTop)",
          "two proposals with one number are mended without one: \(run: .renumber(nil))",
        ])
    }
    let short = SharedBranch.shortName(of: local)
    throw Refusal(
      .refused,
      "the branch '\(short)' has no upstream, and there are several remotes: \(remotes.listed)",
      help: ["say which branch is yours: \(gitLine: .setUpstream(of: short), in: elsewhereTop)"])
  }

  /// What a branch goes by, or nil, and all remotes.
  func upstream(
    of local: String, _ surroundings: Surroundings
  ) throws(Refusal) -> (shared: SharedBranch?, remotes: [String]) {
    let configuration = try configuration(surroundings)
    let remotes = configuration.names(in: "remote", having: "url")
    let short = SharedBranch.shortName(of: local)
    if let remote = configuration.string("branch", short, "remote"),
      let merge = configuration.string("branch", short, "merge"), merge.hasPrefix("refs/heads/"),
      remotes.contains(where: { $0.hasSameBytes(as: remote) })
    {
      let branch = SharedBranch.shortName(of: merge)
      return (SharedBranch(remote: remote, branch: branch, local: local), remotes)
    }
    guard remotes.count == 1 else { return (nil, remotes) }
    return (SharedBranch(remote: remotes[0], branch: short, local: local), remotes)
  }
}
