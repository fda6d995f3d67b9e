package import Diagnostics

/// The steps in a proposal's life. Each keeps the fields that it doesn't change.
extension ProposalState {
  /// The state of a proposal that is open for review and was written for a base: a commit's id, if
  /// there is one.
  package func opened(on base: String?) -> ProposalState {
    ProposalState(setting("status", .text(ProposalStatus.open.rawValue)), .open).based(on: base)
  }

  /// The state with another base; unchanged where that has no id.
  package func based(on base: String?) -> ProposalState {
    guard let base else { return self }
    return ProposalState(setting("base", .text(base)), status)
  }

  /// The state of a proposal that was accepted into the portfolio.
  package func accepted(_ acceptance: Acceptance) -> ProposalState {
    ending(.accepted, "accepted", acceptance.fields)
  }

  /// The state of a proposal that was rejected or withdrawn.
  ///
  /// - Throws: `Refusal` where the file can't hold the reason.
  package func closed(
    as status: ProposalStatus, _ closing: Closing
  ) throws(Refusal) -> ProposalState {
    try ending(status, "closed", closing.fields).checked()
  }

  /// With a settlement of an objection, in place of those of the same objection, which do not
  /// count.
  ///
  /// - Throws: `Refusal` where the file can't hold the reason.
  package func settled(
    _ objection: Review, by resolution: Resolution
  ) throws(Refusal) -> ProposalState {
    let others = resolutions.filter { !$0.settles(objection) }
    let list = FieldValue.list((others + [resolution]).map { .fields($0.fields) })
    return try ProposalState(setting("resolved", list), status).checked()
  }

  /// The state of a proposal that a chair takes over.
  ///
  /// - Throws: `Refusal` where the file can't hold the reason.
  package func taken(_ takeover: Takeover) throws(Refusal) -> ProposalState {
    try ProposalState(setting("taken-over", .fields(takeover.fields)), status).checked()
  }

  /// The state with one more correction of what the changelog says.
  ///
  /// - Throws: `Refusal` where the file can't hold it.
  package func corrected(by text: String) throws(Refusal) -> ProposalState {
    try ProposalState(setting("errata", .lines(errata + [text])), status).checked()
  }

  /// Whether this is another state with errata behind those it had.
  package func onlyAddsErrata(to old: ProposalState) -> Bool {
    let (before, after) = (old.errata, errata)
    return after.count > before.count && zip(before, after).allSatisfy { $0.hasSameBytes(as: $1) }
      && setting("errata", nil) == old.setting("errata", nil)
  }

  private func ending(
    _ status: ProposalStatus, _ name: String, _ end: Fields
  ) -> ProposalState {
    var fields = setting("status", .text(status.rawValue))
    fields[name] = .fields(end)
    return ProposalState(Schema.state.ordered(fields), status)
  }

  private func checked() throws(Refusal) -> ProposalState {
    if let problem = Schema.state.problems(in: fields).first {
      throw Refusal(.usage, problem.message, help: problem.help)
    }
    return self
  }

  /// The fields with one value set and the order kept.
  private func setting(_ name: String, _ value: FieldValue?) -> Fields {
    var fields = fields
    fields[name] = value
    return Schema.state.ordered(fields)
  }
}
