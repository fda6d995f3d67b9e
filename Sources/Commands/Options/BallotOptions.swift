import ArgumentParser
import Diagnostics
import PortfolioModel
import Records
import Reports
import Store
import Verbs

/// What the steps of a ballot have in common that write.
struct BallotStepOptions: ParsableArguments {
  @OptionGroup var options: DeskOptions

  @Argument(help: ArgumentHelp("The ballot's id.", valueName: "ID"), completion: Candidates.ballots)
  var id: Identifier

  /// Closes a ballot and prints what that did.
  func close(_ step: (borrowing Workspace, Surroundings) throws -> CloseBallot.Outcome) throws {
    try options.take(step, print: print)
  }

  private func print(_ outcome: CloseBallot.Outcome) {
    for sentence in outcome.sentences { Console.print(DisplayText.line(sentence.text) + "\n") }
    let branch =
      outcome.branch.hasPrefix("refs/heads/")
      ? String(outcome.branch.dropFirst("refs/heads/".count)) : outcome.branch
    for commit in outcome.accepted {
      let deed =
        options.rehearsal.dryRun
        ? "would be committed on \(branch)" : "committed on \(branch) as \(commit.id.prefix(10))"
      Console.print(
        DisplayText.escaped(
          "\(PortfolioModel.Proposal.label(commit.number)) \(commit.title): \(deed)") + "\n")
    }
  }
}

/// What the steps of a ballot have in common that only read.
struct BallotReadOptions: ParsableArguments {
  @OptionGroup var global: GlobalOptions
  @OptionGroup var revision: RevisionOption

  @Argument(help: ArgumentHelp("The ballot's id.", valueName: "ID"), completion: Candidates.ballots)
  var id: Identifier

  /// What is asked for, and the titles of all proposals by number.
  func ballot() throws -> ReadBallot {
    let workspace = try global.workspace()
    return try ReadBallot(id, in: try revision.snapshot(workspace), global.surroundings)
  }

  /// How far it is, with what was changed since it was voted on.
  func status() throws -> BallotStatusReport {
    let workspace = try global.workspace()
    let surroundings = global.surroundings
    let found = try ReadBallot(id, in: try revision.snapshot(workspace), surroundings)
    let changes = workspace.isInRepository ? try found.changes(in: workspace) : []
    let unsettled = found.unsettled(changes)
    let obstacles =
      workspace.isInRepository && revision.revision == nil
      ? try CloseBallot.obstacles(to: found, changes, unsettled, surroundings, in: workspace) : []
    return BallotStatusReport(
      found.entry, found.ballot, changes: changes, unsettled: unsettled, obstacles: obstacles,
      unvoted: found.unvoted(in: workspace), sealed: found.sealed(in: workspace),
      today: found.today, wording: { $0.text })
  }
}
