package import Diagnostics
package import PortfolioModel

extension Snapshot {
  /// The proposal with a number, to be changed in answer to comments of the ballot that holds it.
  ///
  /// - Parameter comments: Empty where none are named: then no ballot may hold it.
  package func changeable(
    _ number: Int, answering comments: [Comment.ID]
  ) throws(Refusal) -> (ProposalEntry, Proposal) {
    let found = try unfinished(number)
    guard !comments.isEmpty else {
      if let refusal = heldRefusal(number, editing: true) { throw refusal }
      return found
    }
    let label = Proposal.label(number)
    guard let ballot = ballots.holding(number) else {
      throw Refusal(
        .refused, "no ballot holds proposal \(label), so there is no comment to answer",
        help: ["change it without: \(run: .propose(.update(number)))"])
    }
    guard ballot.state == .resolving else {
      throw heldRefusal(number) ?? Refusal(.refused, "proposal \(label) is held")
    }
    for comment in comments { try ballot.refuseUnknown(comment) }
    return found
  }
}

extension BallotEntry {
  /// Refuses a comment that is not there.
  ///
  /// - Throws: `Refusal` that offers those that are.
  package func refuseUnknown(_ comment: Comment.ID) throws(Refusal) {
    let names = comments.map(\.id.description)
    guard !names.contains(comment.description) else { return }
    throw Refusal(
      .noInput, "there is no comment '\(comment)' in ballot '\(id)'",
      help: [
        Nearest.hint(
          for: comment.description, in: names, "the comments are", none: "there are no comments")
      ])
  }

  /// What a proposal says of a comment that it answers.
  package func answer(to comment: Comment.ID) -> Fields {
    let found = comments.first { $0.id == comment }?.comment
    var fields = Fields([
      Fields.Entry("comment", .text(comment.description)), Fields.Entry("ballot", .text(id.text)),
    ])
    fields["by"] = ballot?.body(comment.body).map { .text($0.name) }
    fields["clause"] = found?.clause.map { .text($0) }
    return fields
  }
}
