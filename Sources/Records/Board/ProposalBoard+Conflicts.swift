import Diagnostics
import PortfolioModel

extension ProposalBoard {
  func conflictFindings() -> [Finding] {
    unjudgedFindings()
      + conflicts.map { conflict in
        let (first, second) = (Proposal.label(conflict.first), Proposal.label(conflict.second))
        if conflict.touched.isEmpty {
          return Finding(
            .validOnlyApart, .proposal(conflict.second), .root,
            "proposals \(first) and \(second) are valid alone, not together: "
              + conflict.errors.listed,
            help: ["once one is accepted, the other can't be committed as it is"])
        }
        return Finding(
          .proposalsConflict, .proposal(conflict.second), .root,
          "proposals \(first) and \(second) both change \(conflict.touched.conjunction): "
            + "once one is accepted, the other becomes stale",
          help: ["let one come 'after' the other, or withdraw one"])
      }
  }

  /// That more proposals meet than can be judged together while somebody waits.
  private func unjudgedFindings() -> [Finding] {
    guard unjudgedPairs > 0 else { return [] }
    return [
      Finding(
        .conflictsUnknown, .portfolio, .root,
        "\(pairs) pairs of unfinished proposals reach what the other reads or arranges, and only "
          + "\(ConflictCheck.maximumPairs) of them were judged together",
        help: [
          "commit, reject or withdraw some: 'rspmaint status' lists them; 'rspmaint commit N' "
            + "judges what it commits in any case"
        ])
    ]
  }
}
