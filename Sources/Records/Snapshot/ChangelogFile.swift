package import PortfolioModel

/// `CHANGELOG.md`, regenerated from the accepted proposals of a snapshot.
package struct ChangelogFile: Sendable {
  package let text: String
  /// The text in the snapshot, or nil where the file is missing.
  package let current: String?
  package let accepted: [Changelog.Accepted]

  package init(_ snapshot: Snapshot) {
    accepted = snapshot.proposals.compactMap(\.acceptance)
    text = Changelog(accepted, releases: snapshot.releases).text
    current = snapshot.files.bytes(Layout.changelogFile).map { String(decoding: $0, as: UTF8.self) }
  }

  package var isUpToDate: Bool { current.map { $0.hasSameBytes(as: text) } ?? false }

  /// The number, from 1, of the first line that differs from the generated text.
  package var firstDifference: Int {
    let newline = UInt8(ascii: "\n")
    let wanted = text.utf8.split(separator: newline, omittingEmptySubsequences: false)
    let actual = (current ?? "").utf8.split(separator: newline, omittingEmptySubsequences: false)
    return zip(wanted, actual).prefix { $0.elementsEqual($1) }.count + 1
  }
}

extension Changelog {
  /// The changelog of a snapshot's accepted proposals.
  package init(_ snapshot: Snapshot) {
    self.init(snapshot.proposals.compactMap(\.acceptance), releases: snapshot.releases)
  }
}

extension Snapshot {
  /// As ``PortfolioDescription/releases``; empty where the portfolio can't be read.
  package var releases: [String: String] { portfolio?.description.releases ?? [:] }
}

extension ProposalEntry {
  /// The proposal as the changelog tells it; nil where it isn't accepted or can't be read.
  package var acceptance: Changelog.Accepted? {
    guard let state, state.status == .accepted, let proposal else { return nil }
    return Changelog.Accepted(proposal, state, cutBy: .byBlob)
  }
}
