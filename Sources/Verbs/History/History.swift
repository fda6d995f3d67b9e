package import Diagnostics
package import PortfolioModel
package import Records

/// What happened to a standard, by proposal.
package struct StandardHistory: Sendable {
  package struct Event: Sendable {
    package let proposal: ProposalEntry
    package let title: String
    package let entries: [ChangelogEntry]
    package let reviewers: [String]
    package let date: CalendarDate?
    package let edition: String?
    /// The edition under which it was published, if it was.
    package let release: String?
  }

  package let id: Identifier
  /// Accepted proposals, then the unfinished and the refused ones.
  package let events: [Event]
  /// What the record is now, in words.
  package let standing: String

  package init(of id: Identifier, in snapshot: Snapshot) throws(Refusal) {
    let portfolio = try snapshot.readable()
    self.id = id
    let ids = StandardHistory.ids(of: id, in: snapshot, portfolio)
    let entries = ids.reduce(into: Set<Identifier>()) {
      $0.formUnion(StandardHistory.entries(about: $1, in: snapshot, portfolio))
    }
    events = snapshot.proposals.compactMap { entry in
      guard let proposal = entry.proposal else { return nil }
      let lines = ChangelogEntry.entries(of: proposal, cutBy: .byBlob).filter { line in
        line.standard.map(ids.contains) == true
          || ids.contains { proposal.touches($0, entries) }
      }
      guard !lines.isEmpty else { return nil }
      let accepted = entry.state?.accepted
      return Event(
        proposal: entry, title: proposal.title,
        entries: lines.filter { $0.standard.map(ids.contains) ?? true },
        reviewers: accepted?.reviewers ?? [], date: accepted?.date, edition: accepted?.edition,
        release: accepted.flatMap { portfolio.description.releases[$0.edition] })
    }
    if let standard = portfolio.standards[id] {
      standing =
        "\(standard.briefName) is \(standard.group.rawValue) in "
        + "\(standard.category.rawValue)."
    } else if let delisted = portfolio.delisted[id] {
      standing =
        "\(delisted.standard.briefName) was delisted by proposal "
        + "\(Proposal.label(delisted.proposal)): \(delisted.because)"
    } else if !events.isEmpty {
      standing =
        snapshot.unread.contains(id)
        ? "The record of \(id) can't be read." : "\(id) is not in the portfolio."
    } else {
      throw snapshot.absence(of: id, in: portfolio)
    }
  }
}

extension StandardHistory {
  /// The ids that the standard has and had: each that a proposal renamed to one of them.
  private static func ids(
    of id: Identifier, in snapshot: Snapshot, _ portfolio: Portfolio
  ) -> [Identifier] {
    let former = (portfolio.standards[id]?.formerNames ?? []).compactMap { Identifier($0) }
    return [id] + former.filter { portfolio.standards[$0] == nil && portfolio.delisted[$0] == nil }
  }

  /// The ledger entries that decide about a standard: those in force, and those that a proposal adds.
  private static func entries(
    about id: Identifier, in snapshot: Snapshot, _ portfolio: Portfolio
  ) -> Set<Identifier> {
    let changes = snapshot.proposals.flatMap { $0.proposal?.changes ?? [] }
    let added = changes.compactMap { change -> Override? in
      guard change.subject.kind == .override, case .add(let content) = change.action else {
        return nil
      }
      return Override(id: change.subject.id, fields: content)
    }
    return Set(
      (added + portfolio.overrides.values).filter { $0.standards.contains(id) }.map(\.id))
  }
}

extension Proposal {
  /// Whether a change is about the standard or one of its ledger entries, replaces it or continues it.
  fileprivate func touches(_ id: Identifier, _ entries: Set<Identifier>) -> Bool {
    changes.contains { change in
      if change.subject == SubjectID(.standard, id) || change.continues.contains(id) { return true }
      if change.subject.kind == .override { return entries.contains(change.subject.id) }
      if case .delist(let delisting) = change.action { return delisting.replacedBy.contains(id) }
      return false
    }
  }
}
