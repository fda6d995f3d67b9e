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
  }

  package let id: Identifier
  /// Accepted proposals, then the unfinished and the refused ones.
  package let events: [Event]
  /// What the record is now, in words.
  package let standing: String

  package init(of id: Identifier, in snapshot: Snapshot) throws(Refusal) {
    let portfolio = try snapshot.readable()
    self.id = id
    events = snapshot.proposals.compactMap { entry in
      guard let proposal = entry.proposal else { return nil }
      let entries = ChangelogEntry.entries(of: proposal, cutBy: .byBlob).filter { line in
        line.standard == id || proposal.touches(id)
      }
      guard !entries.isEmpty else { return nil }
      let accepted = entry.state?.accepted
      return Event(
        proposal: entry, title: proposal.title,
        entries: entries.filter { $0.standard == id || $0.standard == nil },
        reviewers: accepted?.reviewers ?? [], date: accepted?.date, edition: accepted?.edition)
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

extension Proposal {
  /// Whether a change is about the standard, replaces it, continues it, or an override decides about it.
  fileprivate func touches(_ id: Identifier) -> Bool {
    changes.contains { change in
      if change.subject == SubjectID(.standard, id) || change.continues.contains(id) { return true }
      switch change.action {
      case .delist(let delisting): return delisting.replacedBy.contains(id)
      case .add(let content):
        return (content.list("waives") + content.list("holds")).contains {
          $0.fields?.text("standard") == id.text
        }
      default: return false
      }
    }
  }
}
