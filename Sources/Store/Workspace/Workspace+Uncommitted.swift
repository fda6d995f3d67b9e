import Diagnostics
import Git
import PortfolioModel
import Records

extension Workspace {
  /// The command by which a user commits the files, and nothing else that is staged.
  func committing(_ paths: [String]) -> Hint {
    "\(gitLine: .addFiles(paths), in: elsewhereRoot) && "
      + "\(gitLine: .commitFiles(paths), in: elsewhereRoot)"
  }

  /// Runs a step in the life of a proposal, such as its acceptance.
  ///
  /// Where the step is refused and an earlier run has left its files uncommitted, the refusal says
  /// so.
  package func explaining<Outcome>(
    _ number: Int, _ step: () throws -> Outcome
  ) throws -> Outcome {
    do {
      return try step()
    } catch let refusal as Refusal where refusal.kind == .done {
      let paths = try uncommitted(number)
      guard !paths.isEmpty else { throw refusal }
      throw Refusal(
        .done, refusal.message,
        details: refusal.details + ["its files are written and not committed"],
        help: ["commit them by git: \(committing(paths))"])
    }
  }

  /// The files of a proposal that differ from the last commit, below the prefix.
  private func uncommitted(_ number: Int) throws(Refusal) -> [String] {
    guard isInRepository, root != nil, let tip = try baseID().flatMap({ ObjectID(hex: $0) })
    else { return [] }
    let (old, new) = (try snapshot(of: tip).files, try snapshot(.worktree).files)
    return Set(old.paths).union(new.paths).filter { path in
      let steps = path.split(separator: "/")
      return steps.count > 2 && steps[0] == Layout.proposalsFolder
        && Proposal.number(ofFolder: String(steps[1])) == number && old[path] != new[path]
    }.sorted { $0.precedesBytewise($1) }
  }
}
