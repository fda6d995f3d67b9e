import Git

/// What a push of a branch to its upstream would be, to be judged before it.
package struct GuardCheck: Sendable {
  package let branch: String

  package init(_ branch: String) { self.branch = branch }

  /// - Throws: `Refusal` where the branch or its upstream is not there.
  package func reference(in workspace: borrowing Workspace) throws(Refusal) -> PushedReference {
    let new = try workspace.commit(named: branch)
    do throws(Refusal) {
      let old = try workspace.commit(named: branch + "@{upstream}")
      return PushedReference(name: "refs/heads/" + branch, old: old, new: new)
    } catch {
      throw Refusal(
        .noInput,
        "'\(branch)' has no upstream that was fetched, so that nothing is known to judge from",
        help: ["git branch --set-upstream-to=REMOTE/BRANCH \(branch)", "git fetch"])
    }
  }
}
