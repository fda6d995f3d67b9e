import PortfolioModel

extension DiffReport {
  /// What a proposal would do by itself, where that differs from what it does with the others; it
  /// differs only where two of them meet.
  func alone(_ covered: DiffInput.Covered, _ report: inout Report) {
    let proposal = covered.proposal
    let meets = input.conflicts.contains {
      $0.first == proposal.number || $0.second == proposal.number
    }
    guard meets, input.since == nil else { return }
    let ground = predecessors(of: proposal).reduce(input.from) {
      Application($1, to: $0).portfolio
    }
    let own = PortfolioDiff(from: ground, to: Application(proposal, to: ground).portfolio)
    let joint = Set(input.differences)
    report.bullets(
      own.differences.filter { !joint.contains($0) }.map { difference in
        [
          Span("Alone, \(proposal.label) would change ", .dim), Span(place(difference)), ": ",
        ] + change(difference)
      })
  }

  private func predecessors(of proposal: Proposal) -> [Proposal] {
    var wanted = Set(proposal.after)
    for covered in input.proposals.reversed() where wanted.contains(covered.proposal.number) {
      wanted.formUnion(covered.proposal.after)
    }
    return input.proposals.map(\.proposal).filter { wanted.contains($0.number) }
  }

  /// "tooling of Example"
  func place(_ difference: Difference) -> String {
    let name = subjectName(difference.subject)
    return difference.field.map { "\(label(of: $0, difference.subject.kind)) of \(name)" } ?? name
  }

  /// What becomes of it, with the direction where it is a level.
  private func change(_ difference: Difference) -> [Span] {
    switch difference.kind {
    case .add: return ["it would be new"]
    case .remove, .delist: return ["it would go"]
    case .set, .confirm:
      return value(difference) + steps(difference)
    }
  }
}
