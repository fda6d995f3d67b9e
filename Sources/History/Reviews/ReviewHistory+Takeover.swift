import PortfolioModel

extension ReviewHistory {
  /// The reason why a proposal may not be taken over in this way, or nil: only a chair does it, in the
  /// own name.
  func takeoverFault(_ takeover: ProposalState.Takeover, _ step: Step) -> String? {
    // A merge brings what a side has, which was judged there.
    if step.beside.compactMap(history.state).contains(where: { $0.takeover == takeover }) {
      return nil
    }
    let name = takeover.by.name
    guard let member = step.version.rules?.committee?.member(withAddress: takeover.by.key),
      isChair(member, in: step, on: takeover.date)
    else { return "by \(name), who is not the chair" }
    return acted(takeover.by.key, in: step) ? nil : "in the name of \(name), who did not do it"
  }
}
