import Diagnostics
import PortfolioModel
import Records
import Reports
import Verbs

/// Prints what was written, what the criteria say of it, and what to do next.
enum ProposeSummary {
  static func print(
    _ outcome: WriteProposal.Outcome, isUpdate: Bool, commits: Bool
  ) {
    let label = Proposal.label(outcome.number)
    let judgement = outcome.judgement
    Console.print("\(isUpdate ? "Updated" : "Wrote") proposal \(label)")
    let title = judgement.proposal.title
    Console.print(
      title.isEmpty ? ".\n" : ": \(DisplayText.escaped(Abridgement.byBlob.quoted(title)))\n")
    for path in outcome.paths { Console.print("  \(DisplayText.line(path))\n") }
    if !outcome.restored.isEmpty {
      Console.print("Restored \(outcome.restored.count.counted("edited file")):\n")
      for path in outcome.restored { Console.print("  \(DisplayText.line(path))\n") }
    }
    for loss in outcome.losses { Console.print(DisplayText.line(loss) + "\n") }
    for move in judgement.moves { Console.print(sentence(move, judgement) + "\n") }
    Console.print(ExitStatus.lines(outcome.diagnostics))
    Console.print("Next: " + next(outcome, commits: commits).text + "\n")
  }

  private static func sentence(_ move: Move, _ judgement: ProposalJudgement) -> String {
    let missed = move.verdicts.filter(\.blocks).map(\.criterion.fullName)
    let name =
      judgement.result.standards[move.standard]?.briefName
      ?? judgement.base.name(of: move.standard)
    let verdict =
      move.to == .delisted
      ? "."
      : missed.isEmpty
        ? ": every required criterion is met or waived."
        : ": missed \(missed.conjunction)."
    return DisplayText.escaped("\(name) \(move.from.rawValue) → \(move.to.rawValue)\(verdict)")
  }

  private static func next(
    _ outcome: WriteProposal.Outcome, commits: Bool
  ) -> Hint {
    switch outcome.status {
    case .draft where !outcome.diagnostics.contains(where: \.asksForCorrection):
      "\(run: .diffProposal(outcome.number)), then \(run: .open(outcome.number))"
    case .draft:
      "correct the above: \(run: .propose(.update(outcome.number)))"
    default:
      (commits ? "" : "commit the files with git; ")
        + "reviewers run \(run: .review(outcome.number, .approve))"
    }
  }
}

extension Diagnostic {
  /// Whether the proposal has to change; a rating without a combined level may stay as it is.
  fileprivate var asksForCorrection: Bool {
    severity != .note && rule != .regionalWithoutCombined
  }
}
