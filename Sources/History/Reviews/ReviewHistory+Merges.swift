import Diagnostics
import Git
import PortfolioModel

extension ReviewHistory {
  /// The version of a file that is rightful by all parents together: the latest one. Of several
  /// independent versions it is the closed state, the objection, or the one with the latest date.
  func rightful(
    _ path: String, _ version: ProposalHistory.Version, _ parents: [Standing]
  ) -> ObjectID? {
    let latest = latest(path, parents)
    guard latest.count > 1 else { return latest.first ?? parents.first?.rightful[path] }
    if path == ProposalHistory.state {
      return latest.first { status(of: $0)?.isClosed == true } ?? latest.first
    }
    let reviews = latest.compactMap { id in history.review(path, id).map { (id, $0) } }
    let newest = reviews.map(\.1.date).max()
    let ofThatDay = reviews.filter { $0.1.date == newest }
    guard let chosen = ofThatDay.first(where: { $0.1.verdict == .object }) ?? ofThatDay.first else {
      return latest.first
    }
    // No side may replace a signed review or lift an objection without the necessary signature.
    let kept = reviews.first { isReplacedUnsigned($0.1, chosen.1, version.rules) }
    return (kept ?? chosen).0
  }

  /// The versions of a file on the sides of a merge that no other side has replaced by a later one.
  private func latest(_ path: String, _ parents: [Standing]) -> [ObjectID] {
    var candidates: [ObjectID] = []
    for parent in parents {
      guard let id = parent.rightful[path], !candidates.contains(id) else { continue }
      candidates.append(id)
    }
    guard candidates.count > 1 else { return candidates }
    let latest = candidates.filter { id in
      !parents.contains { parent in
        parent.rightful[path] != id && parent.rightful[path] != nil
          && parent.seen.contains(Standing.Seen(path: path, id: id))
      }
    }
    return latest.isEmpty ? [candidates[0]] : latest
  }

  /// The finding on a merge whose sides closed a proposal in different ways.
  func mergedStatesFault(
    _ path: String, _ version: ProposalHistory.Version, _ parents: [Standing]
  ) -> Finding? {
    guard path == ProposalHistory.state, parents.count > 1 else { return nil }
    let closed = latest(path, parents).filter { status(of: $0)?.isClosed == true }
    guard closed.count > 1 else { return nil }
    return mergeFault(
      version, "the sides of the merge closed the proposal in different ways,",
      "merge again without the commits of one side that closed it")
  }

  /// Judges a rightful change from another side of a merge by the first side's rules too. Who made
  /// it was already checked on the other side.
  func judgeMerged(
    _ path: String, _ version: ProposalHistory.Version, _ parents: [Standing],
    _ standing: inout Standing
  ) {
    guard let first = parents.first else { return }
    let new = version.files[path]
    let step = Step(
      path: path, old: first.rightful[path], new: new, version: version, seen: first.seen,
      proposer: standing.proposer, isClosed: false,
      isWitnessed: new.map { !standing.imported.contains($0) } ?? true,
      beside: parents.compactMap { $0.rightful[path] }, brought: standing.brought[path])
    let found = fault(of: step) ?? acceptanceFault(step, parents) ?? textFault(step, first)
    guard let fault = found else { return }
    standing.stand(step.old, at: path, as: parents)
    standing.faults[path] = fault
    standing.raised.insert(path)
  }

  /// The finding on a merge that changes the text of a proposal that is closed on the first side.
  private func textFault(_ step: Step, _ first: Standing) -> Finding? {
    guard step.path == ProposalHistory.proposal,
      status(of: first.rightful[ProposalHistory.state])?.isClosed == true
    else { return nil }
    return otherText(step)
  }

  private func otherText(_ step: Step) -> Finding {
    mergeFault(
      step.version, "the proposal was closed with another text,",
      "take its text from the side that closed it, and nothing else")
  }

  /// The finding on an acceptance on another side that contradicts a review on the first side, or
  /// nil. The reviews at the time of the acceptance count, not those that a merge has brought
  /// since.
  private func acceptanceFault(_ step: Step, _ parents: [Standing]) -> Finding? {
    guard step.path == ProposalHistory.state, status(of: step.new) == .accepted,
      let first = parents.first, let after = step.new.flatMap(history.state),
      let side = parents.first(where: { $0.rightful[step.path] == step.new })
    else { return nil }
    let text = ProposalHistory.proposal
    guard step.version.files[text] == side.basis[text] else { return otherText(step) }
    let others = first.rightful.filter { side.basis[$0.key] != $0.value }
      .sorted { $0.key.precedesBytewise($1.key) }
    for (path, id) in others {
      guard let review = history.review(path, id) else { continue }
      let isSettled = after.resolutions.contains { $0.settles(review) }
      if review.verdict == .object, !isSettled {
        return mergeFault(
          step.version,
          "the proposal was accepted on one side, and '\(review.file)' objects to it on the other,",
          "merge without the commit that accepted it, and have the objection settled")
      }
      let before = side.basis[path].flatMap { history.review(path, $0) }
      if before?.verdict == .approve, review.verdict != .approve {
        return mergeFault(
          step.version,
          "the proposal was accepted on one side by an approval that '\(review.file)' took back on "
            + "the other,",
          "merge without the commit that accepted it, and accept it anew")
      }
    }
    return nil
  }

  private func mergeFault(
    _ version: ProposalHistory.Version, _ message: String, _ help: Hint
  ) -> Finding {
    let place = version.commit.map { "in commit \($0.id.hex.prefix(10)) by \($0.authorName)" }
    return Finding(
      .closingNotAllowed, .state(history.number), .root,
      message + " " + (place ?? "in the worktree"), help: [help])
  }
}
