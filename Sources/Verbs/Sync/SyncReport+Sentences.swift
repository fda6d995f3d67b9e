package import Diagnostics
import PortfolioModel
import Store

extension SyncReport {
  /// What was done, a sentence each; `isDryRun`: what would be done.
  package func sentences(isDryRun: Bool) -> [Hint] {
    func verb(_ done: String, _ planned: String) -> String { isDryRun ? planned : done }
    var sentences: [Hint] = []
    if brought > 0 {
      sentences.append(
        "\(verb("Brought in", "Would bring in")) "
          + "\(brought.counted("saved change")) from \(shared.name).")
    }
    if !merged.isEmpty {
      sentences.append(
        "\(verb("Merged", "Would merge")) as they are: \(merged.listed).")
    }
    for title in known { sentences.append("“\(title)” is shared already.") }
    sentences += numbers(verb)
    if !accepted.isEmpty {
      let labels = accepted.map(Proposal.label)
      let isOne = labels.count == 1
      sentences.append(
        "\(isOne ? "Proposal" : "Proposals") \(labels.conjunction) "
          + "\(verb(isOne ? "was" : "were", "would be")) accepted again, on what others shared.")
    }
    for (number, why) in reopened {
      sentences.append(
        "Proposal \(Proposal.label(number)) \(verb("was", "would")) not \(verb("", "be "))accepted "
          + "again: \(why.message).")
    }
    for (number, reviewers) in lapsed {
      sentences.append(
        "The \(reviewers.count == 1 ? "review" : "reviews") of \(reviewers.conjunction) of proposal "
          + "\(Proposal.label(number)) \(verb(reviewers.count == 1 ? "lapses" : "lapse", "would lapse"))"
          + ", as a proposal that it comes after has another number: ask again.")
    }
    for refusal in unmended {
      let advice = refusal.help.first.map { ": " + $0 } ?? ""
      sentences.append("Two proposals still share a number: \(refusal.message)\(advice).")
    }
    for folder in unsaved {
      let number = Proposal.number(ofFolder: folder) ?? 0
      sentences.append(
        "The number of \(folder), which is not saved, \(verb("is", "would be")) taken: then "
          + "\(run: .renumber(number)).")
    }
    for path in kept { sentences.append("Kept your change of \(path).") }
    return sentences + [last(isDryRun: isDryRun)]
  }

  /// Which proposals have other numbers, as theirs were taken.
  private func numbers(_ verb: (_ done: String, _ planned: String) -> String) -> [Hint] {
    let moves = renumbered.map { one in
      (label: Proposal.label(Proposal.number(ofFolder: one.from) ?? 0), name: one.to)
    }
    guard let first = moves.first else { return [] }
    if moves.count == 1 {
      return [
        "Proposal \(first.label) \(verb("is now", "would become")) \(first.name), as its number was taken."
      ]
    }
    return [
      "\(verb("These proposals have other numbers now", "These proposals would get other numbers")), as theirs were taken:"
    ] + moves.map { "  \($0.label) \(verb("is now", "would become")) \($0.name)" }
  }

  private func last(isDryRun: Bool) -> Hint {
    guard sharing > 0 else {
      return brought > 0
        ? "You had nothing to share."
        : "There is nothing to share: \(shared.localName) is as \((aside ?? shared).name)."
    }
    let what = (isDryRun ? "Would share " : "Shared ") + sharing.counted("saved change")
    guard let aside else { return "\(what) on \(shared.name)." }
    return "\(what) on \(aside.name). Ask there for a merge of \(aside.branch) into "
      + "\(shared.branch) (a merge or pull request), merged and not squashed; then \(run: .sync)."
  }
}
