package import Diagnostics
import Files
import Git
import PortfolioModel
import Records

extension Workspace {
  /// Refuses to commit a step of a proposal whose own text is not committed yet: nobody could read
  /// a state or a review without it.
  package func refuseUncommitted(_ number: Int) throws(Refusal) {
    guard isInRepository, let tip = try baseID() else { return }
    let folder = try folder()
    let names: [String]
    do throws(FileProblem) {
      names = try folder.entries(at: Layout.proposalsFolder).map(\.name)
    } catch {
      if error.isMissing { return }
      throw Refusal(error)
    }
    for name in names where Proposal.number(ofFolder: name) == number {
      let path = prefix + Layout.proposalFile(name)
      let isCommitted = try withRepository { repository in
        let tree = try repository.commit(try repository.commitID(of: tip)).tree
        return try repository.file(at: path, inTree: tree) != nil
      }
      guard isCommitted else { throw uncommitted(number, name) }
    }
  }

  /// The refusal to act on a proposal that exists only in the worktree.
  package func uncommitted(_ number: Int, _ folder: String) -> Refusal {
    let adding: AdvisedGit = .add([Layout.proposalFolder(folder)])
    let label = Proposal.label(number)
    return Refusal(
      .refused,
      "proposal \(label) is not committed yet: \(Layout.proposalFile(folder))",
      help: [
        "\(gitLine: adding, in: elsewhereRoot) && "
          + "\(gitLine: .commit(message: "Propose \(label)"), in: elsewhereRoot)"
      ])
  }
}
