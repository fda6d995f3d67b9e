package import Diagnostics
import History
package import PortfolioModel
package import Records
package import Store

/// What the files alone can't say about reviews: whether their signatures are valid, and whether
/// each was written by someone who may.
package struct ReviewEvidence: Sendable {
  private let signatures: [Int: ReviewSignatures]
  private let history: [Finding]

  /// Looks at the signatures of a snapshot's reviews by the keys of the same snapshot, and at the
  /// history that leads to it, where there is one.
  package init(
    _ snapshot: Snapshot, at source: Workspace.SnapshotSource, in workspace: borrowing Workspace,
    _ surroundings: Surroundings
  ) throws(Refusal) {
    var signatures: [Int: ReviewSignatures] = [:]
    if let base = snapshot.portfolio {
      for entry in snapshot.proposals where !entry.isClosed {
        signatures[entry.number] = workspace.signatures(of: entry, on: base, surroundings)
      }
    }
    self.signatures = signatures
    var history: [Finding] = []
    if let graph = try workspace.proposalsGraph(at: source) {
      let worktree: Snapshot? =
        switch source {
        case .worktree, .staged: snapshot
        case .revision: nil
        }
      var reader = workspace.pastReader(graph, worktree: worktree, surroundings)
      for entry in snapshot.proposals {
        history += try reader.past(of: entry, workspace).findings
      }
    }
    self.history = history
  }

  package func findings(_ board: ProposalBoard) -> [Finding] {
    history
      + board.unfinished.flatMap { entry in
        signatures[entry.number].map { board.signatureFindings(entry, $0) } ?? []
      }
  }
}
