import Diagnostics
import Git
import History
import PortfolioModel
import Records
import Store

extension Replay {
  /// Gives another number to one of two proposals that share one, however they came.
  mutating func mendNumbers(in workspace: borrowing Workspace) throws(Refusal) {
    let folders = try Replay.folders(inTree: tree, of: workspace)
    let twins = Dictionary(grouping: folders) { Proposal.number(ofFolder: $0) ?? 0 }
      .filter { $0.value.count > 1 }
    guard !twins.isEmpty else { return }
    let graph = try ProposalsGraph(workspace, from: tip)
    let lineage = ground.lineage
    let theirs = ground.theirs
    var moved = FolderNumbers(besides: numbers.known)
    var dependents: [String] = []
    for number in twins.keys.sorted() {
      let entries = try workspace.snapshot(
        ofProposals: twins[number] ?? [], inTree: tree
      ).proposals
      let claims = entries.map { entry in
        NumberClaim(entry, in: graph) { lineage.leads(from: [theirs], to: $0) }
      }
      do throws(Refusal) {
        let keeper = try NumberClaim.keeper(of: claims)
        for claim in claims where claim != keeper {
          moved.move(claim.folder)
          dependents += folders.filter {
            graph.text(of: $0, knew: claim.folder, butNot: keeper.folder)
          }
        }
      } catch {
        report.unmended.append(error)
      }
    }
    guard !moved.moves.isEmpty else { return }
    let moves = try FolderMoves(moved, dependents: dependents, inTree: tree, of: workspace)
    do throws(Refusal) {
      try moves.refuseForeignTexts(by: author.person, in: workspace)
    } catch {
      // That keeps nobody from sharing: those whose text it is mend it when they sync.
      report.unmended.append(error)
      return
    }
    try renumber(moved, dependents: dependents, in: workspace)
    report.renumbered += moved.moves.map { .init(from: $0.from, to: $0.to) }
  }
}
