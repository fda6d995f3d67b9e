import PortfolioModel

/// What the files alone don't say of the reviews of unfinished proposals: whether their signatures
/// stand.
package struct ReviewEvidence: Sendable {
  private let signatures: [Int: ReviewSignatures]

  /// Looks at the signatures of a snapshot's reviews by the keys of the same snapshot.
  package init(
    _ snapshot: Snapshot, in workspace: borrowing Workspace, _ surroundings: Surroundings
  ) throws(Refusal) {
    var signatures: [Int: ReviewSignatures] = [:]
    if let base = snapshot.portfolio {
      for entry in snapshot.proposals where !entry.status.isClosed {
        signatures[entry.number] = workspace.signatures(of: entry, on: base, surroundings)
      }
    }
    self.signatures = signatures
  }

  func findings(_ board: ProposalBoard) -> [Finding] {
    board.unfinished.flatMap { entry in
      signatures[entry.number].map { board.signatureFindings(entry, $0) } ?? []
    }
  }
}
