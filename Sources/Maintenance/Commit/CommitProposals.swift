import Diagnostics
import Files
import Git
import PortfolioModel

/// Commits reviewed proposals: one commit each, all of them or none.
package struct CommitProposals: Sendable {
  package struct Outcome: Sendable {
    package struct Commit: Sendable {
      package let number: Int
      package let title: String
      /// 40 hexadecimal digits.
      package let id: String
    }

    package let branch: String
    package let commits: [Commit]
    /// Files that someone changed meanwhile; they were kept as they are.
    package let kept: [String]
    /// Whether, for want of a committee, one approval was taken as enough.
    package let assumesNoCommittee: Bool
  }

  package let numbers: [Int]
  package let surroundings: Surroundings

  package init(_ numbers: [Int], _ surroundings: Surroundings) {
    self.numbers = Set(numbers).sorted()
    self.surroundings = surroundings
  }

  /// - Throws: `Refusal` that says all that is missing; then nothing was changed.
  package func run(in workspace: borrowing Workspace) throws(Refusal) -> Outcome {
    try workspace.locked("commit", surroundings) { () throws(Refusal) -> Outcome in
      try workspace.refuseUnfinished()
      let author = try workspace.identity(.author, surroundings)
      let committer = try workspace.identity(.committer, surroundings)
      // Another program may move the branch in between: then everything is judged anew.
      let waiting = Waiting(atMost: surroundings.racePatience)
      while true {
        try workspace.awaitGitLocks(surroundings)
        let (branch, tip) = try workspace.branch()
        let plans = try plans(workspace, tip: tip, on: committer.day)
        let paths = Set(plans.plans.flatMap { $0.files.map(\.path) }).sorted {
          $0.precedesBytewise($1)
        }.map { workspace.prefix + $0 }
        try workspace.refuseTouched(paths, tip: tip)
        try workspace.refuseAttributes(paths)
        do throws(Refusal) {
          return try write(
            plans.plans, paths, branch, tip, author, committer, workspace,
            assumes: plans.assumesNoCommittee)
        } catch {
          guard error.kind == .moved, waiting.pause() else { throw error }
        }
      }
    }
  }

  private func write(
    _ plans: [CommitPlan], _ paths: [String], _ branch: String, _ tip: ObjectID,
    _ author: Identity, _ committer: Identity, _ workspace: borrowing Workspace, assumes: Bool
  ) throws(Refusal) -> Outcome {
    let prefix = workspace.prefix
    let hooks = try workspace.commitHooks(by: author, surroundings)
    let signer = try workspace.commitSigner(surroundings)
    let outcome = try workspace.withRepository { repository in
      var (tree, parent) = (try repository.commit(tip).tree, tip)
      var commits: [Outcome.Commit] = []
      var objects = UnreferencedObjects()
      for plan in plans {
        var changes: [(path: String, id: ObjectID?)] = []
        for file in plan.files {
          let path = prefix + file.path
          let id = try file.text.map { try repository.writeBlob(Array($0.utf8)) }
          if try id != nil || repository.file(at: path, inTree: tree) != nil {
            changes.append((path, id))
          }
        }
        let old = tree
        tree = try repository.writeTree(base: old, changes: changes)
        try repository.note(tree: tree, since: old, in: &objects)
        let what = "proposal \(plan.entry.label)"
        let message = try hooks.pass(
          CommitMessage.of(plan.proposal, reviewers: plan.reviewers), tree, what, in: repository)
        try repository.store(objects)
        parent = try signer.write(
          tree: tree, parent: parent, author: author, committer: committer, message: message,
          objects, in: repository)
        try repository.note(commit: parent, in: &objects)
        commits.append(
          Outcome.Commit(
            number: plan.entry.number, title: Abridgement.byBlob.quoted(plan.proposal.title),
            id: parent.hex))
      }
      let labels = plans.map(\.entry.label).joined(separator: ", ")
      let journal = try Journal(branch, from: tip, to: parent, paths: paths, in: repository)
      let kept = try workspace.advance(
        journal, objects, by: committer, message: "commit: proposal \(labels)", surroundings)
      return Outcome(
        branch: branch, commits: commits, kept: kept, assumesNoCommittee: assumes)
    }
    for _ in plans { hooks.tell(surroundings) }
    return outcome
  }
}
