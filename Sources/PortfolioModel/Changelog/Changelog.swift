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

  private var editions: [ChangelogEdition] = []
  private var places: [[UInt8]: Int] = [:]
  /// The names of the editions that were published, by that of the edition before each.
  package var releases: [String: String]

  package init(_ accepted: [Accepted], releases: [String: String] = [:]) {
    self.releases = releases
    for item in accepted.sorted(by: { $0.proposal.number < $1.proposal.number }) { insert(item) }
  }

  /// The whole file, with its final line feed.
  package var text: String {
    // Editions are in the order of their first proposals.
    let ordered = editions.filter { !$0.isEmpty }.sorted { $0.comes(before: $1) }
    return Changelog.heading + ordered.map { $0.text(as: releases[$0.name]) }.joined()
  }

  /// Adds an accepted proposal; only its edition's section is written anew, and only where others
  /// follow.
  package mutating func insert(_ item: Accepted) {
    let name = Array(item.edition.utf8)
    let place = places[name] ?? editions.count
    if place == editions.count {
      places[name] = place
      editions.append(ChangelogEdition(item.edition))
    }
    editions[place].insert(item)
  }

  /// Takes an accepted proposal out.
  package mutating func remove(_ item: Accepted) {
    if let place = places[Array(item.edition.utf8)] { editions[place].remove(item) }
  }
}

extension Changelog.Accepted {
  var edition: String { state.accepted?.edition ?? "" }

  /// The proposal's title with its reviewers, and its corrections below.
  var line: String {
    let reviewers = (state.accepted?.reviewers ?? []).map(MarkdownText.escaped)
    let title = MarkdownText.escaped(abridgement.quoted(proposal.title))
    let line =
      "- \(proposal.label) \(title)"
      + (reviewers.isEmpty ? "" : ", reviewed by \(reviewers.conjunction)")
    let errata = state.errata.map {
      "  - correction: \(abridgement.line(MarkdownText.escaped($0)))\n"
    }
    return abridgement.line(line) + "\n" + errata.joined()
  }

  /// Whether it comes before another: by number, then by folder.
  func comes(before other: Changelog.Accepted) -> Bool {
    let (one, other) = (proposal, other.proposal)
    return one.number < other.number
      || one.number == other.number && one.folder.precedesBytewise(other.folder)
  }
}
