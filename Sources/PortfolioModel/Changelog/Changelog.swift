/// `CHANGELOG.md`, which depends on the accepted proposals alone: by edition, section and number.
/// It holds no dates and no history, so generating it again gives the same bytes.
package struct Changelog: Sendable {
  /// An accepted proposal and its state.
  package struct Accepted: Sendable {
    package let proposal: Proposal
    package let state: ProposalState
    package let entries: [ChangelogEntry]
    fileprivate let abridgement: Abridgement

    package init(
      _ proposal: Proposal, _ state: ProposalState, cutBy abridgement: Abridgement
    ) {
      self.proposal = proposal
      self.state = state
      self.abridgement = abridgement
      entries = ChangelogEntry.entries(of: proposal, cutBy: abridgement)
    }
  }

  package static let heading = """
    # Changelog

    What each accepted proposal changed, by the edition it came after. This file is generated from
    the proposals: `rspmaint changelog` writes it, `rspmaint changelog --check` compares it.

    """

  private let accepted: [Accepted]

  package init(_ accepted: [Accepted]) {
    self.accepted = accepted.sorted { $0.proposal.number < $1.proposal.number }
  }

  /// The whole file, with its final line feed.
  package var text: String {
    Changelog.heading + editions.map(section).joined()
  }

  /// The proposals by edition; editions are in the order of their first proposals.
  private var editions: [(edition: String, proposals: [Accepted])] {
    var places: [[UInt8]: Int] = [:]
    var editions: [(edition: String, proposals: [Accepted])] = []
    for item in accepted {
      let bytes = Array(item.edition.utf8)
      let place = places[bytes] ?? editions.count
      if place == editions.count { editions.append((item.edition, [])) }
      editions[place].proposals.append(item)
      places[bytes] = place
    }
    return editions
  }

  private func section(_ edition: String, _ proposals: [Accepted]) -> String {
    var text = "\n## Since \(MarkdownText.escaped(edition))\n"
    let entries = proposals.flatMap(\.entries)
    for section in ChangelogSection.allCases {
      let lines = entries.filter { $0.section == section }
      guard !lines.isEmpty else { continue }
      text += "\n### \(section.rawValue)\n\n"
      for line in lines { text += "- \(line.text) (\(Proposal.label(line.proposal)))\n" }
    }
    text += "\n### Proposals\n\n"
    for item in proposals { text += item.line }
    return text
  }
}

extension Changelog.Accepted {
  fileprivate var edition: String { state.accepted?.edition ?? "" }

  /// The proposal's title with its reviewers, and its errata below.
  fileprivate var line: String {
    let reviewers = (state.accepted?.reviewers ?? []).map(MarkdownText.escaped)
    let title = MarkdownText.escaped(abridgement.quoted(proposal.title))
    let line =
      "- \(proposal.label) \(title)"
      + (reviewers.isEmpty ? "" : ", reviewed by \(reviewers.conjunction)")
    let errata = state.errata.map {
      "  - erratum: \(abridgement.line(MarkdownText.escaped($0)))\n"
    }
    return abridgement.line(line) + "\n" + errata.joined()
  }
}
