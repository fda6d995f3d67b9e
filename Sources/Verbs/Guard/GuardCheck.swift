package import Diagnostics
import Git
package import History
package import Store

/// What a push of a branch to its upstream would be, to be judged before it.
package struct GuardCheck: Sendable {
  package let branch: String

  package init(_ branch: String) { self.branch = branch }

  /// - Throws: `Refusal` where the branch or its upstream is not there.
  package func reference(in workspace: borrowing Workspace) throws(Refusal) -> PushedReference {
    // A tag may have the same name.
    let name = "refs/heads/" + branch
    let new = try workspace.commit(named: name)
    do throws(Refusal) {
      let old = try workspace.commit(named: name + "@{upstream}")
      return PushedReference(name: name, old: old, new: new)
    } catch {
      throw Refusal(
        .noInput,
        "'\(branch)' has no upstream, or it was never fetched, so there is nothing to compare it with",
        help: ["\(gitLine: .setUpstream(of: branch))", "\(gitLine: .fetch)"])
    }
  }
}
