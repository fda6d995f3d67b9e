package import PortfolioModel

/// The changelog's entries as JSON; its text is the file itself.
package struct ChangelogReport {
  private let accepted: [Changelog.Accepted]
  private let isUpToDate: Bool

  package init(_ accepted: [Changelog.Accepted], isUpToDate: Bool) {
    self.accepted = accepted
    self.isUpToDate = isUpToDate
  }

  /// `rspmaint.changelog/1`
  package var json: some Encodable {
    JSON(
      upToDate: isUpToDate,
      entries: accepted.flatMap { item in
        item.entries.map { entry in
          JSON.Entry(
            edition: item.state.accepted?.edition ?? "", section: entry.section.rawValue,
            proposal: entry.proposal, title: item.proposal.title,
            standard: Nullable(entry.standard?.text), text: entry.text,
            reviewers: item.state.accepted?.reviewers ?? [])
        }
      })
  }

  private struct JSON: Encodable {
    struct Entry: Encodable {
      let edition: String
      let section: String
      let proposal: Int
      let title: String
      let standard: Nullable<String>
      let text: String
      let reviewers: [String]
    }

    let schema = "rspmaint.changelog/1"
    let upToDate: Bool
    let entries: [Entry]
  }
}
