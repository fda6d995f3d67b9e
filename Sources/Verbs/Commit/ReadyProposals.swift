package import Diagnostics
import PortfolioModel
import Records
package import Store

/// The proposals that are reviewed enough and wait for nothing.
package enum ReadyProposals {
  /// Their numbers, by what is committed.
  ///
  /// - Throws: `Refusal` where there is none.
  package static func numbers(
    in workspace: borrowing Workspace, _ surroundings: Surroundings
  ) throws(Refusal) -> [Int] {
    let snapshot = try workspace.snapshot(.revision("HEAD"))
    guard let board = ProposalBoard(snapshot, today: surroundings.today) else {
      throw snapshot.unreadable
    }
    let ready = try ReadStatus.lines(board, of: snapshot, in: workspace, surroundings)
      .filter(\.isReady).map(\.entry.number)
    guard !ready.isEmpty else {
      throw Refusal(
        .refused, "no proposal is ready to be committed",
        help: ["\(run: .verb(.status)) says what each still needs"])
    }
    return ready
  }
}
