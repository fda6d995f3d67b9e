package import Diagnostics
package import PortfolioModel
import Records
package import Store

/// Rewrites the `from` values of a stale proposal to what the base holds now.
package struct RefreshProposal: Sendable {
  package let number: Int
  /// The comments of a ballot that it answers, where one holds the proposal.
  package let answers: [Comment.ID]
  package let surroundings: Surroundings

  package init(_ number: Int, answering answers: [Comment.ID] = [], _ surroundings: Surroundings) {
    (self.number, self.answers) = (number, answers)
    self.surroundings = surroundings
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> StepOutcome {
    try workspace.step("refresh", of: number, surroundings) { () throws(Refusal) -> StepOutcome in
      let snapshot = try workspace.snapshot(.worktree)
      let base = try snapshot.readable()
      let (entry, proposal) = try snapshot.changeable(number, answering: answers)
      let ground = ProposalBoard.ground(for: entry, in: snapshot.proposals, base)
      var refreshed = Refreshed(ground)
      let changes = proposal.changes.compactMap { refreshed.change($0) }
      guard !refreshed.sentences.isEmpty else {
        return StepOutcome(
          entry: entry, sentences: ["Proposal \(entry.label) is up to date."], written: nil)
      }
      var text = ProposalText(updating: proposal.fields)
      text.set(changes)
      if let ballot = snapshot.ballots.holding(number) {
        text.answer(answers.map(ballot.answer))
      }
      var writing = Writing(over: snapshot)
      // The text is written last: if the run is interrupted, the proposal can be refreshed again.
      if let id = try workspace.baseID() {
        let state = try entry.knownState().based(on: id)
        writing.write(ProposalFiles.state(state), to: Layout.stateFile(entry.folder))
      }
      writing.write(ProposalFiles.proposal(text.fields), to: Layout.proposalFile(entry.folder))
      let written = try workspace.carryOut(writing, as: .refresh(number), surroundings)
      let lapsed = entry.reviews.filter { $0.verdict == .approve && $0.content == entry.content }
      return StepOutcome(
        entry: entry,
        sentences: refreshed.sentences
          + (lapsed.isEmpty
            ? [] : ["The approval of \(lapsed.map(\.file).conjunction) lapses: ask again."]),
        written: written)
    }
  }
}

/// Changes brought up to a base, with a sentence for each value that differs.
private struct Refreshed {
  private let base: Portfolio
  private(set) var sentences: [Hint] = []

  init(_ base: Portfolio) { self.base = base }

  /// The change on the base as it is, or nil where nothing is left of it.
  mutating func change(_ change: Change) -> Change? {
    let change = followed(change)
    switch change.action {
    case .set(let fields):
      guard let content = base.fields(of: change.subject) else { return change }
      let kept = fields.compactMap { field($0, content, change.subject) }
      guard !kept.isEmpty || change.place != nil else { return nil }
      return change.with(action: .set(kept))
    case .delist(let delisting):
      guard let standard = base.standards[change.subject.id],
        let assessment = standard.fields.fields("assessment"),
        delisting.group != standard.group || delisting.assessment != assessment
      else { return change }
      sentences.append(
        "\(change.subject.id): now judged on group \(standard.group.rawValue) "
          + "and the assessment of today.")
      return change.with(
        action: .delist(
          Delisting(
            because: delisting.because, replacedBy: delisting.replacedBy, group: standard.group,
            assessment: assessment)))
    default: return change
    }
  }

  /// The change with the id that its standard has now, where it was renamed.
  private mutating func followed(_ change: Change) -> Change {
    let id = change.subject.id
    guard change.subject.kind == .standard, change.addedContent == nil, base.standards[id] == nil,
      let new = base.standard(formerly: id)?.id
    else { return change }
    sentences.append("\(id) is \(new) now.")
    return Change(
      SubjectID(.standard, new), change.action, place: change.place, continues: change.continues,
      exception: change.exception, path: change.path)
  }

  private mutating func field(
    _ change: FieldChange, _ content: Fields, _ subject: SubjectID
  ) -> FieldChange? {
    let address = FieldAddress(subject.kind)
    let current: FieldValue?
    if subject.kind == .standard, change.field == "category" {
      current = base.standards[subject.id].map { .text($0.category.rawValue) }
    } else {
      guard let path = address.path(of: change.field, in: content) else { return change }
      current = content.value(at: path)
    }
    if change.changesList { return list(change, current?.list ?? [], subject) }
    guard current != change.from else { return change }
    let (was, now) = (change.from?.inline ?? "absent", current?.inline ?? "absent")
    guard current != change.to else {
      sentences.append(
        "\(subject.id) \(change.field): was \(was), is now \(now), as proposed; "
          + "the change is dropped.")
      return nil
    }
    sentences.append(
      "\(subject.id) \(change.field): was \(was), is now \(now); still to become "
        + "\(change.to?.inline ?? "absent").")
    return FieldChange(change.field, from: current, to: change.to)
  }

  private mutating func list(
    _ change: FieldChange, _ items: [FieldValue], _ subject: SubjectID
  ) -> FieldChange? {
    let drop = change.drop.filter(items.contains)
    let insert = change.insert.filter { !items.contains($0) || drop.contains($0) }
    guard drop != change.drop || insert != change.insert else { return change }
    sentences.append(
      "\(subject.id) \(change.field): is now \(FieldValue.list(items).inline); "
        + "what it already holds or no longer holds is dropped from the proposal.")
    return drop.isEmpty && insert.isEmpty
      ? nil : FieldChange(change.field, insert: insert, drop: drop)
  }
}
