import Diagnostics
import PortfolioModel
import Records
import Reports
import Store
import Verbs

/// Prints what was written, what the criteria say of it, and what to do next.
enum ProposeSummary {
  static func print(
    _ outcome: WriteProposal.Outcome, isUpdate: Bool
  ) {
    let label = Proposal.label(outcome.number)
    let judgement = outcome.judgement
    if outcome.written?.isRehearsed == true { WrittenSummary.announceRehearsal() }
    Console.print("\(isUpdate ? "Updated" : "Wrote") proposal \(label)")
    let title = judgement.proposal.title
    Console.print(
      title.isEmpty ? ".\n" : ": \(DisplayText.escaped(Abridgement.byBlob.quoted(title)))\n")
    if let written = outcome.written {
      WrittenSummary.print(written, of: outcome.number, after: "  ")
    }
    if !outcome.edited.isEmpty {
      Console.print("From \(outcome.edited.count.counted("file")):\n")
      for file in outcome.edited {
        Console.print("  \(DisplayText.line("\(file.path): \(file.phrase)"))\n")
      }
      Console.print("Its changes:\n")
      for line in judgement.changeLines { Console.print("  \(DisplayText.line(line))\n") }
    }
    for loss in outcome.losses { Console.print(DisplayText.line(loss) + "\n") }
    for sentence in judgement.renamed { Console.print(DisplayText.line(sentence) + "\n") }
    for move in judgement.moves { Console.print(sentence(move, judgement) + "\n") }
    Console.print(ExitStatus.lines(outcome.diagnostics))
    Console.print("Next: " + next(outcome).text + "\n")
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

  private static func next(_ outcome: WriteProposal.Outcome) -> Hint {
    switch outcome.status {
    case .draft where !outcome.diagnostics.contains(where: \.asksForCorrection):
      "\(run: .diffProposal(outcome.number)), then \(run: .open(outcome.number))"
    case .draft:
      "correct the above: \(run: .propose(.update(outcome.number)))"
    default:
      "reviewers run \(run: .review(outcome.number, .approve))"
    }
  }
}

extension Diagnostic {
  /// Whether the proposal has to change; a rating without a combined level may stay as it is.
  fileprivate var asksForCorrection: Bool {
    severity != .note && rule != .regionalWithoutCombined
  }
}
